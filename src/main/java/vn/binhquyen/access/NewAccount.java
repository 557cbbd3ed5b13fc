package vn.binhquyen.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;

/**
 * An account to be opened.
 *
 * @param username what the person types to sign in; case does not matter
 * @param position the person's post as it stands under a signature, such as "Phó Chủ tịch"; null where none
 * @param password at least 10 characters
 */
public record NewAccount(
        String username, String name, @Nullable String position, AgencyId agency, Set<Role> roles, String password) {
    @Override
    public String toString() {
        return "NewAccount[" + username + ", " + agency + ", " + roles + "]";
    }
}
