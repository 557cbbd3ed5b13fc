package vn.binhquyen.monitoring.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.Attainment;
import vn.binhquyen.monitoring.Course;
import vn.binhquyen.monitoring.Course.Aim;
import vn.binhquyen.organization.Level;
import vn.binhquyen.plan.PlanId;

/**
 * What one document aims at for an indicator.
 *
 * @param issuer null for the national strategy, with the three that follow
 * @param what which part of a sentence of the plan it is about; null where it is about one thing
 */
public record Aimed(
        Level level,
        @Nullable UnitId issuer,
        @Nullable String issuerName,
        @Nullable PlanId plan,
        @Nullable String planTitle,
        @Nullable String planNumber,
        @Nullable String what,
        Course course) {

    public boolean strategy() {
        return plan == null;
    }

    public List<Aim> aims() {
        return course.aims();
    }

    public Optional<Aim> aimFor(int year) {
        return course.aimFor(year);
    }

    public Optional<Attainment> judge(@Nullable BigDecimal actual, int year, LocalDate today) {
        return course.judge(actual, year, today);
    }
}
