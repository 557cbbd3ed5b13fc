package vn.binhquyen.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.access.NewAccount;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;

/** What is typed to open an account. */
record AccountForm(
        @NotBlank(message = "{access.name.missing}") @Size(max = 100, message = "{access.too-long}") @Nullable
        String name,

        @Size(max = 100, message = "{access.too-long}") @Nullable
        String position,

        @Pattern(regexp = "\\s*[A-Za-z0-9][A-Za-z0-9._-]{2,39}\\s*", message = "{access.username.form}") @Nullable
        String username,

        @NotEmpty(message = "{access.role-missing}") @Nullable
        Set<Role> roles,

        @NotBlank(message = "{access.password.missing}") @Nullable
        String password) {
    static AccountForm empty() {
        return new AccountForm("", "", "", Set.of(), "");
    }

    NewAccount toNew(AgencyId agency) {
        return new NewAccount(
                Objects.requireNonNull(username).strip(),
                Objects.requireNonNull(name).strip(),
                position == null || position.isBlank() ? null : position.strip(),
                agency,
                Objects.requireNonNull(roles),
                Objects.requireNonNull(password));
    }

    @Override
    public String toString() {
        return "AccountForm[" + username + "]";
    }
}
