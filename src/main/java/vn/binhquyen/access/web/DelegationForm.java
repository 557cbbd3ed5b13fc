package vn.binhquyen.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.access.NewDelegation;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.TypedDay;

/** What is typed to leave one's work to another for some days. */
record DelegationForm(
        @NotBlank(message = "{access.delegation.to.missing}") @Nullable
        String to,

        @NotEmpty(message = "{access.role-missing}") @Nullable
        Set<Role> roles,

        @Nullable String from,
        @Nullable String lastDay,

        @NotBlank(message = "{access.delegation.reason.missing}")
        @Size(max = 300, message = "{access.too-long}")
        @Nullable
        String reason) {
    void check(Errors errors) {
        DayField.require(from, "from", errors);
        DayField.require(lastDay, "lastDay", errors);
    }

    NewDelegation toNew() {
        return new NewDelegation(
                Objects.requireNonNull(to),
                Objects.requireNonNull(roles),
                TypedDay.of(from).orElseThrow(),
                TypedDay.of(lastDay).orElseThrow(),
                Objects.requireNonNull(reason));
    }
}
