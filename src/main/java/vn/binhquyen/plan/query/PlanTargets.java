package vn.binhquyen.plan.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Measure;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.plan.PlanId;

/** What the plans in force aim at, that bind a unit: its own and those of the units above. */
@Component
class PlanTargets {
    private final JdbcClient jdbc;

    PlanTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the highest unit first; a plan that several registered counts once. */
    List<PlanTarget> binding(UnitId unit, LocalDate today) {
        return jdbc.sql("""
            with seen as (
                select id from units_above_and_former(:unit, :today) union select id from unit_and_former(:unit, :today)),
            bound as (
                select distinct on (plan.issuer_id, plan.number, plan.symbol, plan.issued_on) plan.*
                  from plan
                 where plan.unit_id in (select id from seen) and plan.issuer_id in (select id from seen)
                   and plan.status in ('ISSUED', 'AMENDING', 'AMENDMENT_IN_REVIEW', 'AMENDMENT_APPROVED')
                 order by plan.issuer_id, plan.number, plan.symbol, plan.issued_on, (plan.unit_id = plan.issuer_id) desc, id)
            select target.id, target.indicator_id, coalesce(target.catalogue, indicator.catalogue) as code, target.what,
                   indicator.direction, target.comparator, target.value, target.high, target.unit as measured,
                   target.baseline, target.by_year, bound.id as plan_id, bound.title, bound.number, bound.symbol,
                   bound.period_from, issuer.id as issuer_id, issuer.name as issuer_name, issuer.level
              from bound
              join unit issuer on issuer.id = bound.issuer_id
              join plan_indicator indicator on indicator.plan_id = bound.id and indicator.until is null
              join plan_target target on target.indicator_id = indicator.id
             order by nlevel(issuer.path), bound.period_from, bound.issued_on, indicator.position, target.position
            """)
                .param("unit", unit.value())
                .param("today", today)
                .query(PlanTargets::target)
                .list();
    }

    private static PlanTarget target(ResultSet row, int n) throws SQLException {
        @Nullable Integer number = row.getObject("number", Integer.class);
        return new PlanTarget(
                row.getObject("id", UUID.class),
                row.getObject("indicator_id", UUID.class),
                row.getString("code"),
                row.getString("what"),
                Direction.valueOf(row.getString("direction")),
                new Measure(
                        Comparator.of(row.getString("comparator")),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("high"),
                        row.getString("measured")),
                row.getBigDecimal("baseline"),
                row.getObject("by_year", Integer.class),
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getString("title"),
                number == null ? null : number + "/" + row.getString("symbol"),
                row.getObject("period_from", Integer.class),
                new UnitId(row.getObject("issuer_id", UUID.class)),
                row.getString("issuer_name"),
                Level.valueOf(row.getString("level")));
    }
}
