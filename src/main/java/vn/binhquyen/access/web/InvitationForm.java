package vn.binhquyen.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.access.NewInvitation;
import vn.binhquyen.access.Person;
import vn.binhquyen.kernel.Role;

/** What is typed to invite somebody. */
record InvitationForm(
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
        Set<Role> roles) {
    static InvitationForm empty() {
        return new InvitationForm("", "", "", "", Set.of());
    }

    NewInvitation toNew() {
        return new NewInvitation(
                new Person(Objects.requireNonNull(name), email, phone),
                position == null || position.isBlank() ? null : position.strip(),
                Objects.requireNonNull(roles));
    }
}
