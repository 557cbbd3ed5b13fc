package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reorganisation;
import vn.binhquyen.organization.Reorganisation.Successor;
import vn.binhquyen.organization.ReorganisationId;
import vn.binhquyen.organization.Reorganisations;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.organization.query.UnitHistories;
import vn.binhquyen.organization.query.UnitHistory;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Catalogue;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.LocalIndicator;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.query.FigureQuery.What;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.LoadedCountry;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

/** Figures over units, time and boundaries; the tests' day is 15 January 2026. */
@IntegrationTest
class FiguresTest {
    private static final Period Q3 = Period.of(Kind.QUARTER, 2025, 3);
    private static final Period Q4 = Period.of(Kind.QUARTER, 2025, 4);
    private static final Period Q1 = Period.of(Kind.QUARTER, 2026, 1);
    private static final Period SECOND_HALF = Period.of(Kind.HALF_YEAR, 2025, 2);
    private static final LocalDate CHANGED = LocalDate.of(2026, 1, 1);

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    UnitHistories histories;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Values values;

    @Autowired
    Rollups rollups;

    @Autowired
    Figures figures;

    @Autowired
    CurrentActor current;

    @Autowired
    LoadedCountry country;

    @Autowired
    JdbcClient jdbc;

    private Province province;
    private Commune first;
    private Commune second;
    private Commune third;
    private What victims;
    private What women;

    @BeforeEach
    void found() {
        province = provinces.found();
        first = province.commune();
        second = province.anotherCommune(2);
        third = province.anotherCommune(3);
        victims = new What(element(), Breakdown.TOTAL);
        women = new What(victims.element(), Breakdown.WOMEN);
    }

    @Test
    void a_province_has_the_sum_of_its_communes_and_the_nation_that_of_its_provinces() {
        give(first, Q4, 5);
        give(second, Q4, 7);
        Province other = provinces.found();
        give(other.commune(), Q4, 100);
        assertThat(read(victims, province.unit(), Q4)).contains("12");
        assertThat(read(victims, Organization.NATION, Q4)).contains("112");
        assertThat(read(victims, first.unit(), Q4)).contains("5");
        assertThat(read(victims, third.unit(), Q4)).isEmpty();
    }

    @Test
    void a_commune_that_gave_nothing_itself_has_what_its_villages_gave() {
        UnitId village = province.village(first);
        write(first.standingOfficer(), village, Q4, Map.of(cell(Breakdown.WOMEN), 3, cell(Breakdown.MEN), 1));
        give(second, Q4, 7);
        assertThat(read(victims, first.unit(), Q4)).contains("4");
        assertThat(read(women, first.unit(), Q4)).contains("3");
        assertThat(read(victims, village, Q4)).contains("4");
        assertThat(figures(victims, new Where.Below(province.unit(), Level.COMMUNE), List.of(Q4), Drawn.THEN))
                .containsValues("4", "7");
        give(first, Q4, 9);
        assertThat(read(victims, first.unit(), Q4)).contains("9");
        assertThat(read(victims, province.unit(), Q4)).contains("16");
    }

    @Test
    void a_longer_period_is_made_of_the_shorter_ones_and_says_where_one_is_missing() {
        give(first, Q3, 5);
        give(first, Q4, 7);
        give(second, Q4, 2);
        assertThat(read(victims, first.unit(), SECOND_HALF)).contains("12");
        assertThat(read(victims, second.unit(), SECOND_HALF)).contains("2 INCOMPLETE");
        assertThat(read(victims, first.unit(), Period.year(2025))).contains("12 INCOMPLETE");
        give(first, SECOND_HALF, 13);
        assertThat(read(victims, first.unit(), SECOND_HALF)).contains("13");
    }

    @Test
    void what_is_not_accepted_yet_is_marked() {
        write(first.standingOfficer(), first.unit(), Q4, Map.of(cell(Breakdown.TOTAL), 5), ValueStatus.DRAFT);
        assertThat(read(victims, first.unit(), Q4)).contains("5 OPEN");
        assertThat(read(victims, province.unit(), Q4)).contains("5 OPEN");
    }

    @Test
    void after_a_merger_the_figures_stand_at_the_former_units_then_and_at_the_new_one_today() {
        give(first, Q4, 5);
        give(second, Q4, 7);
        Commune merged = province.merged(4, CHANGED, first, second);
        give(merged, Q1, 20);
        assertThat(read(victims, merged.unit(), Q4)).isEmpty();
        assertThat(read(victims, first.unit(), Q4)).contains("5");
        assertThat(today(victims, merged.unit(), Q4)).contains("12");
        assertThat(today(victims, merged.unit(), Q1)).contains("20");
        assertThat(read(victims, province.unit(), Q4)).contains("12");
        assertThat(figures(victims, new Where.Below(province.unit(), Level.COMMUNE), List.of(Q4, Q1), Drawn.TODAY))
                .containsOnly(
                        Map.entry(merged.unit() + " " + Q4.key(), "12"),
                        Map.entry(merged.unit() + " " + Q1.key(), "20"));
    }

    @Test
    void a_split_by_known_shares_is_estimated_and_one_by_unknown_shares_stays_undistributed_in_the_total() {
        give(first, Q4, 10);
        List<UnitId> parts = split(first.unit(), new BigDecimal("0.7"), new BigDecimal("0.3"));
        assertThat(today(victims, parts.getFirst(), Q4)).contains("7 ESTIMATED");
        assertThat(today(victims, parts.getLast(), Q4)).contains("3 ESTIMATED");
        give(second, Q4, 4);
        split(second.unit(), null, null);
        assertThat(figures(victims, new Where.Below(province.unit(), Level.COMMUNE), List.of(Q4), Drawn.TODAY))
                .contains(Map.entry(province.unit() + " " + Q4.key(), "4 UNDISTRIBUTED"));
        assertThat(today(victims, province.unit(), Q4)).contains("14");
    }

    /** As Lào Cai, which took over the number of Yên Bái on 1 July 2025. */
    @Test
    void two_provinces_that_bore_one_number_are_both_answered_for_a_period_in_which_both_lived() {
        country.load();
        List<UnitId> both = jdbc.sql("""
            select unit.id
              from unit_state state
              join unit on unit.id = state.unit_id
             where state.province_id = 15 and state.level = 'PROVINCE'
            """)
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .list();
        UnitId commune = jdbc.sql("""
            select unit_id from unit_state
             where province_id = 15 and level = 'COMMUNE' and valid_during @> date '2026-01-01'
             limit 1
            """)
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .single();
        Actor clerk = first.standingOfficer();
        Actor officer = new Actor(
                clerk.account(), clerk.name(), commune, clerk.agency(), (short) 15, Set.of(Role.STANDING_OFFICER));
        write(officer, commune, Period.year(2025), Map.of(cell(Breakdown.TOTAL), 60));

        assertThat(both).hasSize(2);
        assertThat(figures(victims, new Where.Units(both), List.of(Period.year(2025)), Drawn.THEN))
                .containsOnlyKeys(both.stream().map(unit -> unit + " 4202501").toList())
                .containsValue("60");
        for (UnitId one : both) {
            assertThat(read(victims, one, Period.year(2025))).contains("60");
        }
    }

    @Test
    void what_holds_for_a_unit_alone_is_read_of_all_communes_of_the_country_as_of_one() {
        country.load();
        int reported = jdbc.sql("select min(key) from data_element where over_units = 'NONE' and kind = 'MEASURE'")
                .query(Integer.class)
                .single();
        Map<Cell, Integer> given = Map.of(new Cell(reported, Breakdown.TOTAL, Nature.ACTUAL), 61);
        write(first.standingOfficer(), first.unit(), Q4, given);
        write(third.standingOfficer(), third.unit(), Q4, given);
        What what = new What(reported, Breakdown.TOTAL);
        assertThat(read(what, first.unit(), Q4)).contains("61");
        assertThat(read(what, province.unit(), Q4)).isEmpty();
        assertThat(figures(what, new Where.Below(Organization.NATION, Level.COMMUNE), List.of(Q4), Drawn.THEN))
                .containsEntry(first.unit() + " " + Q4.key(), "61")
                .containsEntry(third.unit() + " " + Q4.key(), "61")
                .doesNotContainKey(second.unit() + " " + Q4.key());
    }

    @Test
    void no_more_queries_for_a_country_than_for_one_commune() {
        give(first, Q4, 10);
        long one = Statements.countIn(() -> read(victims, first.unit(), Q4));
        assertThat(Statements.countIn(() -> figures(
                        victims, new Where.Below(Organization.NATION, Level.COMMUNE), List.of(Q3, Q4), Drawn.THEN)))
                .isLessThanOrEqualTo(one);
        assertThat(one).isLessThanOrEqualTo(6);
    }

    @Test
    void a_unit_asked_beside_the_one_whose_place_it_took_has_the_same_figure_by_todays_boundaries() {
        give(first, Q4, 3);
        give(second, Q4, 20);
        UnitId merged = province.merged(4, CHANGED, first, second).unit();
        Where both = new Where.Units(List.of(merged, second.unit()));
        assertThat(figures(victims, both, List.of(Q4), Drawn.TODAY))
                .containsEntry(merged + " " + Q4.key(), "23")
                .containsEntry(second.unit() + " " + Q4.key(), "20");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothing_is_lost_or_counted_twice_by_the_boundaries_of_today(long seed) {
        Random random = new Random(seed);
        Map<Period, Integer> total = new HashMap<>();
        for (Commune commune : List.of(first, second, third)) {
            for (Period period : List.of(Q3, Q4)) {
                if (random.nextInt(4) > 0) {
                    int number = random.nextInt(500);
                    give(commune, period, number);
                    total.merge(period, number, Integer::sum);
                }
            }
        }
        List<UnitId> today = new ArrayList<>();
        if (random.nextBoolean()) {
            today.add(province.merged(4, CHANGED, first, second).unit());
        } else {
            today.addAll(split(first.unit(), new BigDecimal("0.25"), new BigDecimal("0.75")));
        }
        if (random.nextBoolean()) {
            split(third.unit(), null, null);
        }
        for (Period period : List.of(Q3, Q4)) {
            BigDecimal sum = current
                    .as(
                            province.consolidator(),
                            () -> figures.read(new FigureQuery(
                                    List.of(victims),
                                    new Where.Below(province.unit(), Level.COMMUNE),
                                    List.of(period),
                                    Drawn.TODAY,
                                    Nature.ACTUAL)))
                    .stream()
                    .map(reading -> Objects.requireNonNull(reading.total()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(total.getOrDefault(period, 0)));
        }
    }

    private List<UnitId> split(UnitId unit, @Nullable BigDecimal one, @Nullable BigDecimal other) {
        Actor admin = provinces.administrator();
        String code = organizationOf(unit).code();
        return current.as(admin, () -> {
            ReorganisationId change = reorganisations.propose(
                    admin,
                    province.unit(),
                    new Reorganisation(
                            Reorganisation.Kind.SPLIT,
                            List.of(unit),
                            List.of(
                                    Successor.fresh(code + "a", "xã Mẫu " + code + "a", one),
                                    Successor.fresh(code + "b", "xã Mẫu " + code + "b", other)),
                            null,
                            null,
                            CHANGED,
                            "Nghị quyết 3/NQ"));
            reorganisations.decide(admin, change, 0);
            return histories.of(unit).successors().stream()
                    .map(UnitHistory.Link::unit)
                    .toList();
        });
    }

    private Cell cell(Breakdown breakdown) {
        return new Cell(victims.element(), breakdown, Nature.ACTUAL);
    }

    private void give(Commune commune, Period period, int number) {
        write(commune.standingOfficer(), commune.unit(), period, Map.of(cell(Breakdown.TOTAL), number));
    }

    private void write(Actor actor, UnitId unit, Period period, Map<Cell, Integer> numbers) {
        write(actor, unit, period, numbers, ValueStatus.ACCEPTED);
    }

    private void write(Actor actor, UnitId id, Period period, Map<Cell, Integer> numbers, ValueStatus status) {
        Unit unit = organizationOf(id);
        Map<Cell, @Nullable BigDecimal> given = new HashMap<>();
        numbers.forEach((cell, number) -> given.put(cell, BigDecimal.valueOf(number)));
        current.as(
                actor,
                () -> values.write(
                        actor,
                        new Sheet(unit.id(), unit.province(), unit.key(), period, Sheet.OFFICIAL),
                        UUID.randomUUID(),
                        status,
                        given));
        rollups.refresh();
    }

    private Unit organizationOf(UnitId unit) {
        return current.as(province.consolidator(), () -> organization.unit(unit));
    }

    private Optional<String> read(What what, UnitId unit, Period period) {
        return figures(what, Where.unit(unit), List.of(period), Drawn.THEN).values().stream()
                .findFirst();
    }

    private Optional<String> today(What what, UnitId unit, Period period) {
        return figures(what, Where.unit(unit), List.of(period), Drawn.TODAY).values().stream()
                .findFirst();
    }

    /** By unit and period: the number and its marks. */
    private Map<String, String> figures(What what, Where where, List<Period> when, Drawn drawn) {
        return current
                .as(
                        province.consolidator(),
                        () -> figures.read(new FigureQuery(List.of(what), where, when, drawn, Nature.ACTUAL)))
                .stream()
                .collect(toMap(
                        reading -> reading.unit() + " " + reading.period().key(),
                        reading -> (Objects.requireNonNull(reading.total())
                                                .stripTrailingZeros()
                                                .toPlainString()
                                        + " "
                                        + String.join(
                                                " ",
                                                reading.marks().stream()
                                                        .map(Enum::name)
                                                        .sorted()
                                                        .toList()))
                                .strip(),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private int element() {
        Actor actor = new Actor(
                province.consolidator().account(),
                "",
                province.consolidator().unit(),
                province.consolidator().agency(),
                province.consolidator().province(),
                Set.of(Role.CONSOLIDATOR));
        IndicatorId indicator = current.as(
                actor,
                () -> catalogue.register(
                        actor,
                        new LocalIndicator(
                                province.unit(), UUID.randomUUID(), "Thử", "Số người", "người", Direction.NONE, true)));
        return current.as(actor, () -> catalogue.indicators(List.of(indicator)))
                .getFirst()
                .element(Part.NUMERATOR)
                .orElseThrow()
                .key();
    }
}
