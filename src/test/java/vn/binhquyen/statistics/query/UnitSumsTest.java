package vn.binhquyen.statistics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.NewUnit;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reorganisation;
import vn.binhquyen.organization.ReorganisationId;
import vn.binhquyen.organization.Reorganisations;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.organization.query.UnitHistories;
import vn.binhquyen.organization.query.UnitHistory;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** What is kept of communes is what their figures make, and few are answered for as their figures are at any moment. */
@IntegrationTest
class UnitSumsTest {
    private static final Period QUARTER = Period.of(Period.Kind.QUARTER, 2026, 2);

    private static final List<List<String>> CELLS = List.of(
            List.of(),
            List.of("sex:female"),
            List.of("sex:male"),
            List.of("age:0-15", "sex:female"),
            List.of("age:16-59", "sex:female"),
            List.of("age:60+", "sex:female"),
            List.of("age:0-15", "sex:male"),
            List.of("age:16-59", "sex:male"),
            List.of("age:60+", "sex:male"));

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    Elements elements;

    @Autowired
    Values values;

    @Autowired
    Breakdowns breakdowns;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    UnitHistories histories;

    @Autowired
    MovableClock clock;

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
    private List<UnitId> asked;
    private List<Breakdown> wanted = List.of(Breakdown.TOTAL, Breakdown.WOMEN, Breakdown.MEN);
    private List<Breakdown> cells;
    private int element;

    @BeforeEach
    void found() {
        province = provinces.found();
        communes = List.of(province.commune(), province.anotherCommune(2), province.anotherCommune(3));
        asked = communes.stream().map(Commune::unit).toList();
        List<SortedSet<String>> options = CELLS.stream()
                .<SortedSet<String>>map(TreeSet::new)
                .filter(each -> !each.isEmpty())
                .toList();
        Map<SortedSet<String>, Breakdown> known = current.as(province.consolidator(), () -> breakdowns.of(options));
        cells = CELLS.stream()
                .map(each -> each.isEmpty() ? Breakdown.TOTAL : Objects.requireNonNull(known.get(new TreeSet<>(each))))
                .toList();
        element = current.as(province.consolidator(), () -> elements.withCodes(List.of("NQ28-3.2a.DEN")))
                .getFirst()
                .key();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_sums_of_many_communes_are_those_that_are_made_of_the_figures_of_each(long seed) {
        Random random = new Random(seed);
        List<UnitId> units =
                new ArrayList<>(communes.stream().map(Commune::unit).toList());
        if (seed % 3 == 0) {
            units.add(province.village(communes.getFirst()));
        }
        for (int i = 0; i < 40; i++) {
            write(
                    units.get(random.nextInt(units.size())),
                    cells.get(random.nextInt(cells.size())),
                    random.nextInt(4) == 0 ? Nature.ESTIMATED : Nature.ACTUAL,
                    random.nextInt(8) == 0 ? null : BigDecimal.valueOf(random.nextInt(1000), 1),
                    random.nextBoolean() ? ValueStatus.ACCEPTED : ValueStatus.DRAFT);
            if (random.nextInt(6) == 0) {
                rollups.refreshAll();
                assertThat(ofMany()).isEqualTo(ofEach());
            }
        }
        rollups.refreshAll();
        assertThat(ofMany()).isEqualTo(ofEach()).isNotEmpty();
        asked = asked.subList(1, 2);
        assertThat(ofMany()).as("of one of them").isEqualTo(ofEach());
        asked = communes.stream().map(Commune::unit).toList();
        wanted = List.of(Breakdown.TOTAL, cells.get(3), cells.get(8));
        assertThat(ofMany()).as("of finer combinations").isEqualTo(ofEach());
        assertThat(check().check().wrong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_sums_of_few_communes_are_those_of_their_figures_whatever_is_kept_already(long seed) {
        Random random = new Random(seed);
        List<UnitId> units =
                new ArrayList<>(communes.stream().map(Commune::unit).toList());
        if (seed % 3 == 0) {
            units.add(province.village(communes.getFirst()));
        }
        for (int i = 0; i < 30; i++) {
            write(
                    units.get(random.nextInt(units.size())),
                    cells.get(random.nextInt(cells.size())),
                    random.nextInt(4) == 0 ? Nature.ESTIMATED : Nature.ACTUAL,
                    random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(1000), 1),
                    random.nextBoolean() ? ValueStatus.ACCEPTED : ValueStatus.DRAFT);
            if (random.nextBoolean()) {
                rollups.refreshAll();
            }
            asked = communes.subList(0, 1 + random.nextInt(communes.size())).stream()
                    .map(Commune::unit)
                    .toList();
            assertThat(ofFew()).isEqualTo(ofEach());
        }
    }

    @Test
    void few_communes_are_read_from_what_is_kept() {
        write(communes.get(0).unit(), Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.ONE, ValueStatus.ACCEPTED);
        write(communes.get(1).unit(), Breakdown.WOMEN, Nature.ACTUAL, BigDecimal.TWO, ValueStatus.DRAFT);
        rollups.refreshAll();
        keep(province, "3   0, 4.5  2");
        assertThat(ofFew().values()).containsExactlyInAnyOrder("3 1 0", "4.5 1 1");
        assertThat(check().repair().wrong()).isEqualTo(1);
        assertThat(ofFew()).isEqualTo(ofEach());
    }

    @Test
    void a_figure_that_was_saved_a_moment_ago_is_in_the_answer_although_its_sum_is_not_kept_yet() {
        asked = asked.subList(0, 1);
        write(communes.get(0).unit(), Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.ONE, ValueStatus.DRAFT);
        assertThat(ofFew()).as("before there is a row").hasSize(1).containsValue("1 1 1");
        rollups.refreshAll();
        write(communes.get(0).unit(), Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.TWO, ValueStatus.ACCEPTED);
        assertThat(ofFew()).as("beside an old row").hasSize(1).containsValue("2 1 0");
        write(communes.get(0).unit(), Breakdown.TOTAL, Nature.ACTUAL, null, ValueStatus.ACCEPTED);
        assertThat(ofFew()).as("taken away").isEmpty();
    }

    @Test
    void of_two_provinces_the_one_whose_sums_are_noted_to_be_added_up_anew_is_read_from_the_figures() {
        Province other = provinces.found();
        asked = List.of(province.commune().unit(), other.commune().unit());
        for (Province each : List.of(province, other)) {
            write(
                    each.commune(),
                    each.commune().unit(),
                    Breakdown.TOTAL,
                    Nature.ACTUAL,
                    BigDecimal.ONE,
                    ValueStatus.ACCEPTED);
        }
        rollups.refreshAll();
        keep(province, "3   0");
        keep(other, "4   0");
        assertThat(ofFew().values()).containsExactlyInAnyOrder("3 1 0", "4 1 0");
        write(
                other.commune(),
                other.commune().unit(),
                Breakdown.TOTAL,
                Nature.ACTUAL,
                BigDecimal.TEN,
                ValueStatus.ACCEPTED);
        assertThat(ofFew().values()).containsExactlyInAnyOrder("3 1 0", "10 1 0");
        assertThat(check().repair().wrong()).isEqualTo(1);
    }

    @Test
    void communes_of_which_none_has_figures_below_it_are_read_from_one_row() {
        write(communes.get(0).unit(), Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.ONE, ValueStatus.ACCEPTED);
        write(communes.get(1).unit(), Breakdown.WOMEN, Nature.ACTUAL, BigDecimal.TWO, ValueStatus.DRAFT);
        rollups.refreshAll();
        assertThat(rows("sums")).containsExactly("1   0, 2  2");
    }

    @Test
    void where_a_village_gave_figures_they_are_read_each_time() {
        write(communes.get(1).unit(), Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.ONE, ValueStatus.ACCEPTED);
        write(province.village(communes.get(0)), Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.TWO, ValueStatus.ACCEPTED);
        rollups.refreshAll();
        assertThat(rows("(units is null and sums is null)::text")).containsExactly("true");
        assertThat(ofMany()).isEqualTo(ofEach()).hasSize(2).containsValues("1 1 0", "2 1 0");
        assertThat(ofFew()).isEqualTo(ofEach());
    }

    @Test
    void what_communes_gave_below_a_district_that_is_a_commune_today_counts_for_it_as_it_stood_then() {
        clock.moveTo(QUARTER.end().plusMonths(1));
        UnitId island = found("h", "huyện đảo Mẫu", Level.DISTRICT, province.unit());
        UnitId commune = found("h1", "xã Đảo Mẫu", Level.COMMUNE, island);
        write(commune, Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.TEN, ValueStatus.ACCEPTED);
        rollups.refreshAll();
        change(new Reorganisation(
                Reorganisation.Kind.RELEVEL,
                List.of(island),
                List.of(Reorganisation.Successor.fresh(number() + "k", "đặc khu Mẫu", null)),
                null,
                Level.COMMUNE,
                QUARTER.end().plusDays(1),
                "Nghị quyết 7/NQ"));
        rollups.refreshAll();
        asked = List.of(communes.get(0).unit(), island);
        assertThat(unit(island).level()).isEqualTo(Level.COMMUNE);
        assertThat(ofMany()).isEqualTo(ofEach()).hasSize(1).containsValue("10 1 0");
    }

    @Test
    void
            where_a_commune_and_the_one_that_took_its_place_gave_figures_of_one_period_a_district_has_those_of_the_latter() {
        clock.moveTo(QUARTER.end().plusMonths(1));
        UnitId district = found("h", "huyện Mẫu", Level.DISTRICT, province.unit());
        UnitId first = found("h1", "xã Một", Level.COMMUNE, district);
        UnitId second = found("h2", "xã Hai", Level.COMMUNE, district);
        write(first, Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.TEN, ValueStatus.ACCEPTED);
        UnitId merged = change(new Reorganisation(
                        Reorganisation.Kind.MERGE,
                        List.of(first, second),
                        List.of(Reorganisation.Successor.fresh(number() + "h3", "xã Mới", null)),
                        null,
                        null,
                        QUARTER.start().plusMonths(1),
                        "Nghị quyết 8/NQ"))
                .getFirst();
        write(merged, Breakdown.TOTAL, Nature.ACTUAL, new BigDecimal(25), ValueStatus.ACCEPTED);
        rollups.refreshAll();
        asked = List.of(district);
        assertThat(ofEach()).isEqualTo(ofMany()).hasSize(1).containsValue("25 1 0");
        asked = List.of(first, merged);
        assertThat(ofEach()).hasSize(2).containsValues("10 1 0", "25 1 0");
        change(new Reorganisation(
                Reorganisation.Kind.RELEVEL,
                List.of(district),
                List.of(Reorganisation.Successor.fresh(number() + "k", "đặc khu Mẫu", null)),
                null,
                Level.COMMUNE,
                QUARTER.end().plusDays(1),
                "Nghị quyết 9/NQ"));
    }

    private UnitId found(String code, String name, Level level, UnitId parent) {
        Actor admin = provinces.administrator();
        return current.as(
                admin,
                () -> organization.found(admin, new NewUnit(number() + code, name, level, parent, QUARTER.start())));
    }

    /** @return the units that came of it */
    private List<UnitId> change(Reorganisation proposed) {
        Actor admin = provinces.administrator();
        return current.as(admin, () -> {
            ReorganisationId change = reorganisations.propose(admin, province.unit(), proposed);
            reorganisations.decide(admin, change, 0);
            return histories.of(proposed.from().getFirst()).successors().stream()
                    .map(UnitHistory.Link::unit)
                    .toList();
        });
    }

    @Test
    void what_was_taken_away_by_all_is_kept_no_longer() {
        write(communes.get(0).unit(), Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.ONE, ValueStatus.ACCEPTED);
        rollups.refreshAll();
        write(communes.get(0).unit(), Breakdown.TOTAL, Nature.ACTUAL, null, ValueStatus.ACCEPTED);
        rollups.refreshAll();
        assertThat(rows("units::text")).isEmpty();
        assertThat(ofMany()).isEmpty();
    }

    @Test
    void a_figure_that_is_saved_while_sums_are_made_is_in_them_in_the_end() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(5)) {
            List<Callable<Boolean>> work = new ArrayList<>();
            AtomicInteger writing = new AtomicInteger(communes.size());
            for (Commune commune : communes) {
                work.add(() -> {
                    for (int i = 1; i <= 40; i++) {
                        write(commune.unit(), Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.valueOf(i), ValueStatus.DRAFT);
                        assertThat(sums(new UnitSums(jdbc), List.of(commune.unit()), wanted))
                                .containsValue(i + " 1 1");
                    }
                    writing.decrementAndGet();
                    return true;
                });
            }
            work.add(() -> {
                while (writing.get() > 0) {
                    rollups.refreshAll();
                }
                return true;
            });
            for (var done : people.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        rollups.refreshAll();
        assertThat(rows("sums")).containsExactly("40   1,40   1,40   1");
    }

    @Test
    void a_check_finds_a_row_that_is_wrong_and_one_that_is_missing_and_mends_them() {
        write(communes.get(0).unit(), Breakdown.TOTAL, Nature.ACTUAL, BigDecimal.ONE, ValueStatus.ACCEPTED);
        write(communes.get(0).unit(), Breakdown.TOTAL, Nature.ESTIMATED, BigDecimal.ONE, ValueStatus.ACCEPTED);
        rollups.refreshAll();
        jdbc.sql("update unit_rollup set sums = '5   0' where nature = 'A' and province_id = :province")
                .param("province", number())
                .update();
        jdbc.sql("delete from unit_rollup where nature = 'E' and province_id = :province")
                .param("province", number())
                .update();
        assertThat(check().check().wrong()).isEqualTo(2);
        assertThat(check().repair().wrong()).isEqualTo(2);
        assertThat(check().check().wrong()).isZero();
        assertThat(rows("sums")).containsExactly("1   0", "1   0");
    }

    private List<@Nullable String> rows(String column) {
        return jdbc.sql("select %s from unit_rollup where province_id = :province".formatted(column))
                .param("province", number())
                .query(String.class)
                .list();
    }

    /** Instead of what was added up. */
    private void keep(Province where, String sums) {
        jdbc.sql("update unit_rollup set sums = :sums where province_id = :province")
                .param("sums", sums)
                .param("province", where.consolidator().province())
                .update();
    }

    private Map<String, String> ofMany() {
        return sums(new UnitSums(jdbc, 0), asked, wanted);
    }

    private Map<String, String> ofFew() {
        return sums(new UnitSums(jdbc), asked, wanted);
    }

    /** From the figures, since what is asked beside is kept of no commune. */
    private Map<String, String> ofEach() {
        List<Breakdown> more = new ArrayList<>(wanted);
        more.add(cells.getLast());
        Map<String, String> all = sums(new UnitSums(jdbc), asked, more);
        if (!wanted.contains(cells.getLast())) {
            all.keySet().removeIf(each -> each.endsWith(" " + cells.getLast()));
        }
        return all;
    }

    private Map<String, String> sums(UnitSums sums, List<UnitId> units, List<Breakdown> breakdowns) {
        Map<String, String> all = new TreeMap<>();
        for (Nature nature : Nature.values()) {
            FoundSums found = new FoundSums();
            List<FigureQuery.What> whats = breakdowns.stream()
                    .map(breakdown -> new FigureQuery.What(element, breakdown))
                    .toList();
            FigureQuery query = new FigureQuery(whats, new Where.Units(units), List.of(QUARTER), Drawn.THEN, nature);
            List<Figures.Root> roots = units.stream()
                    .map(id -> new Figures.Root(id, unit(id).key(), unit(id).level()))
                    .toList();
            sums.of(new SumQuestion(query, roots, List.of(element), Periods.of(List.of(QUARTER))), found);
            for (Figures.Root root : roots) {
                for (FigureQuery.What what : whats) {
                    FoundSums.Sum sum = found.of(root.key(), what, QUARTER);
                    if (sum != null) {
                        all.put(
                                nature + " " + root.key() + " " + what.breakdown(),
                                sum.total().stripTrailingZeros().toPlainString() + " " + sum.given() + " "
                                        + sum.open());
                    }
                }
            }
        }
        return all;
    }

    private RollupCheck check() {
        return RollupCheck.on(jdbc, transaction);
    }

    private short number() {
        return province.consolidator().province();
    }

    private void write(
            UnitId unit, Breakdown breakdown, Nature nature, @Nullable BigDecimal number, ValueStatus status) {
        write(province.commune(), unit, breakdown, nature, number, status);
    }

    private void write(
            Commune by,
            UnitId unit,
            Breakdown breakdown,
            Nature nature,
            @Nullable BigDecimal number,
            ValueStatus status) {
        Actor officer = by.standingOfficer();
        Actor actor = new Actor(
                officer.account(), officer.name(), unit, officer.agency(), officer.province(), officer.roles());
        Map<Cell, @Nullable BigDecimal> numbers = new HashMap<>();
        numbers.put(new Cell(element, breakdown, nature), number);
        Unit where = unit(unit);
        current.as(
                actor,
                () -> values.write(
                        actor,
                        new Sheet(where.id(), where.province(), where.key(), QUARTER, Sheet.OFFICIAL),
                        UUID.randomUUID(),
                        status,
                        numbers));
    }

    private Unit unit(UnitId id) {
        return current.as(province.consolidator(), () -> organization.unit(id));
    }
}
