package vn.binhquyen.access.signin;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.Rehearsal;
import vn.binhquyen.kernel.Role;

/** Who must show a second factor: whoever has a role over others' data, but in a demonstration. */
@Component
public class SecondFactorPolicy {
    private static final Set<Role> OVER_OTHERS = Collections.unmodifiableSet(EnumSet.of(
            Role.CONSOLIDATOR,
            Role.ADMINISTRATOR,
            Role.SYSTEM_ADMINISTRATOR,
            Role.INSPECTOR,
            Role.STATISTICIAN,
            Role.CASE_WORKER,
            Role.CASE_SUPERVISOR));

    enum Demand {
        REQUIRED,
        OFFERED
    }

    private final @Nullable Demand demand;
    private final Rehearsal rehearsal;

    SecondFactorPolicy(
            @Value("${binhquyen.access.second-factor:#{null}}") @Nullable Demand demand, Rehearsal rehearsal) {
        this.demand = demand;
        this.rehearsal = rehearsal;
    }

    public boolean demandedOf(Set<Role> roles) {
        return !Collections.disjoint(roles, OVER_OTHERS) && isDemanded();
    }

    /** What the settings say; where they say nothing, a demonstration only offers. */
    public boolean isDemanded() {
        return demand == null ? !rehearsal.isDemonstration() : demand == Demand.REQUIRED;
    }
}
