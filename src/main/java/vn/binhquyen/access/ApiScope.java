package vn.binhquyen.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;

/** What another program may be allowed to do in a person's name: never more than the person, and mostly less. */
public enum ApiScope {
    READ_UNITS(Set.of(Action.VIEW), Set.of(Thing.UNIT, Thing.AGENCY)),
    READ_PLANS(Set.of(Action.VIEW), Set.of(Thing.PLAN, Thing.TASK)),
    READ_REPORTS(Set.of(Action.VIEW), Set.of(Thing.REPORT)),
    READ_FIGURES(Set.of(Action.VIEW), Set.of(Thing.INDICATOR)),
    WRITE_FIGURES(Set.of(Action.MANAGE, Action.WRITE), Set.of(Thing.INDICATOR));

    private final Set<Action> actions;
    private final Set<Thing> things;

    ApiScope(Set<Action> actions, Set<Thing> things) {
        this.actions = actions;
        this.things = things;
    }

    /** In their own order. */
    public static Set<ApiScope> named(String... names) {
        return Arrays.stream(names)
                .map(ApiScope::valueOf)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(() -> EnumSet.noneOf(ApiScope.class)), Collections::unmodifiableSet));
    }

    boolean covers(Action asked, Thing thing) {
        return actions.contains(asked) && things.contains(thing);
    }

    /** Whether one of the roles has all of it anywhere. */
    public boolean heldBy(Set<Role> roles) {
        return actions.stream()
                .allMatch(action -> things.stream()
                        .noneMatch(thing -> Rights.scopes(roles, action, thing).isEmpty()));
    }
}
