package vn.binhquyen.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private static final double NEARLY_ALL = 0.85;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Catalogue catalogue;

    ReportedIndicators(JdbcClient jdbc, JsonMapper json, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.json = json;
        this.catalogue = catalogue;
    }

    /**
     * One thing to measure of a plan's indicator: its targets for different years belong together.
     *
     * @param what the part of the sentence that it is about; null where the sentence is about one thing
     */
    private record Measured(
            UUID origin,
            @Nullable String no,
            @Nullable String catalogue,
            @Nullable String what,
            List<PlanItem.Target> targets) {

        /** The words of the plan; a part of the sentence where it can stand for itself. */
        String name(String sentence) {
            if (what == null || what.isBlank()) {
                return sentence.strip();
            }
            return sentence.contains(what) ? Consolidator.capitalised(what.strip()) : sentence.strip() + " – " + what;
        }
    }

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
                save(plan.plan(), id, place, indicator, measured);
                for (AgencyId owner : indicator.owners()) {
                    saveOwner(plan.plan(), id, owner);
                }
            }
        }
    }

    private static List<Measured> measures(OwnedIndicator indicator) {
        if (indicator.targets().isEmpty()) {
            return List.of(new Measured(indicator.indicator(), indicator.no(), indicator.catalogue(), null, List.of()));
        }
        Map<String, List<PlanItem.Target>> groups = new LinkedHashMap<>();
        for (PlanItem.Target target : indicator.targets()) {
            String key = codeOf(indicator, target) + " " + target.what();
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(target);
        }
        List<Measured> measures = new ArrayList<>();
        for (List<PlanItem.Target> targets : groups.values()) {
            boolean alone = groups.size() == 1;
            measures.add(new Measured(
                    targets.getFirst().id(),
                    alone || indicator.no() == null ? indicator.no() : indicator.no() + letter(measures.size()),
                    codeOf(indicator, targets.getFirst()),
                    alone ? null : targets.getFirst().what(),
                    targets));
        }
        return measures;
    }

    private static String letter(int index) {
        return String.valueOf((char) ('a' + index));
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

    private void save(PlanId plan, IndicatorId id, int place, OwnedIndicator indicator, Measured measured) {
        jdbc.sql("""
            insert into reported_indicator (plan_id, indicator_id, place, no, objective, name, aims)
            values (:plan, :indicator, :place, :no, :objective, :name, :aims::jsonb)
            on conflict (plan_id, indicator_id)
            do update set place = excluded.place, no = excluded.no, objective = excluded.objective,
                          name = excluded.name, aims = excluded.aims, in_force = true
            """)
                .param("plan", plan.value())
                .param("indicator", id.value())
                .param("place", place)
                .param("no", measured.no())
                .param("objective", indicator.objective())
                .param("name", measured.name(indicator.text()))
                .param("aims", json.writeValueAsString(aims(measured)))
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

    /** An agency that follows an indicator. */
    record Owner(AgencyId agency, String name) {}

    /** Who follows each indicator of the plan: its owners, else the standing agency of the plan's unit. */
    Map<IndicatorId, List<Owner>> owners(PlanId plan) {
        Map<IndicatorId, List<Owner>> owners = new HashMap<>();
        jdbc.sql("""
            select reported_indicator.indicator_id, agency.id, agency.name
              from reported_indicator
              join reported_plan using (plan_id)
              left join reported_indicator_owner owner using (plan_id, indicator_id)
              join agency on agency.id = owner.agency_id
                          or (owner.agency_id is null and agency.unit_id = reported_plan.unit_id
                              and agency.standing and upper_inf(agency.valid_during))
             where plan_id = :plan and in_force
             order by agency.name collate "vi-x-icu"
            """).param("plan", plan.value()).query(row -> {
            owners.computeIfAbsent(new IndicatorId(row.getObject("indicator_id", UUID.class)), any -> new ArrayList<>())
                    .add(new Owner(new AgencyId(row.getObject("id", UUID.class)), row.getString("name")));
        });
        return owners;
    }

    private record Row(
            IndicatorId id,
            @Nullable String no,
            String objective,
            @Nullable String name,
            String aims) {}

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
                row.getString("name"),
                row.getString("aims"));
    }

    private OwedIndicator owed(Row row, Indicator indicator) {
        String name = row.name() == null ? indicator.nameVi() : row.name();
        return new OwedIndicator(
                row.id(),
                row.no(),
                row.objective(),
                name,
                indicator.code() == null || sayTheSame(name, indicator.nameVi()) ? null : indicator.nameVi(),
                indicator.unit(),
                indicator.direction(),
                indicator.computation(),
                indicator.per(),
                indicator.bySex(),
                words(indicator, Part.NUMERATOR),
                words(indicator, Part.DENOMINATOR),
                json.readValue(row.aims(), new TypeReference<List<OwedIndicator.Aim>>() {}),
                indicator.elements().stream().collect(Collectors.toMap(Element::part, Element::key)));
    }

    /** Whether nearly every word of the catalogue's name stands in the plan's: to show both would only be longer. */
    private static boolean sayTheSame(String plan, String national) {
        Set<String> said = words(plan);
        Set<String> asked = words(national);
        long known = asked.stream().filter(said::contains).count();
        return known >= asked.size() * NEARLY_ALL;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\d]+"))
                .collect(Collectors.toSet());
    }

    /** What is counted; nothing where the element only bears the name of its indicator. */
    private static @Nullable String words(Indicator indicator, Part part) {
        return indicator
                .element(part)
                .map(Element::name)
                .filter(name -> !name.equals(indicator.nameVi()))
                .orElse(null);
    }
}
