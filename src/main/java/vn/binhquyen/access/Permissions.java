package vn.binhquyen.access;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.UnitHierarchy;

/** Says who may do what where: {@link Enforcement} asks before a façade method, a page before it offers the way to it. */
@Component
public class Permissions implements Permits {
    private final UnitHierarchy hierarchy;

    Permissions(UnitHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    @Override
    public boolean allows(Actor actor, Action action, Thing thing, Place place) {
        return covers(Rights.scopes(actor.roles(), action, thing), actor, place);
    }

    /**
     * Whether the actor may give the role to somebody there, given that the actor keeps the accounts there: who keeps
     * accounts makes others like themselves only in units below.
     */
    public boolean mayGive(Actor actor, Role role, UnitId unit) {
        return switch (role) {
            case SYSTEM_ADMINISTRATOR -> actor.is(Role.SYSTEM_ADMINISTRATOR);
            case ADMINISTRATOR ->
                actor.is(Role.SYSTEM_ADMINISTRATOR)
                        || (actor.is(Role.ADMINISTRATOR)
                                && !unit.equals(actor.unit())
                                && hierarchy.isWithin(unit, actor.unit()));
            default -> true;
        };
    }

    boolean covers(List<Scope> scopes, Actor actor, Place place) {
        return scopes.stream().anyMatch(scope -> covers(scope, actor, place));
    }

    private boolean covers(Scope scope, Actor actor, Place place) {
        return switch (scope) {
            case OWN_AGENCY -> actor.agency().equals(place.agency());
            case OWN_UNIT -> hierarchy.isOrBecame(place.unit(), actor.unit());
            case BELOW -> hierarchy.isWithin(place.unit(), actor.unit());
            case LINEAGE ->
                hierarchy.isWithin(place.unit(), actor.unit()) || hierarchy.isOver(place.unit(), actor.unit());
            case ANYWHERE -> true;
        };
    }
}
