package vn.binhquyen.access.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.binhquyen.access.ApiScope;
import vn.binhquyen.access.TokenAuthentication;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;

/** The first questions of another program: in whose name it asks and what it may, and which units there are. */
@RestController
@RequestMapping("/api")
class ApiController {
    private final Organization organization;

    ApiController(Organization organization) {
        this.organization = organization;
    }

    record Me(UUID account, String name, UUID unit, UUID agency, Set<Role> roles, Set<ApiScope> scopes) {}

    record UnitView(
            UUID id,
            String code,
            String name,
            String level,
            @Nullable UUID parent) {}

    @GetMapping("/me")
    Me me(Actor actor, TokenAuthentication token) {
        return new Me(
                actor.account().value(),
                actor.name(),
                actor.unit().value(),
                actor.agency().value(),
                actor.roles(),
                token.scopes());
    }

    /** @param under the units directly below it; without it those below one's own */
    @GetMapping("/units")
    List<UnitView> units(Actor actor, @RequestParam @Nullable UUID under) {
        UnitId parent = under == null ? actor.unit() : new UnitId(under);
        organization.unit(parent);
        return organization.children(parent).stream().map(ApiController::view).toList();
    }

    private static UnitView view(Unit unit) {
        UnitId parent = unit.parent();
        return new UnitView(
                unit.id().value(),
                unit.code(),
                unit.name(),
                unit.level().name(),
                parent == null ? null : parent.value());
    }
}
