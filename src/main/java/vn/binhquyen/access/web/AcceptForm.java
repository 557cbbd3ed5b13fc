package vn.binhquyen.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an invited person types to open their account. */
record AcceptForm(
        @Nullable String code,

        @Pattern(regexp = "\\s*[A-Za-z0-9][A-Za-z0-9._-]{2,39}\\s*", message = "{access.username.form}") @Nullable
        String username,

        @NotBlank(message = "{access.password.missing}") @Nullable
        String next,

        @Nullable String again) {
    boolean agrees() {
        return Objects.equals(next, again);
    }

    @Override
    public String toString() {
        return "AcceptForm";
    }
}
