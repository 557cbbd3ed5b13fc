package vn.binhquyen.statistics.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reorganisation;
import vn.binhquyen.organization.Reorganisations;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.exchange.FigureImports.Report;
import vn.binhquyen.statistics.exchange.FigureImports.RowError;
import vn.binhquyen.statistics.quality.Locks;
import vn.binhquyen.statistics.quality.NewLock;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.LockWaits;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

/** Each of both ways, that of few figures and that of many. */
@IntegrationTest
@ParameterizedClass(name = "up to {0} figures are few")
@ValueSource(ints = {4_000, 0})
class FigureImportsTest {
    private static final String VICTIMS = "NQ28-3.2a.DEN";

    @Parameter
    int few;

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    FigureImports imports;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    Values values;

    @Autowired
    Locks locks;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Province province;
    private Actor actor;
    private String commune;

    @BeforeEach
    void found() {
        province = provinces.found();
        actor = province.commune().standingOfficer();
        commune = current.as(
                actor, () -> organization.unit(province.commune().unit()).code());
        clock.moveTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void the_json_of_dhis2_is_taken_with_what_its_head_says_of_all() {
        Report report = take(FigureFormat.JSON, """
            {"dataSet": "any", "period": "2026Q2", "orgUnit": "%s", "dataValues": [
              {"dataElement": "%s", "value": "12"},
              {"dataElement": "%s", "categoryOptionCombo": "sex:female", "value": 9, "comment": {"any": []}},
              {"dataElement": "%s", "period": "2026Q1", "value": "8.5"}]}
            """.formatted(commune, VICTIMS, VICTIMS, "NQ28-3.2a.VAL"));
        assertThat(report).isEqualTo(new Report(3, 3, 0, List.of()));
        assertThat(figures()).containsExactly("2202601 8.5", "2202602 9", "2202602 12");
    }

    @Test
    void the_xml_of_aggregate_figures_is_taken_by_groups_of_unit_and_period() {
        Report report = take(FigureFormat.ADX, """
            <?xml version="1.0" encoding="UTF-8"?>
            <adx xmlns="urn:ihe:qrph:adx:2015" exported="2026-07-01T00:00:00Z">
              <group orgUnit="%s" period="2026-04-01/P3M" dataSet="any">
                <dataValue dataElement="%s" value="12"/>
                <dataValue dataElement="%s" value="9" sex="female"/>
              </group>
              <group orgUnit="%s" period="2026-01-01/P3M"><dataValue dataElement="NQ28-3.2a.VAL" value="8.5"/></group>
            </adx>
            """.formatted(commune, VICTIMS, VICTIMS, commune));
        assertThat(report).isEqualTo(new Report(3, 3, 0, List.of()));
        assertThat(figures()).containsExactly("2202601 8.5", "2202602 9", "2202602 12");
        assertThat(take(FigureFormat.ADX, """
            <adx><group orgUnit="%s" period="2026-02-01/P3M"><dataValue dataElement="%s" value="1"/></group></adx>
            """.formatted(commune, VICTIMS)).errors())
                .extracting(FigureImports.RowError::code)
                .containsExactly("statistics.import.period");
    }

    @Test
    void the_same_file_twice_changes_nothing_and_another_number_goes_into_the_history() {
        take(FigureFormat.CSV, csv("2026Q2,%s,%s,,12".formatted(commune, VICTIMS)));
        assertThat(take(FigureFormat.CSV, csv("2026Q2,%s,%s,,12".formatted(commune, VICTIMS))))
                .isEqualTo(new Report(1, 0, 0, List.of()));
        assertThat(take(FigureFormat.CSV, csv("2026Q2,%s,%s,,13".formatted(commune, VICTIMS))))
                .isEqualTo(new Report(1, 0, 1, List.of()));
        assertThat(jdbc.sql("select value from data_value_history where province_id = :province")
                        .param("province", actor.province())
                        .query(BigDecimal.class)
                        .list())
                .containsExactly(new BigDecimal(12));
    }

    @Test
    void a_dry_run_says_what_would_be_and_does_nothing() {
        assertThat(imports(
                        actor,
                        actor.unit(),
                        FigureFormat.CSV,
                        csv("2026Q2,%s,%s,,12".formatted(commune, VICTIMS)),
                        true))
                .isEqualTo(new Report(1, 1, 0, List.of()));
        assertThat(figures()).isEmpty();
    }

    @Test
    void a_combination_of_breakdowns_is_taken_in_when_it_is_met_in_whatever_order() {
        take(
                FigureFormat.CSV,
                csv(
                        "2026Q2,%s,%s,sex:female;age:60+,4".formatted(commune, VICTIMS),
                        "2026Q1,%s,%s,age:60+; sex:female,5".formatted(commune, VICTIMS)));
        assertThat(jdbc.sql("""
            select distinct name_vi
              from data_value
              join breakdown on key = breakdown_key
             where province_id = :province
            """)
                        .param("province", actor.province())
                        .query(String.class)
                        .list())
                .containsExactly("Nữ, Từ 60 tuổi trở lên");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026Q5,COMMUNE,NQ28-3.2a.DEN,,1                    | period    | 2026Q5
        2027,COMMUNE,NQ28-3.2a.DEN,,1                      | future    | 2027
        2026Q2,nowhere,NQ28-3.2a.DEN,,1                    | unit      | nowhere
        1990,COMMUNE,NQ28-3.2a.DEN,,1                      | ended     | COMMUNE
        2026Q2,COMMUNE,nothing,,1                          | element   | nothing
        2026Q2,COMMUNE,NQ28-3.2a.DEN,sex:any,1             | breakdown | sex:any
        2026Q2,COMMUNE,NQ28-3.2a.DEN,sex:female;sex:male,1 | breakdown | sex:female;sex:male
        2026Q2,COMMUNE,NQ28-3.2a.DEN,,"1.234,5"            | number    | 1.234,5
        2026Q2,COMMUNE,NQ28-3.2a.DEN,,"1,234.5"            | number    | 1,234.5
        2026Q2,COMMUNE,NQ28-3.2a.DEN,,mười                 | number    | mười
        2026Q2,COMMUNE,NQ28-3.2a.DEN,,-1                   | negative  | -1
        """, quoteCharacter = '\0')
    void what_can_not_be_is_told_with_its_row_and_nothing_is_taken(String row, String error, String value) {
        Report report = take(
                FigureFormat.CSV, csv("2026Q1,%s,%s,,1".formatted(commune, VICTIMS), row.replace("COMMUNE", commune)));
        assertThat(report.errors())
                .containsExactly(new RowError(2, "statistics.import." + error, value.replace("COMMUNE", commune)));
        assertThat(figures()).isEmpty();
    }

    @Test
    void a_figure_that_stands_twice_in_a_file_is_refused() {
        String row = "2026Q2,%s,%s,,%d";
        assertThat(take(FigureFormat.CSV, csv(row.formatted(commune, VICTIMS, 1), row.formatted(commune, VICTIMS, 2)))
                        .errors())
                .extracting(RowError::row, RowError::code)
                .containsExactly(tuple(2, "statistics.import.twice"));
    }

    @Test
    void what_is_no_such_file_is_refused_with_the_reason() {
        assertThatThrownBy(() -> take(FigureFormat.JSON, "{\n\"dataValues\": [{]"))
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.code()).isEqualTo("statistics.import.no-json"));
        assertThatThrownBy(() -> take(FigureFormat.JSON, "[]")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> take(FigureFormat.CSV, "a,b\n1,2")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dataValues\": [{}, 5, {}]}",
                "{\"dataValues\": [{\"value\": \"1\", \"deleted\": true}]}",
                "{\"dataValues\": {}}",
            })
    void json_with_something_else_among_the_figures_is_refused_whole(String json) {
        assertThatThrownBy(() -> take(FigureFormat.JSON, json)).isInstanceOf(Refused.class);
        assertThat(figures()).isEmpty();
    }

    @Test
    void a_csv_of_excel_is_read_a_short_row_told_and_a_broken_quote_refused() {
        assertThat(take(FigureFormat.CSV, "\uFEFF" + csv("2026Q2,%s,%s,,12".formatted(commune, VICTIMS)))
                        .added())
                .isOne();
        assertThat(take(FigureFormat.CSV, csv("2026Q2,%s,%s".formatted(commune, VICTIMS)))
                        .errors())
                .containsExactly(new RowError(1, "statistics.import.number", ""));
        assertThatThrownBy(() -> take(FigureFormat.CSV, csv("\"2026Q2\"x,%s,%s,,12".formatted(commune, VICTIMS))))
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.code()).isEqualTo("statistics.import.no-csv"));
    }

    @Test
    void what_an_approved_report_says_is_not_changed_by_a_file() {
        report(BigDecimal.TEN);
        assertThat(take(FigureFormat.CSV, csv("2026Q2,%s,%s,,11".formatted(commune, VICTIMS)))
                        .errors())
                .containsExactly(new RowError(1, "statistics.import.reported", "11"));
        assertThat(take(FigureFormat.CSV, csv("2026Q2,%s,%s,,10".formatted(commune, VICTIMS))))
                .isEqualTo(new Report(1, 0, 0, List.of()));
        assertThatThrownBy(() -> current.as(actor, () -> {
                    imports.takeOne(actor, actor.unit(), new GivenFigure(1, commune, VICTIMS, "2026Q2", "", "11"));
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.code()).isEqualTo("statistics.import.reported"));
    }

    /** An approved report gives the victims of the second quarter. */
    private void report(BigDecimal number) {
        Sheet sheet = current.as(actor, () -> {
            Unit unit = organization.unit(actor.unit());
            return new Sheet(
                    unit.id(), unit.province(), unit.key(), Period.of(Period.Kind.QUARTER, 2026, 2), Sheet.OFFICIAL);
        });
        int victims = jdbc.sql("select key from data_element where code = :code")
                .param("code", VICTIMS)
                .query(Integer.class)
                .single();
        current.as(
                actor,
                () -> values.write(
                        actor, sheet, UUID.randomUUID(), ValueStatus.ACCEPTED, Map.of(Cell.actual(victims), number)));
    }

    @Test
    void what_a_report_gives_while_a_file_is_taken_is_not_changed_by_the_file() throws Exception {
        assertThatAReportStaysThatComesMeanwhile();
    }

    @Test
    void what_a_report_changes_while_a_file_is_taken_is_not_changed_by_the_file() throws Exception {
        take(FigureFormat.CSV, csv(row("2026Q2", "", 7)));
        assertThatAReportStaysThatComesMeanwhile();
    }

    private void assertThatAReportStaysThatComesMeanwhile() throws Exception {
        AtomicReference<@Nullable CompletableFuture<Report>> file = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            report(BigDecimal.TEN);
            file.set(CompletableFuture.supplyAsync(
                    () -> take(FigureFormat.CSV, csv(row("2026Q2", "", 11), row("2026Q1", "", 5)))));
            LockWaits.awaitOneThatWaitsForUs(jdbc);
        });
        assertThat(Objects.requireNonNull(file.get()).get(30, TimeUnit.SECONDS).errors())
                .containsExactly(new RowError(1, "statistics.import.reported", "11"));
        assertThat(figures()).containsExactly("2202602 10");
    }

    @Test
    void a_locked_figure_gets_no_other_number_and_nothing_beside_it_is_taken() {
        take(FigureFormat.CSV, csv("2026Q1,%s,%s,,12".formatted(commune, VICTIMS)));
        Actor keeper = province.consolidator();
        current.as(
                keeper,
                () -> locks.lock(
                        keeper,
                        new NewLock(
                                province.unit(),
                                Period.of(Period.Kind.QUARTER, 2026, 1),
                                null,
                                LocalDate.of(2026, 11, 1),
                                "Đã chốt")));
        assertThat(take(FigureFormat.CSV, csv("2026Q1,%s,%s,,12".formatted(commune, VICTIMS))))
                .isEqualTo(new Report(1, 0, 0, List.of()));
        Report report = take(
                FigureFormat.CSV,
                csv(
                        "2026Q2,%s,%s,,1".formatted(commune, VICTIMS),
                        "2026Q1,%s,%s,,13".formatted(commune, VICTIMS),
                        "2026Q1,%s,%s,sex:female,5".formatted(commune, VICTIMS)));
        assertThat(report.errors())
                .extracting(RowError::row, RowError::code)
                .containsExactly(tuple(2, "statistics.import.locked"), tuple(3, "statistics.import.locked"));
        assertThat(report.errors().getFirst().value()).isNotBlank();
        assertThat(figures()).containsExactly("2202601 12");
    }

    @Test
    void many_figures_are_as_many_statements_as_one() {
        take(FigureFormat.CSV, many(1));
        long ofOne = Statements.countIn(() -> take(FigureFormat.CSV, csv(row("2026Q2", "sex:female", 2))));
        assertThat(Statements.countIn(() -> take(FigureFormat.CSV, many(3)))).isEqualTo(ofOne);
        assertThat(ofOne).isLessThanOrEqualTo(few == 0 ? 18 : 5);
    }

    private String many(int value) {
        return csv(Stream.of("202604", "202605", "202606", "2026Q2")
                .flatMap(period -> Stream.of("", "sex:female", "sex:male").map(each -> row(period, each, value)))
                .toArray(String[]::new));
    }

    private String row(String period, String breakdown, int value) {
        return "%s,%s,%s,%s,%d".formatted(period, commune, VICTIMS, breakdown, value);
    }

    @Test
    void a_dry_run_and_a_refused_file_leave_no_combination_behind() {
        String row = "2026Q2,%s,%s,sex:male;poverty:near-poor;violence:economic,%s";
        imports(actor, actor.unit(), FigureFormat.CSV, csv(row.formatted(commune, VICTIMS, "1")), true);
        take(FigureFormat.CSV, csv(row.formatted(commune, VICTIMS, "1"), row.formatted(commune, VICTIMS, "2")));
        assertThat(jdbc.sql("select count(*) from breakdown where combination @>"
                                + " '{poverty:near-poor,violence:economic}'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_officer_of_one_agency_sends_no_official_figures_of_the_unit() {
        Actor police = province.commune().policeOfficer();
        assertThatThrownBy(() -> imports(police, police.unit(), FigureFormat.CSV, csv(), false))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void nobody_sends_figures_of_units_beyond_their_own() {
        assertThatThrownBy(() -> imports(actor, province.unit(), FigureFormat.CSV, csv(), false))
                .isInstanceOf(AccessRefused.class);
        String sibling = current.as(
                actor,
                () -> organization.unit(province.anotherCommune(2).unit()).code());
        assertThat(take(FigureFormat.CSV, csv("2026Q2,%s,%s,,12".formatted(sibling, VICTIMS)))
                        .errors())
                .extracting(RowError::code)
                .containsExactly("statistics.import.unit");
    }

    @Test
    void who_had_a_unit_until_it_got_another_code_and_moved_has_no_say_over_its_year() {
        reorganise(
                Reorganisation.Kind.RENAME,
                List.of(Reorganisation.Successor.fresh(commune + "m", "xã Mới " + commune, null)),
                null,
                LocalDate.of(2025, 9, 1));
        reorganise(Reorganisation.Kind.MOVE, List.of(), provinces.found().unit(), LocalDate.of(2025, 11, 1));
        Actor before = province.consolidator();
        assertThat(imports(before, before.unit(), FigureFormat.CSV, csv(row("2025", "", 5)), false)
                        .errors())
                .containsExactly(new RowError(1, "statistics.import.ended", commune));
    }

    private void reorganise(
            Reorganisation.Kind kind, List<Reorganisation.Successor> to, @Nullable UnitId parent, LocalDate on) {
        Actor admin = provinces.administrator();
        current.as(admin, () -> {
            Reorganisation change = new Reorganisation(
                    kind, List.of(province.commune().unit()), to, parent, null, on, "Nghị quyết 3/NQ");
            reorganisations.decide(admin, reorganisations.propose(admin, admin.unit(), change), 0);
        });
    }

    private Report take(FigureFormat format, String file) {
        return imports(actor, actor.unit(), format, file, false);
    }

    private Report imports(Actor by, UnitId root, FigureFormat format, String file, boolean dry) {
        return current.as(
                by,
                () -> imports.take(
                        by,
                        root,
                        format,
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        dry,
                        new FigureImports.Limits(few, 1_000, 500)));
    }

    private static String csv(String... rows) {
        return "period,orgunit,dataelement,categoryoptioncombo,value\n" + String.join("\n", rows);
    }

    private List<@Nullable String> figures() {
        return jdbc.sql("""
            select concat(period_key, ' ', value) from data_value
             where province_id = :province
             order by period_key, value
            """)
                .param("province", actor.province())
                .query(String.class)
                .list();
    }
}
