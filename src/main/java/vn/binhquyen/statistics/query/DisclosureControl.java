package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.DataElement.Kind;
import vn.binhquyen.statistics.DataElement.OverUnits;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.query.DrawnTables.Place;

/** Takes out of an answer what its reader may not see: of sensitive things in units they don't answer for, what is withheld. */
@Component
class DisclosureControl {
    private final JdbcClient jdbc;
    private final Withholding withholding;
    private final Clock clock;

    DisclosureControl(JdbcClient jdbc, Withholding withholding, Clock clock) {
        this.jdbc = jdbc;
        this.withholding = withholding;
        this.clock = clock;
    }

    /** Whether the unit is the reader's own, stands or stood below it, or passed into one of these. */
    boolean isAnsweredForBy(Actor actor, UnitId unit) {
        return others(actor, Set.of(unit)).isEmpty();
    }

    /**
     * @param all what answers the query, nothing withheld
     * @param known the elements asked for, by key
     */
    List<Reading> shown(
            Actor actor,
            FigureQuery query,
            List<Reading> all,
            Map<Integer, DataElement> known,
            DrawnTables.Reader reader) {
        Set<UnitId> sensitive = all.stream()
                .filter(reading -> element(known, reading).sensitive())
                .map(Reading::unit)
                .collect(toSet());
        Map<UnitId, Other> others = sensitive.isEmpty() ? Map.of() : others(actor, sensitive);
        if (others.isEmpty()) {
            return all;
        }
        Withholding.Decisions decisions =
                withholding.decisions(decided(all, known, others), provinces(query, all, others), reader);
        return all.stream()
                .map(reading -> {
                    DataElement element = element(known, reading);
                    Other other = others.get(reading.unit());
                    boolean hidden = other != null
                            && element.sensitive()
                            && (isDecided(element, other, reading)
                                    ? isWithheld(decisions, element, query, reading)
                                    : element.overUnits() != OverUnits.NONE || isOfOneUnit(element, reading));
                    return hidden ? withoutTotal(reading) : reading;
                })
                .toList();
    }

    /** Whether it depends on the numbers beside it; else it is clear by itself. */
    private static boolean isDecided(DataElement element, Other other, Reading reading) {
        return element.sensitive()
                && element.overUnits() != OverUnits.NONE
                && other.inTables()
                && !isSmallOrGivenApart(reading);
    }

    private static DataElement element(Map<Integer, DataElement> known, Reading reading) {
        return Objects.requireNonNull(known.get(reading.what().element()));
    }

    /** What is expected tells what was carried out nearly: it is withheld where that is. */
    private static boolean isWithheld(
            Withholding.Decisions decisions, DataElement element, FigureQuery query, Reading reading) {
        return Stream.of(Nature.ACTUAL, query.nature())
                .distinct()
                .flatMap(nature -> Withholding.years(reading.period()).stream()
                        .map(year -> decisions.withheld(element, nature, year)))
                .anyMatch(withheld -> withheld.holds(
                        reading.period().kind(),
                        Place.of(query, reading),
                        reading.what().breakdown()));
    }

    private static Set<DataElement> decided(
            List<Reading> all, Map<Integer, DataElement> known, Map<UnitId, Other> others) {
        return all.stream()
                .filter(reading -> {
                    Other other = others.get(reading.unit());
                    return other != null && isDecided(element(known, reading), other, reading);
                })
                .map(reading -> element(known, reading))
                .collect(toSet());
    }

    /** Those of which communes are asked for, or what stays undistributed among these. */
    private static Set<UnitId> provinces(FigureQuery query, List<Reading> all, Map<UnitId, Other> others) {
        Set<UnitId> provinces = new LinkedHashSet<>();
        for (Reading reading : all) {
            Other other = others.get(reading.unit());
            UnitId province = other == null ? null : other.province();
            boolean within =
                    !reading.unit().equals(province) || Place.of(query, reading).as() == DrawnTables.As.UNDISTRIBUTED;
            if (province != null && within) {
                provinces.add(province);
            }
        }
        return provinces;
    }

    /** What is not added up over units stands in no table, and nothing beside it could hide it. */
    private static boolean isOfOneUnit(DataElement element, Reading reading) {
        boolean counts = element.kind() == Kind.COUNT;
        return !reading.unit().equals(Organization.NATION)
                || (counts && Suppression.isSmall(Objects.requireNonNull(reading.total())));
    }

    /**
     * Small, also where the sums lag behind the figures over which it was decided; or given of a school year or a term itself,
     * which no table of calendar years holds.
     */
    private static boolean isSmallOrGivenApart(Reading reading) {
        Period.Kind kind = reading.period().kind();
        return Suppression.isSmall(Objects.requireNonNull(reading.total()))
                || (!kind.isOfCalendarYear()
                        && reading.madeOf() == kind
                        && !reading.unit().equals(Organization.NATION));
    }

    private static Reading withoutTotal(Reading reading) {
        return new Reading(
                reading.unit(),
                reading.period(),
                reading.what(),
                null,
                reading.given(),
                reading.madeOf(),
                Set.of(Mark.SUPPRESSED));
    }

    /**
     * A unit that the reader does not answer for.
     *
     * @param province in which it stands or stood; null for the nation
     * @param inTables whether its numbers are among those over which it is decided what is withheld
     */
    private record Other(@Nullable UnitId province, boolean inTables) {}

    /** Those that neither are the reader's unit, nor stand or stood below it, nor passed into it. */
    private Map<UnitId, Other> others(Actor actor, Set<UnitId> units) {
        Map<UnitId, Other> others = new HashMap<>();
        jdbc.sql("""
            with answered_for as materialized (
                select lived.unit_id
                  from unit_state own
                  join unit_state lived on lived.path <@ own.path
                 where own.unit_id = :own
                 union
                select id from units_passed_into(:own, :today)
            )
            select distinct on (unit.id) unit.id, province.id as province, unit.level in ('NATION', 'PROVINCE', 'COMMUNE') as in_tables
              from unit
              join unit_state state on state.unit_id = unit.id
              left join unit province
                on province.key = case when nlevel(state.path) > 1 then subpath(state.path, 1, 1)::text::integer end
             where unit.id = any(:units) and unit.id not in (select unit_id from answered_for)
             order by unit.id, upper(state.valid_during) desc
            """)
                .param("own", actor.unit().value())
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    UUID province = row.getObject("province", UUID.class);
                    UnitId unit = new UnitId(row.getObject("id", UUID.class));
                    others.put(
                            unit,
                            new Other(province == null ? null : new UnitId(province), row.getBoolean("in_tables")));
                });
        return others;
    }
}
