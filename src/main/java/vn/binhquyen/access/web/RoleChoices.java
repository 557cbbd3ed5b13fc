package vn.binhquyen.access.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.Permissions;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;

/** The roles that a form offers: those that the person who fills it may give there, and those that are held already. */
@Component
class RoleChoices {
    private final Permissions permissions;

    RoleChoices(Permissions permissions) {
        this.permissions = permissions;
    }

    List<Role> givenBy(Actor actor, UnitId unit) {
        return givenBy(actor, unit, Set.of());
    }

    List<Role> givenBy(Actor actor, UnitId unit, Set<Role> held) {
        return Stream.of(Role.values())
                .filter(role -> held.contains(role) || permissions.mayGive(actor, role, unit))
                .toList();
    }
}
