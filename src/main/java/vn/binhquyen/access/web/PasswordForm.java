package vn.binhquyen.access.web;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new password, typed twice so that a slip of the finger locks nobody out.
 *
 * @param present the present password; null where an administrator sets a new one for somebody else
 */
record PasswordForm(
        @Nullable String present,

        @NotBlank(message = "{access.password.missing}") @Nullable
        String next,

        @Nullable String again) {
    static PasswordForm empty() {
        return new PasswordForm("", "", "");
    }

    boolean agrees() {
        return Objects.equals(next, again);
    }

    @Override
    public String toString() {
        return "PasswordForm";
    }
}
