package vn.binhquyen.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanObligations;
import vn.binhquyen.plan.PlanObligations.OwnedIndicator;
import vn.binhquyen.statistics.Catalogue;
import vn.binhquyen.statistics.Indicator;
import vn.binhquyen.statistics.Indicator.Element;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.LocalIndicator;

/** The indicators of issued plans, matched to the catalogue or taken in as local ones, and who owes their figures. */
@Component
class ReportedIndicators {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Catalogue catalogue;

    ReportedIndicators(JdbcClient jdbc, JsonMapper json, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalogue = catalogue;
    }

    /** One thing to measure of a plan's indicator: its targets for different years belong together. */
    private record Measured(
            UUID origin,
            @Nullable String catalogue,
            @Nullable String what,
            List<PlanItem.Target> targets) {}

    void save(Actor actor, PlanObligations plan) {
        jdbc.sql("update reported_indicator set in_force = false where plan_id = :plan")
                .param("plan", plan.plan().value())
                .update();
        jdbc.sql("delete from reported_indicator_owner where plan_id = :plan")
                .param("plan", plan.plan().value())
                .update();
        int place = 0;
        for (OwnedIndicator indicator : plan.indicators()) {
            for (Measured measured : measures(indicator)) {
                place++;
                IndicatorId id = idOf(actor, plan, indicator, measured);
                save(plan.plan(), id, place, indicator, aims(measured));
                for (AgencyId owner : indicator.owners()) {
                    saveOwner(plan.plan(), id, owner);
                }
            }
        }
    }

    private static List<Measured> measures(OwnedIndicator indicator) {
        if (indicator.targets().isEmpty()) {
            return List.of(new Measured(indicator.indicator(), indicator.catalogue(), null, List.of()));
        }
        Map<String, List<PlanItem.Target>> groups = new LinkedHashMap<>();
        for (PlanItem.Target target : indicator.targets()) {
            String key = codeOf(indicator, target) + " " + target.what();
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(target);
        }
        return groups.values().stream()
                .map(targets -> new Measured(
                        targets.getFirst().id(),
                        codeOf(indicator, targets.getFirst()),
                        groups.size() == 1 ? null : targets.getFirst().what(),
                        targets))
                .toList();
    }

    private static @Nullable String codeOf(OwnedIndicator indicator, PlanItem.Target target) {
        return target.catalogue() == null ? indicator.catalogue() : target.catalogue();
    }

    private IndicatorId idOf(Actor actor, PlanObligations plan, OwnedIndicator indicator, Measured measured) {
        if (measured.catalogue() != null) {
            var known = catalogue.withCode(measured.catalogue());
            if (known.isPresent()) {
                return known.get();
            }
        }
        String unit = measured.targets().isEmpty()
                ? ""
                : measured.targets().getFirst().unit();
        return catalogue.register(
                actor,
                new LocalIndicator(
                        plan.unit(),
                        measured.origin(),
                        indicator.objective(),
                        measured.what() == null ? indicator.text() : indicator.text() + " – " + measured.what(),
                        unit,
                        indicator.direction(),
                        indicator.countsPersons()));
    }

    private static List<OwedIndicator.Aim> aims(Measured measured) {
        return measured.targets().stream()
                .map(target -> new OwedIndicator.Aim(
                        target.comparator().symbol(), target.value(), target.high(), target.unit(), target.byYear()))
                .toList();
    }

    private void save(PlanId plan, IndicatorId id, int place, OwnedIndicator indicator, List<OwedIndicator.Aim> aims) {
        jdbc.sql("""
            insert into reported_indicator (plan_id, indicator_id, place, no, objective, aims)
            values (:plan, :indicator, :place, :no, :objective, :aims::jsonb)
            on conflict (plan_id, indicator_id)
            do update set place = excluded.place, no = excluded.no, objective = excluded.objective,
                          aims = excluded.aims, in_force = true
            """)
                .param("plan", plan.value())
                .param("indicator", id.value())
                .param("place", place)
                .param("no", indicator.no())
                .param("objective", indicator.objective())
                .param("aims", json.writeValueAsString(aims))
                .update();
    }

    private void saveOwner(PlanId plan, IndicatorId id, AgencyId owner) {
        jdbc.sql("""
            insert into reported_indicator_owner (plan_id, indicator_id, agency_id)
            values (:plan, :indicator, :owner)
            on conflict do nothing
            """)
                .param("plan", plan.value())
                .param("indicator", id.value())
                .param("owner", owner.value())
                .update();
    }

    /** All that the plan asks for, in its order. */
    List<OwedIndicator> of(PlanId plan) {
        return load("""
            select reported_indicator.*
              from reported_indicator
             where plan_id = :plan and in_force
             order by place
            """, plan, null);
    }

    /**
     * What one agency owes: what it owns; what nobody owns, where it is the standing agency of the plan's unit; where it
     * belongs to a unit below, all that binds that unit's level.
     */
    List<OwedIndicator> of(PlanId plan, AgencyId agency) {
        return load("""
            select reported_indicator.*
              from reported_indicator
              join reported_plan using (plan_id)
              join indicator on indicator.id = indicator_id
              join agency on agency.id = :agency
              join unit on unit.id = agency.unit_id
             where plan_id = :plan and in_force
               and case
                     when agency.unit_id <> reported_plan.unit_id then binds = '{}' or unit.level = any(binds)
                     else exists (
                              select 1
                                from reported_indicator_owner owner
                               where owner.plan_id = :plan and owner.indicator_id = reported_indicator.indicator_id
                                 and owner.agency_id = agency.id)
                          or (agency.standing
                              and not exists (
                                  select 1
                                    from reported_indicator_owner owner
                                   where owner.plan_id = :plan
                                     and owner.indicator_id = reported_indicator.indicator_id))
                   end
             order by reported_indicator.place
            """, plan, agency);
    }

    private record Row(IndicatorId id, @Nullable String no, String objective, String aims) {}

    private List<OwedIndicator> load(String sql, PlanId plan, @Nullable AgencyId agency) {
        var query = jdbc.sql(sql).param("plan", plan.value());
        List<Row> rows = (agency == null ? query : query.param("agency", agency.value()))
                .query(ReportedIndicators::row)
                .list();
        Map<IndicatorId, Indicator> known = new HashMap<>();
        catalogue.indicators(rows.stream().map(Row::id).toList()).forEach(one -> known.put(one.id(), one));
        return rows.stream()
                .map(row -> owed(row, Objects.requireNonNull(known.get(row.id()))))
                .toList();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                new IndicatorId(row.getObject("indicator_id", UUID.class)),
                row.getString("no"),
                row.getString("objective"),
                row.getString("aims"));
    }

    private OwedIndicator owed(Row row, Indicator indicator) {
        return new OwedIndicator(
                row.id(),
                row.no(),
                row.objective(),
                indicator.nameVi(),
                indicator.unit(),
                indicator.direction(),
                indicator.computation(),
                indicator.per(),
                indicator.bySex(),
                indicator.element(Part.NUMERATOR).map(Element::name).orElse(null),
                indicator.element(Part.DENOMINATOR).map(Element::name).orElse(null),
                json.readValue(row.aims(), new TypeReference<List<OwedIndicator.Aim>>() {}),
                indicator.elements().stream().collect(Collectors.toMap(Element::part, Element::key)));
    }
}
