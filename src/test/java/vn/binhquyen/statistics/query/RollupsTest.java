package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.Catalogue;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Indicator;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.query.GroupSums.Due;
import vn.binhquyen.statistics.query.RollupRows.Patience;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** The sums that are kept beside the figures are those that one gets by adding the figures up by hand. */
@IntegrationTest
class RollupsTest {
    private static final Period QUARTER = Period.of(Period.Kind.QUARTER, 2026, 2);

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Values values;

    @Autowired
    Breakdowns breakdowns;

    @Autowired
    Rollups rollups;

    @Autowired
    CurrentActor current;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Province province;
    private List<Commune> communes;
    private final Map<UnitId, Actor> people = new HashMap<>();
    private final Map<UnitId, List<UnitId>> below = new HashMap<>();
    private final Map<UnitId, Map<Cell, BigDecimal>> figures = new HashMap<>();
    private final Map<Breakdown, SortedSet<String>> names = new HashMap<>();
    private int victims;
    private int share;

    @BeforeEach
    void found() {
        province = provinces.found();
        names.put(Breakdown.TOTAL, new TreeSet<>());
        communes = List.of(province.commune(), province.anotherCommune(2), province.anotherCommune(3));
        below.put(province.unit(), communes.stream().map(Commune::unit).toList());
        people.put(province.unit(), province.consolidator());
        for (Commune commune : communes) {
            UnitId village = province.village(commune);
            below.put(commune.unit(), List.of(village));
            people.put(commune.unit(), commune.standingOfficer());
            people.put(village, commune.standingOfficer());
        }
        Indicator indicator = current.as(
                province.consolidator(),
                () -> catalogue.national().stream()
                        .filter(one -> "NQ28-3.2a".equals(one.code()))
                        .findFirst()
                        .orElseThrow());
        victims = indicator.element(Part.DENOMINATOR).orElseThrow().key();
        share = indicator.element(Part.VALUE).orElseThrow().key();
    }

    /** What a unit may give of one element: all of something, as a form asks, or anything. */
    private static final List<List<Set<String>>> FORMS = List.of(
            List.of(Set.of()),
            List.of(Set.of("sex:female"), Set.of("sex:male")),
            List.of(Set.of("age:0-15"), Set.of("age:16-59"), Set.of("age:60+")),
            List.of(
                    Set.of("sex:female", "age:0-15"),
                    Set.of("sex:female", "age:16-59"),
                    Set.of("sex:female", "age:60+"),
                    Set.of("sex:male", "age:0-15"),
                    Set.of("sex:male", "age:16-59"),
                    Set.of("sex:male", "age:60+")),
            List.of(Set.of("ethnicity:kinh"), Set.of("ethnicity:minority", "sex:female")),
            List.of(Set.of("violence:physical"), Set.of("violence:mental"), Set.of("violence:mental", "sex:female")));

    private static final Map<String, Integer> WHOLE = Map.of("sex", 2, "age", 3, "ethnicity", 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void a_sum_holds_what_each_unit_gave_or_what_that_adds_up_to_and_where_there_is_neither_those_below(long seed) {
        Random random = new Random(seed);
        List<UnitId> units = new ArrayList<>(people.keySet());
        for (int i = 0; i < 25; i++) {
            UnitId unit = units.get(random.nextInt(units.size()));
            List<Set<String>> form = FORMS.get(random.nextInt(FORMS.size()));
            boolean whole = random.nextInt(3) > 0;
            Nature nature = random.nextInt(4) == 0 ? Nature.ESTIMATED : Nature.ACTUAL;
            int element = random.nextInt(8) == 0 ? share : victims;
            for (Set<String> options : form) {
                if (whole || random.nextBoolean()) {
                    write(
                            unit,
                            new Cell(element, breakdown(options), nature),
                            random.nextInt(12) == 0 ? null : BigDecimal.valueOf(random.nextInt(1000), 1));
                }
            }
            if (random.nextInt(10) == 0) {
                rollups.refresh();
            }
        }
        rollups.refresh();
        assertThat(kept()).isEqualTo(added());
    }

    private Breakdown breakdown(Set<String> options) {
        SortedSet<String> sorted = new TreeSet<>(options);
        Breakdown found = current.as(province.consolidator(), () -> breakdowns.of(List.of(sorted)))
                .get(sorted);
        Breakdown known = Objects.requireNonNull(found);
        names.put(known, sorted);
        return known;
    }

    @Test
    void what_an_agency_contributes_is_in_no_sum() {
        Unit commune = unit(province.commune().unit());
        int police = current.as(
                        province.commune().policeOfficer(),
                        () -> organization.agency(province.commune().police()))
                .key();
        Sheet contributed = new Sheet(commune.id(), commune.province(), commune.key(), QUARTER, police);
        current.as(
                province.commune().policeOfficer(),
                () -> values.write(
                        province.commune().policeOfficer(),
                        contributed,
                        UUID.randomUUID(),
                        ValueStatus.ACCEPTED,
                        Map.of(Cell.actual(victims), BigDecimal.TEN)));
        rollups.refresh();
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_sum_says_how_many_figures_it_holds_and_how_many_are_still_open() {
        write(communes.get(0).unit(), Cell.actual(victims), BigDecimal.ONE, ValueStatus.ACCEPTED);
        write(communes.get(1).unit(), Cell.actual(victims), BigDecimal.TWO, ValueStatus.DRAFT);
        rollups.refresh();
        assertThat(jdbc.sql("select concat(given, ' ', open) from data_rollup where province_id = :province")
                        .param("province", number())
                        .query(String.class)
                        .list())
                .containsExactly("2 1");
    }

    @Test
    void sums_wait_until_their_figures_rest_but_not_longer_than_the_longest() {
        Duration hour = Duration.ofHours(1);
        write(communes.get(0).unit(), Cell.actual(victims), BigDecimal.ONE);
        assertThat(taken(new Patience(hour, hour))).isZero();
        assertThat(taken(new Patience(Duration.ZERO, hour))).isEqualTo(1);
        assertThat(taken(new Patience(hour, Duration.ZERO))).isEqualTo(1);
    }

    @Test
    void what_was_typed_is_added_up_before_what_came_in_bulk() {
        noteInBulk(share);
        write(communes.get(0).unit(), Cell.actual(victims), BigDecimal.ONE);
        int typed =
                jdbc.sql("""
                    select count(*) from (select from rollup_due
                                           where province_id % 2 = :part
                                           group by province_id, element_key, period_key
                                          having not bool_and(in_bulk)) each
                    """).param("part", number() % 2).query(Integer.class).single();
        assertThat(due(Patience.NONE, typed)).extracting(Due::element).containsExactly(victims);
        assertThat(due(Patience.NONE, 10_000)).extracting(Due::element).containsExactlyInAnyOrder(victims, share);
    }

    private void noteInBulk(int element) {
        new RollupRows(jdbc).note(List.of(new Due(number(), element, QUARTER.key())));
    }

    /** How many sums of the province would be made anew. */
    private long taken(Patience patience) {
        return due(patience, 10_000).size();
    }

    private List<Due> due(Patience patience, int limit) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return new RollupRows(jdbc)
                    .takeDue(number() % 2, 2, patience, limit).stream()
                            .filter(due -> due.province() == number())
                            .toList();
        }));
    }

    @Test
    void a_sum_whose_figures_are_all_taken_away_is_gone_and_the_others_stay_as_they_were() {
        Cell women = new Cell(victims, breakdown(Set.of("sex:female")), Nature.ACTUAL);
        Cell men = new Cell(victims, breakdown(Set.of("sex:male")), Nature.ACTUAL);
        write(communes.get(0).unit(), women, BigDecimal.valueOf(3));
        write(communes.get(0).unit(), men, BigDecimal.valueOf(4));
        write(communes.get(1).unit(), women, BigDecimal.valueOf(5));
        rollups.refresh();
        write(communes.get(0).unit(), men, null);
        rollups.refresh();
        assertThat(kept()).isEqualTo(added());
        assertThat(kept()).hasSize(1);
        assertThat(check().check().wrong()).isZero();
    }

    @Test
    void a_check_finds_each_sum_that_is_not_what_the_figures_add_up_to_and_mends_it() {
        write(communes.get(0).unit(), Cell.actual(victims), BigDecimal.valueOf(5));
        write(communes.get(1).unit(), Cell.actual(share), BigDecimal.valueOf(7));
        rollups.refresh();
        assertThat(check().check().wrong()).isZero();
        jdbc.sql("update data_rollup set total = total + 1 where province_id = :province")
                .param("province", number())
                .update();
        assertThat(check().check().wrong()).isEqualTo(1);
        assertThat(check().repair().wrong()).isEqualTo(1);
        assertThat(check().check().wrong()).isZero();
        assertThat(kept()).isEqualTo(added());
    }

    @Test
    void a_figure_of_the_successor_counts_alone_where_those_before_it_gave_one_for_the_same_period_too() {
        write(communes.get(0).unit(), Cell.actual(victims), BigDecimal.valueOf(5));
        write(communes.get(1).unit(), Cell.actual(victims), BigDecimal.valueOf(7));
        write(communes.get(2).unit(), Cell.actual(victims), BigDecimal.valueOf(100));
        rollups.refresh();
        Commune merged = province.merged(9, LocalDate.of(2026, 5, 1), communes.get(0), communes.get(1));
        people.put(merged.unit(), merged.standingOfficer());
        rollups.refresh();
        assertThat(kept()).containsEntry(" A", BigDecimal.valueOf(112));
        write(merged.unit(), Cell.actual(victims), BigDecimal.valueOf(20));
        rollups.refresh();
        assertThat(kept()).containsEntry(" A", BigDecimal.valueOf(120).stripTrailingZeros());
        assertThat(check().check().wrong()).isZero();
    }

    /** By hand: from the bottom up, unit by unit, of what each gave. */
    private Map<String, BigDecimal> added() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Nature nature : Nature.values()) {
            of(province.unit(), nature)
                    .forEach((options, number) -> sums.put(
                            String.join(";", options) + " " + nature.name().charAt(0), number.stripTrailingZeros()));
        }
        return sums;
    }

    private Map<SortedSet<String>, BigDecimal> of(UnitId unit, Nature nature) {
        Map<SortedSet<String>, BigDecimal> sums = new HashMap<>();
        for (UnitId child : below.getOrDefault(unit, List.of())) {
            of(child, nature).forEach((options, number) -> sums.merge(options, number, BigDecimal::add));
        }
        Map<SortedSet<String>, BigDecimal> own = new HashMap<>();
        figures.getOrDefault(unit, Map.of()).forEach((cell, number) -> {
            if (cell.element() == victims && cell.nature() == nature) {
                own.put(Objects.requireNonNull(names.get(cell.breakdown())), number);
            }
        });
        sums.putAll(own);
        parts(own.keySet()).stream()
                .filter(options -> !own.containsKey(options))
                .forEach(options -> addedUp(own, options).ifPresent(number -> sums.put(options, number)));
        return sums;
    }

    private static Set<SortedSet<String>> parts(Set<SortedSet<String>> combinations) {
        Set<SortedSet<String>> parts = new HashSet<>();
        for (SortedSet<String> combination : combinations) {
            List<String> options = List.copyOf(combination);
            for (int subset = 0; subset < 1 << options.size(); subset++) {
                SortedSet<String> part = new TreeSet<>();
                for (int i = 0; i < options.size(); i++) {
                    if ((subset & 1 << i) != 0) {
                        part.add(options.get(i));
                    }
                }
                parts.add(part);
            }
        }
        return parts;
    }

    /** Over as few dimensions as possible, the first in the order of words, and only where enough was given. */
    private static Optional<BigDecimal> addedUp(Map<SortedSet<String>, BigDecimal> own, SortedSet<String> coarse) {
        Map<String, List<BigDecimal>> ways = new TreeMap<>();
        own.forEach((options, number) -> {
            if (options.size() > coarse.size() && options.containsAll(coarse)) {
                List<String> dropped = options.stream()
                        .filter(option -> !coarse.contains(option))
                        .map(option -> option.substring(0, option.indexOf(':')))
                        .toList();
                if (!dropped.contains("violence")) {
                    ways.computeIfAbsent(dropped.size() + String.join(",", dropped), any -> new ArrayList<>())
                            .add(number);
                }
            }
        });
        return ways.entrySet().stream()
                .filter(way -> way.getValue().size()
                        >= Stream.of(way.getKey().substring(1).split(",", -1))
                                .mapToInt(dimension -> Objects.requireNonNull(WHOLE.get(dimension)))
                                .reduce(1, (a, b) -> a * b))
                .findFirst()
                .map(way -> way.getValue().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Map<String, BigDecimal> kept() {
        record Kept(String cell, BigDecimal total) {}
        return jdbc
                .sql("""
                    select array_to_string(combination, ';') || ' ' || nature::text as cell, total
                      from data_rollup
                      join breakdown on breakdown.key = breakdown_key
                     where province_id = :province
                    """)
                .param("province", number())
                .query((row, n) -> new Kept(row.getString("cell"), row.getBigDecimal("total")))
                .list()
                .stream()
                .collect(toMap(Kept::cell, kept -> kept.total().stripTrailingZeros(), (a, b) -> a, TreeMap::new));
    }

    private RollupCheck check() {
        return RollupCheck.on(jdbc, transaction);
    }

    private short number() {
        return province.consolidator().province();
    }

    private void write(UnitId unit, Cell cell, @Nullable BigDecimal number) {
        write(unit, cell, number, ValueStatus.DRAFT);
        if (number == null) {
            figures.computeIfAbsent(unit, any -> new HashMap<>()).remove(cell);
        } else {
            figures.computeIfAbsent(unit, any -> new HashMap<>()).put(cell, number);
        }
    }

    private void write(UnitId unit, Cell cell, @Nullable BigDecimal number, ValueStatus status) {
        Actor actor = Objects.requireNonNull(people.get(unit));
        Map<Cell, @Nullable BigDecimal> numbers = new HashMap<>();
        numbers.put(cell, number);
        current.as(actor, () -> values.write(actor, official(unit), UUID.randomUUID(), status, numbers));
    }

    private Sheet official(UnitId id) {
        Unit unit = unit(id);
        return new Sheet(unit.id(), unit.province(), unit.key(), QUARTER, Sheet.OFFICIAL);
    }

    private Unit unit(UnitId id) {
        return current.as(province.consolidator(), () -> organization.unit(id));
    }
}
