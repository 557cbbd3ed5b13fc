package vn.binhquyen.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.access.ApiScope;

/** What is typed to make a token. */
record TokenForm(
        @NotBlank(message = "{signin.token.name.missing}") @Size(max = 100, message = "{access.too-long}") @Nullable
        String name,

        @Nullable Set<ApiScope> scopes,

        @NotNull(message = "{signin.token.days.missing}") @Nullable
        Integer days) {
    static TokenForm empty() {
        return new TokenForm("", Set.of(), 90);
    }

    Set<ApiScope> chosen() {
        return scopes == null ? Set.of() : scopes;
    }

    int lasts() {
        return Objects.requireNonNull(days);
    }
}
