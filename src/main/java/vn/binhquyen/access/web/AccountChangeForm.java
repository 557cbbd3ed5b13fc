package vn.binhquyen.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.AccountChange;
import vn.binhquyen.access.Person;
import vn.binhquyen.kernel.Role;

/**
 * What is typed to change an account.
 *
 * @param active whether the person may sign in; an unticked box sends nothing
 * @param version the one that was seen
 */
record AccountChangeForm(
        @NotBlank(message = "{access.name.missing}") @Size(max = 100, message = "{access.too-long}") @Nullable
        String name,

        @Size(max = 100, message = "{access.too-long}") @Nullable
        String position,

        @Size(max = 200, message = "{access.too-long}")
        @Pattern(regexp = "\\s*|[^\\s@]+@[^\\s@]+\\.[^\\s@]+", message = "{access.email.form}")
        @Nullable
        String email,

        @Size(max = 30, message = "{access.too-long}") @Nullable
        String phone,

        @NotEmpty(message = "{access.role-missing}") @Nullable
        Set<Role> roles,

        @Nullable Boolean active,
        @Nullable Long version) {
    static AccountChangeForm of(Account account) {
        return new AccountChangeForm(
                account.name(),
                account.position(),
                account.email(),
                account.phone(),
                account.roles(),
                account.active(),
                account.version());
    }

    /** The same words, to be saved over what somebody else has saved meanwhile. */
    AccountChangeForm over(long version) {
        return new AccountChangeForm(name, position, email, phone, roles, active, version);
    }

    AccountChange toChange(Account account) {
        return new AccountChange(
                account.id(),
                new Person(Objects.requireNonNull(name), email, phone),
                position == null || position.isBlank() ? null : position.strip(),
                account.agency(),
                Objects.requireNonNull(roles),
                Boolean.TRUE.equals(active),
                Objects.requireNonNull(version));
    }
}
