package vn.binhquyen.access.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.access.NewPost;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.TypedDay;

/**
 * What is typed to give a person another post.
 *
 * @param also whether the present post is kept beside it
 * @param version of the account, as it was seen
 */
record PostForm(
        @Size(max = 100, message = "{access.too-long}") @Nullable
        String position,

        @NotEmpty(message = "{access.role-missing}") @Nullable
        Set<Role> roles,

        @Nullable String from,
        @Nullable String lastDay,
        @Nullable Boolean also,
        @Nullable Long version) {
    void check(Errors errors) {
        DayField.require(from, "from", errors);
        DayField.requireReadable(lastDay, "lastDay", errors);
    }

    NewPost toNew() {
        return new NewPost(
                position == null || position.isBlank() ? null : position.strip(),
                Objects.requireNonNull(roles),
                TypedDay.of(from).orElseThrow(),
                TypedDay.of(lastDay).orElse(null));
    }
}
