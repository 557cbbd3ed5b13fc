package vn.binhquyen.access;

import java.util.Set;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;

/** What another program may be allowed to do in a person's name: never more than the person, and mostly less. */
public enum ApiScope {
    READ_UNITS(Action.VIEW, Set.of(Thing.UNIT, Thing.AGENCY)),
    READ_PLANS(Action.VIEW, Set.of(Thing.PLAN, Thing.TASK)),
    READ_REPORTS(Action.VIEW, Set.of(Thing.REPORT)),
    READ_FIGURES(Action.VIEW, Set.of(Thing.INDICATOR)),
    WRITE_FIGURES(Action.MANAGE, Set.of(Thing.INDICATOR));

    private final Action action;
    private final Set<Thing> things;

    ApiScope(Action action, Set<Thing> things) {
        this.action = action;
        this.things = things;
    }

    boolean covers(Action asked, Thing thing) {
        return asked == action && things.contains(thing);
    }

    /** Whether one of the roles has all of it anywhere. */
    public boolean heldBy(Set<Role> roles) {
        return things.stream()
                .noneMatch(thing -> Rights.scopes(roles, action, thing).isEmpty());
    }
}
