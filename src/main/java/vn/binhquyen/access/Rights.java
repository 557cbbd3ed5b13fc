package vn.binhquyen.access;

import static vn.binhquyen.access.Scope.ANYWHERE;
import static vn.binhquyen.access.Scope.BELOW;
import static vn.binhquyen.access.Scope.LINEAGE;
import static vn.binhquyen.access.Scope.OWN_AGENCY;
import static vn.binhquyen.access.Scope.OWN_UNIT;
import static vn.binhquyen.kernel.Action.APPROVE;
import static vn.binhquyen.kernel.Action.EXECUTE;
import static vn.binhquyen.kernel.Action.ISSUE;
import static vn.binhquyen.kernel.Action.MANAGE;
import static vn.binhquyen.kernel.Action.RECEIVE;
import static vn.binhquyen.kernel.Action.VIEW;
import static vn.binhquyen.kernel.Action.WRITE;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.Thing;

/** The one table of rights: role, action, kind of thing, scope. */
final class Rights {
    record Right(Role role, Action action, Thing thing, Scope scope) {}

    private static final List<Right> TABLE = List.of(
            new Right(Role.STANDING_OFFICER, WRITE, Thing.PLAN, OWN_UNIT),
            new Right(Role.STANDING_OFFICER, EXECUTE, Thing.TASK, OWN_UNIT),
            new Right(Role.STANDING_OFFICER, EXECUTE, Thing.REPORT, OWN_AGENCY),
            new Right(Role.STANDING_OFFICER, RECEIVE, Thing.REPORT, BELOW),
            new Right(Role.STANDING_OFFICER, MANAGE, Thing.AGENCY, OWN_UNIT),
            new Right(Role.CLERK, ISSUE, Thing.PLAN, OWN_UNIT),
            new Right(Role.CLERK, ISSUE, Thing.REPORT, OWN_UNIT),
            new Right(Role.AGENCY_OFFICER, EXECUTE, Thing.TASK, OWN_AGENCY),
            new Right(Role.AGENCY_OFFICER, EXECUTE, Thing.REPORT, OWN_AGENCY),
            new Right(Role.LEADER, APPROVE, Thing.PLAN, OWN_UNIT),
            new Right(Role.LEADER, APPROVE, Thing.REPORT, OWN_UNIT),
            new Right(Role.CONSOLIDATOR, WRITE, Thing.PLAN, OWN_UNIT),
            new Right(Role.CONSOLIDATOR, EXECUTE, Thing.TASK, OWN_UNIT),
            new Right(Role.CONSOLIDATOR, EXECUTE, Thing.REPORT, OWN_AGENCY),
            new Right(Role.CONSOLIDATOR, RECEIVE, Thing.REPORT, BELOW),
            new Right(Role.CONSOLIDATOR, MANAGE, Thing.AGENCY, OWN_UNIT),
            new Right(Role.AGENCY_OFFICER, WRITE, Thing.INDICATOR, OWN_UNIT),
            new Right(Role.STANDING_OFFICER, WRITE, Thing.INDICATOR, BELOW),
            new Right(Role.CONSOLIDATOR, WRITE, Thing.INDICATOR, BELOW),
            new Right(Role.STANDING_OFFICER, MANAGE, Thing.INDICATOR, BELOW),
            new Right(Role.CONSOLIDATOR, MANAGE, Thing.INDICATOR, BELOW),
            new Right(Role.STATISTICIAN, WRITE, Thing.INDICATOR, BELOW),
            new Right(Role.STATISTICIAN, MANAGE, Thing.INDICATOR, BELOW),
            new Right(Role.CLERK, WRITE, Thing.INDICATOR, OWN_UNIT),
            new Right(Role.LEADER, WRITE, Thing.INDICATOR, OWN_UNIT),
            new Right(Role.ADMINISTRATOR, MANAGE, Thing.UNIT, BELOW),
            new Right(Role.ADMINISTRATOR, MANAGE, Thing.AGENCY, BELOW),
            new Right(Role.ADMINISTRATOR, MANAGE, Thing.ACCOUNT, BELOW),
            new Right(Role.ADMINISTRATOR, MANAGE, Thing.REFERENCE, ANYWHERE),
            new Right(Role.ADMINISTRATOR, VIEW, Thing.AUDIT, BELOW),
            new Right(Role.INSPECTOR, VIEW, Thing.AUDIT, BELOW),
            new Right(Role.SYSTEM_ADMINISTRATOR, MANAGE, Thing.UNIT, ANYWHERE),
            new Right(Role.SYSTEM_ADMINISTRATOR, MANAGE, Thing.AGENCY, ANYWHERE),
            new Right(Role.SYSTEM_ADMINISTRATOR, MANAGE, Thing.ACCOUNT, ANYWHERE),
            new Right(Role.SYSTEM_ADMINISTRATOR, MANAGE, Thing.REFERENCE, ANYWHERE),
            new Right(Role.SYSTEM_ADMINISTRATOR, VIEW, Thing.AUDIT, ANYWHERE));

    /** What every role may see. A draft is shown by its room only inside its unit. */
    private static final List<Right> OF_EVERYONE = Arrays.stream(Role.values())
            .flatMap(role -> Stream.of(
                    new Right(role, VIEW, Thing.UNIT, ANYWHERE),
                    new Right(role, VIEW, Thing.AGENCY, ANYWHERE),
                    new Right(role, VIEW, Thing.INDICATOR, ANYWHERE),
                    new Right(role, VIEW, Thing.PLAN, LINEAGE),
                    new Right(role, VIEW, Thing.TASK, LINEAGE),
                    new Right(role, VIEW, Thing.REPORT, BELOW),
                    new Right(role, VIEW, Thing.ACCOUNT, OWN_UNIT),
                    new Right(role, VIEW, Thing.REFERENCE, ANYWHERE)))
            .toList();

    private Rights() {}

    /** The scopes within which one of the roles may do this to things of this kind. */
    static List<Scope> scopes(Set<Role> roles, Action action, Thing thing) {
        return Stream.concat(TABLE.stream(), OF_EVERYONE.stream())
                .filter(right -> right.action() == action && right.thing() == thing && roles.contains(right.role()))
                .map(Right::scope)
                .distinct()
                .toList();
    }
}
