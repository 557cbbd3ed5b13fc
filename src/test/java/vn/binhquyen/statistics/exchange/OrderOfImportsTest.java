package vn.binhquyen.statistics.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.exchange.FigureImports.Limits;
import vn.binhquyen.statistics.exchange.FigureImports.Report;
import vn.binhquyen.statistics.exchange.FigureImports.RowError;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** In whatever order, in however many files and however often the same figures come: what is kept is the same. */
@IntegrationTest
class OrderOfImportsTest {
    private static final List<String> ELEMENTS = List.of("NQ28-3.2a.DEN", "NQ28-3.2a.NUM", "NQ28-1.1.DEN");
    private static final List<String> PERIODS = List.of("2026Q1", "2026Q2", "202604", "2026");
    private static final List<String> BREAKDOWNS = List.of(
            "", "sex:female", "age:60+;sex:male", "violence:economic;sex:male;age:60+", "area:rural;sex:female");

    private static final Limits FEW = new Limits(Integer.MAX_VALUE, 1, 1);

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    FigureImports imports;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void after_the_year() {
        clock.moveTo(LocalDate.of(2027, 1, 15));
    }

    /** A province with two communes, named in rows by 0 and 1. */
    private record Place(Actor actor, List<String> communes) {
        List<String> rows(List<String> pattern) {
            return pattern.stream()
                    .map(row -> row.replace("@0", communes.get(0)).replace("@1", communes.get(1)))
                    .toList();
        }
    }

    private Place place() {
        Province province = provinces.found();
        Actor actor = province.consolidator();
        List<UnitId> units =
                List.of(province.commune().unit(), province.anotherCommune(2).unit());
        return new Place(
                actor,
                units.stream()
                        .map(unit ->
                                current.as(actor, () -> organization.unit(unit).code()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_same_figures_are_kept_however_they_come(long seed) {
        Random random = new Random(seed);
        List<String> rows = rows(random);

        Place whole = place();
        Report report = take(whole, rows, FEW);
        assertThat(report).isEqualTo(new Report(rows.size(), rows.size(), 0, List.of()));

        Place parts = place();
        int added = 0;
        for (List<String> file : files(rows, random)) {
            Report one = take(
                    parts,
                    file,
                    new Limits(random.nextInt(rows.size()), 1 + random.nextInt(rows.size()), 1 + random.nextInt(10)));
            assertThat(one.errors()).isEmpty();
            assertThat(one.changed()).isZero();
            added += one.added();
        }
        assertThat(added).isEqualTo(rows.size());
        assertThat(kept(parts)).isEqualTo(kept(whole)).hasSize(rows.size());
        assertThat(due(parts)).isEqualTo(due(whole)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void a_file_that_gives_some_figures_anew_adds_the_others_and_keeps_what_was(Limits limits) {
        Place place = place();
        List<String> rows = rows(new Random(9));
        take(place, rows.subList(rows.size() - 1, rows.size()), limits);
        List<String> again = new ArrayList<>(rows.subList(0, rows.size() - 1));
        again.add(rows.getLast().replaceFirst("\\d+$", "1234567"));
        assertThat(take(place, again, limits)).isEqualTo(new Report(rows.size(), rows.size() - 1, 1, List.of()));
        assertThat(jdbc.sql("select count(*) from data_value_history where province_id = :province")
                        .param("province", place.actor().province())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void an_error_in_the_last_row_leaves_nothing_of_the_rows_before(Limits limits) {
        Place place = place();
        List<String> rows = new ArrayList<>(rows(new Random(10)));
        rows.add("2026Q1,@0,NQ28-3.2a.DEN,,ba");
        assertThat(take(place, rows, limits).errors())
                .containsExactly(new RowError(rows.size(), "statistics.import.number", "ba"));
        assertThat(kept(place)).isEmpty();
        assertThat(due(place)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void a_figure_given_again_far_below_is_told_and_nothing_is_taken(Limits limits) {
        Place place = place();
        List<String> rows = new ArrayList<>(rows(new Random(11)));
        rows.add(rows.getFirst());
        assertThat(take(place, rows, limits).errors())
                .containsExactly(new RowError(rows.size(), "statistics.import.twice", ""));
        assertThat(kept(place)).isEmpty();
        assertThat(due(place)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void a_figure_given_again_is_told_where_another_commune_had_begun(Limits limits) {
        Place place = place();
        take(place, List.of("2026Q1,@1,NQ28-3.2a.DEN,,1"), limits);
        List<String> rows = new ArrayList<>();
        for (String element : ELEMENTS) {
            rows.add("2026Q1,@0,%s,,5".formatted(element));
            rows.add("2026Q1,@0,%s,sex:female,3".formatted(element));
        }
        rows.add("2026Q1,@0,NQ28-3.2a.DEN,,5");
        assertThat(take(place, rows, limits).errors())
                .containsExactly(new RowError(rows.size(), "statistics.import.twice", ""));
        assertThat(kept(place)).hasSize(1);
    }

    /** Few; many, looked at all together; many in parts; many by a sample of them. */
    static List<Limits> limits() {
        return List.of(FEW, new Limits(0, 1_000, 500), new Limits(0, 2, 500), new Limits(0, 1_000, 2));
    }

    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        for (String period : PERIODS) {
            for (String element : ELEMENTS) {
                for (String breakdown : BREAKDOWNS) {
                    for (int commune = 0; commune < 2; commune++) {
                        if (random.nextInt(3) > 0) {
                            rows.add("%s,@%d,%s,%s,%d"
                                    .formatted(period, commune, element, breakdown, random.nextInt(1_000)));
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** The rows in any order in up to five files, of which some come again. */
    private static List<List<String>> files(List<String> rows, Random random) {
        List<String> mixed = new ArrayList<>(rows);
        Collections.shuffle(mixed, random);
        int number = 1 + random.nextInt(5);
        List<List<String>> files = new ArrayList<>(IntStream.range(0, number)
                .mapToObj(i -> mixed.subList(mixed.size() * i / number, mixed.size() * (i + 1) / number))
                .toList());
        files.add(files.get(random.nextInt(number)));
        List<String> across = new ArrayList<>(mixed.subList(mixed.size() / 3, mixed.size() / 2));
        files.add(random.nextInt(files.size()), across);
        return files;
    }

    private Report take(Place place, List<String> rows, Limits limits) {
        String file = "period,orgunit,dataelement,categoryoptioncombo,value\n" + String.join("\n", place.rows(rows));
        return current.as(
                place.actor(),
                () -> imports.take(
                        place.actor(),
                        place.actor().unit(),
                        FigureFormat.CSV,
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        false,
                        limits));
    }

    private List<@Nullable String> kept(Place place) {
        return jdbc.sql("""
            select concat_ws(' ', array_position(:communes::text[], code), element_key, period_key, breakdown_key, value, status)
              from data_value
              join unit on unit.key = unit_key
             where data_value.province_id = :province
             order by 1
            """)
                .param("communes", place.communes().toArray(String[]::new))
                .param("province", place.actor().province())
                .query(String.class)
                .list();
    }

    /** Which sums are to be made anew. */
    private List<@Nullable String> due(Place place) {
        return jdbc.sql("""
            select distinct concat_ws(' ', element_key, period_key) from rollup_due where province_id = :province order by 1
            """)
                .param("province", place.actor().province())
                .query(String.class)
                .list();
    }
}
