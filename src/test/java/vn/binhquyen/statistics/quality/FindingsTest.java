package vn.binhquyen.statistics.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;
import vn.binhquyen.testing.WrittenFigures;

@IntegrationTest
class FindingsTest {
    private static final Period YEAR = Period.year(2025);

    @Autowired
    Provinces provinces;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WrittenFigures figures;

    @Autowired
    QualityChecks quality;

    @Autowired
    FigureRules rules;

    @Autowired
    CurrentActor current;

    private Province province;
    private Commune commune;

    @BeforeEach
    void found() {
        province = provinces.found();
        commune = province.commune();
    }

    @Test
    void a_sheet_is_looked_at_as_it_stands_worst_first() {
        write(commune, YEAR, Map.of("NQ28-1.1.NUM", 12, "NQ28-1.1.DEN", 10, "NQ28-4.1.NUM", 90, "NQ28-4.1.DEN", 20));
        List<Finding> found = current.as(commune.policeOfficer(), () -> quality.check(commune.unit(), YEAR));
        assertThat(found)
                .extracting(finding -> finding.key().check())
                .containsExactly("RULE:NQ28-1.1", "RULE:NQ28-4.1-CAO");
        Finding first = found.getFirst();
        assertThat(first.severity()).isEqualTo(Severity.ERROR);
        assertThat(first.figure()).isEqualByComparingTo("12");
        assertThat(first.expected()).isEqualByComparingTo("10");
        assertThat(first.element()).isNotNull();
        write(commune, YEAR, Map.of("NQ28-1.1.NUM", 9, "NQ28-4.1.NUM", 21));
        assertThat(current.as(commune.policeOfficer(), () -> quality.check(commune.unit(), YEAR)))
                .isEmpty();
    }

    @Test
    void what_was_mended_is_found_no_longer_and_what_follows_it_is_looked_at_too() {
        write(commune, YEAR, Map.of("NQ28-6.1.DEN", 5000));
        write(commune, YEAR.next(), Map.of("NQ28-6.1.DEN", 5100));
        assertThat(checks(province.consolidator())).isEmpty();
        write(commune, YEAR, Map.of("NQ28-6.1.DEN", 500));
        assertThat(checks(province.consolidator())).containsExactly("RULE:NQ28-6.1-TANG");
        write(commune, YEAR, Map.of("NQ28-6.1.DEN", 5000));
        assertThat(checks(province.consolidator())).isEmpty();
    }

    @Test
    void one_sees_the_findings_of_the_own_unit_and_below_and_nobody_elses() {
        Commune other = province.anotherCommune(2);
        write(commune, YEAR, Map.of("NQ28-1.1.NUM", 12, "NQ28-1.1.DEN", 10));
        write(other, YEAR, Map.of("NQ28-2.3.NUM", 12, "NQ28-2.3.DEN", 10));
        assertThat(checks(province.consolidator())).containsExactlyInAnyOrder("RULE:NQ28-1.1", "RULE:NQ28-2.3");
        assertThat(checks(commune.policeOfficer())).containsExactly("RULE:NQ28-1.1");
        assertThat(checks(other.standingOfficer())).containsExactly("RULE:NQ28-2.3");
        assertThat(checks(provinces.found().consolidator())).isEmpty();
    }

    @Test
    void the_nation_sees_those_of_all_provinces_and_of_one_where_it_asks_for_that() {
        Period quarter = Period.of(Period.Kind.QUARTER, 2025, 3);
        Province elsewhere = provinces.found();
        write(commune, quarter, Map.of("NQ28-1.1.NUM", 12, "NQ28-1.1.DEN", 10));
        write(elsewhere.commune(), quarter, Map.of("NQ28-1.1.NUM", 13, "NQ28-1.1.DEN", 10));
        refresh();
        assertThat(unitsSeenByTheNation(null, quarter))
                .contains(commune.unit(), elsewhere.commune().unit());
        assertThat(unitsSeenByTheNation(elsewhere.unit(), quarter))
                .containsExactly(elsewhere.commune().unit());
    }

    private List<UnitId> unitsSeenByTheNation(@Nullable UnitId below, Period period) {
        Actor admin = provinces.administrator();
        Actor nation = new Actor(
                admin.account(), admin.name(), admin.unit(), admin.agency(), (short) 0, Set.of(Role.CONSOLIDATOR));
        FindingFilter filter =
                new FindingFilter(null, "RULE:NQ28-1.1", below, period, null, FindingFilter.Sort.WORST, null);
        return current.as(nation, () -> quality.review(nation, filter)).findings().stream()
                .map(Finding::unit)
                .toList();
    }

    @Test
    void pages_hold_each_finding_once_in_every_order() {
        List<Commune> communes = new ArrayList<>(List.of(commune));
        for (int i = 2; i <= 6; i++) {
            communes.add(province.anotherCommune(i));
        }
        for (Commune each : communes) {
            for (Period period : List.of(YEAR, YEAR.previous())) {
                write(
                        each,
                        period,
                        Map.of(
                                "NQ28-1.1.NUM",
                                12,
                                "NQ28-1.1.DEN",
                                10,
                                "NQ28-2.3.NUM",
                                9,
                                "NQ28-2.3.DEN",
                                3,
                                "NQ28-4.1.NUM",
                                90,
                                "NQ28-4.1.DEN",
                                20));
            }
        }
        refresh();
        for (FindingFilter.Sort sort : FindingFilter.Sort.values()) {
            List<Finding> all = new ArrayList<>();
            @Nullable String after = null;
            do {
                FindingFilter filter = new FindingFilter(null, null, null, null, null, sort, after);
                FindingPage page =
                        current.as(province.consolidator(), () -> quality.review(province.consolidator(), filter));
                all.addAll(page.findings());
                after = page.next();
            } while (after != null);
            FindingPage.Counts counts = current.as(
                    province.consolidator(), () -> quality.counts(province.consolidator(), FindingFilter.all()));
            assertThat(all).as("%s", sort).hasSize(counts.all()).doesNotHaveDuplicates();
            switch (sort) {
                case WORST -> assertThat(all).extracting(Finding::severity).isSorted();
                case LATEST ->
                    assertThat(all)
                            .extracting(finding -> -finding.key().period().year())
                            .isSorted();
                case UNIT -> assertThat(all).extracting(Finding::unitName).isSorted();
            }
        }
    }

    @Test
    void a_list_costs_as_many_statements_for_many_findings_as_for_few() {
        write(commune, YEAR, Map.of("NQ28-1.1.NUM", 12, "NQ28-1.1.DEN", 10));
        refresh();
        long few = statements();
        for (int i = 2; i <= 6; i++) {
            write(
                    province.anotherCommune(i),
                    YEAR,
                    Map.of(
                            "NQ28-1.1.NUM",
                            12,
                            "NQ28-1.1.DEN",
                            10,
                            "NQ28-2.3.NUM",
                            9,
                            "NQ28-2.3.DEN",
                            3,
                            "NQ28-3.3.NUM",
                            9,
                            "NQ28-3.3.DEN",
                            3,
                            "NQ28-6.2.NUM",
                            9,
                            "NQ28-6.2.DEN",
                            3));
        }
        refresh();
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(5);
    }

    @Test
    void a_look_costs_as_many_statements_for_many_sheets_as_for_one() {
        List<SheetKey> sheets = new ArrayList<>();
        for (int i = 2; i <= 6; i++) {
            Commune each = province.anotherCommune(i);
            write(each, YEAR, Map.of("NQ28-1.1.NUM", 12, "NQ28-1.1.DEN", 10));
            var sheet = current.as(province.consolidator(), () -> figures.sheet(each.unit(), YEAR));
            sheets.add(new SheetKey(sheet.province(), sheet.unitKey(), YEAR.key()));
        }
        long one = Statements.countIn(() -> checks().look(sheets.subList(0, 1)));
        assertThat(Statements.countIn(() -> checks().look(sheets)))
                .isEqualTo(one)
                .isLessThanOrEqualTo(10);
    }

    @Test
    void sheets_of_one_province_are_taken_together_from_the_last_that_was_noted_to_those_of_the_nearest_periods() {
        refresh();
        Commune elsewhere = provinces.found().commune();
        write(elsewhere, quarter(2025, 2), Map.of("NQ28-1.1.DEN", 10));
        for (Period period : List.of(quarter(2023, 1), quarter(2025, 1), quarter(2024, 4))) {
            write(commune, period, Map.of("NQ28-1.1.DEN", 10));
        }
        write(province.anotherCommune(2), quarter(2025, 2), Map.of("NQ28-1.1.DEN", 10));
        assertThat(taken(Duration.ZERO))
                .containsExactlyInAnyOrder(quarter(2025, 2), quarter(2025, 1), quarter(2024, 4));
        write(elsewhere, quarter(2025, 3), Map.of("NQ28-1.1.DEN", 10));
        assertThat(taken(Duration.ZERO)).containsExactlyInAnyOrder(quarter(2025, 3), quarter(2025, 2));
        assertThat(taken(Duration.ZERO)).containsExactly(quarter(2023, 1));
    }

    @Test
    void the_sheet_that_was_noted_last_comes_first_then_those_of_its_period_then_others_of_the_same_days() {
        Period january = Period.of(Period.Kind.MONTH, 2025, 1);
        refresh();
        write(province.anotherCommune(2), YEAR, Map.of("NQ28-1.1.DEN", 10));
        write(commune, january, Map.of("NQ28-1.1.DEN", 10));
        write(commune, YEAR, Map.of("NQ28-1.1.DEN", 10));
        assertThat(rows.takeDue(Duration.ZERO, 1)).extracting(SheetKey::unit).containsExactly(key(commune));
        write(commune, YEAR, Map.of("NQ28-1.1.DEN", 11));
        assertThat(rows.takeDue(Duration.ZERO, 2)).extracting(SheetKey::period).containsExactly(YEAR.key(), YEAR.key());
        assertThat(taken(Duration.ZERO)).containsExactly(january);
    }

    private int key(Commune of) {
        return current.as(province.consolidator(), () -> figures.sheet(of.unit(), YEAR))
                .unitKey();
    }

    @Test
    void a_sheet_waits_while_somebody_writes_on_it_and_holds_up_no_other() {
        refresh();
        write(commune, quarter(2025, 1), Map.of("NQ28-1.1.DEN", 10));
        write(commune, quarter(2025, 2), Map.of("NQ28-1.1.DEN", 10));
        jdbc.sql("update finding_due set id = uuidv7(interval '-1 hour')").update();
        write(commune, quarter(2025, 2), Map.of("NQ28-1.1.DEN", 11));
        assertThat(taken(Duration.ofMinutes(1))).containsExactly(quarter(2025, 1));
        assertThat(taken(Duration.ZERO)).containsExactly(quarter(2025, 2));
    }

    @Test
    void one_is_told_how_many_sheets_of_the_own_unit_and_below_are_still_to_be_looked_at() {
        refresh();
        write(commune, quarter(2025, 1), Map.of("NQ28-1.1.DEN", 10));
        write(commune, quarter(2025, 1), Map.of("NQ28-1.1.DEN", 11));
        write(commune, quarter(2025, 2), Map.of("NQ28-1.1.DEN", 10));
        write(province.anotherCommune(2), quarter(2025, 2), Map.of("NQ28-1.1.DEN", 10));
        write(provinces.found().commune(), quarter(2025, 2), Map.of("NQ28-1.1.DEN", 10));
        assertThat(waiting(commune.policeOfficer(), null)).isEqualTo(2);
        assertThat(waiting(province.consolidator(), null)).isEqualTo(3);
        assertThat(waiting(province.consolidator(), quarter(2025, 1))).isEqualTo(1);
        refresh();
        assertThat(waiting(province.consolidator(), null)).isZero();
    }

    private int waiting(Actor actor, @Nullable Period period) {
        FindingFilter filter = new FindingFilter(null, "WOMEN", null, period, null, FindingFilter.Sort.WORST, null);
        return current.as(actor, () -> quality.counts(actor, filter)).waiting();
    }

    private List<Period> taken(Duration untouched) {
        return rows.takeDue(untouched, 3).stream()
                .map(sheet -> Period.ofKey(sheet.period()))
                .toList();
    }

    private static Period quarter(int year, int number) {
        return Period.of(Period.Kind.QUARTER, year, number);
    }

    @Test
    void what_a_unit_explained_is_shown_so_as_long_as_the_figure_stays() {
        write(commune, YEAR, Map.of("NQ28-4.1.NUM", 90, "NQ28-4.1.DEN", 20));
        refresh();
        Actor officer = commune.standingOfficer();
        Finding found = only(officer);
        current.as(officer, () -> quality.explain(officer, commune.unit(), found.key(), "Đã đối chiếu sổ sinh"));
        Finding explained = only(province.consolidator());
        assertThat(explained.explained()).isTrue();
        assertThat(explained.note()).isNotNull().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Đã đối chiếu sổ sinh");
            assertThat(note.by()).isEqualTo(officer.name());
        });
        write(commune, YEAR, Map.of("NQ28-4.1.NUM", 90));
        refresh();
        assertThat(only(officer).explained()).isTrue();
        write(commune, YEAR, Map.of("NQ28-4.1.NUM", 95));
        refresh();
        assertThat(only(officer).explained()).isFalse();
        assertThat(only(officer).note()).as("what was said stays to be read").isNotNull();
    }

    @Test
    void an_explanation_says_something_about_a_finding_that_is_there() {
        write(commune, YEAR, Map.of("NQ28-4.1.NUM", 90, "NQ28-4.1.DEN", 20));
        refresh();
        Actor officer = commune.standingOfficer();
        FindingKey key = only(officer).key();
        assertRefused("quality.explain.empty", () -> explain(officer, key, "  "));
        assertRefused("quality.explain.long", () -> explain(officer, key, "x".repeat(1001)));
        assertRefused(
                "quality.explain.gone",
                () -> explain(officer, new FindingKey(YEAR.previous(), key.check(), key.cell()), "Vì sao"));
        Actor elsewhere = provinces.found().commune().standingOfficer();
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> explain(elsewhere, key, "Vì sao"));
    }

    @Test
    void a_unit_that_gave_the_same_in_every_cell_again_or_as_another_is_found() {
        Commune other = province.anotherCommune(2);
        Map<String, Integer> numbers =
                Map.of("NQ28-4.1.NUM", 63, "NQ28-4.1.DEN", 60, "NQ28-5.3.NUM", 7, "NQ28-5.3.DEN", 8);
        write(commune, YEAR.previous(), numbers);
        write(commune, YEAR, numbers);
        write(other, YEAR, numbers);
        assertThat(checks(commune.policeOfficer())).containsExactlyInAnyOrder("SAME-BEFORE", "SAME-UNIT");
        write(other, YEAR, Map.of("NQ28-4.1.NUM", 64));
        write(commune, YEAR, Map.of("NQ28-5.3.NUM", 6));
        assertThat(checks(province.consolidator())).isEmpty();
    }

    @Test
    void another_unit_is_not_named_for_numbers_that_could_show_who_is_meant() {
        Map<String, Integer> numbers =
                Map.of("NQ28-4.1.NUM", 63, "NQ28-4.1.DEN", 60, "NQ28-3.2a.NUM", 7, "NQ28-3.2a.DEN", 8);
        write(commune, YEAR, numbers);
        write(province.anotherCommune(2), YEAR, numbers);
        assertThat(checks(commune.policeOfficer())).isEmpty();
    }

    @Test
    void a_figure_far_from_those_of_four_years_before_is_found() {
        Period year = Period.year(2021);
        for (int number : new int[] {100, 104, 97, 102}) {
            write(commune, year, Map.of("NQ28-3.2a.DEN", number));
            year = year.next();
        }
        write(commune, YEAR, Map.of("NQ28-3.2a.DEN", 1020));
        refresh();
        Finding found = only(commune.policeOfficer());
        assertThat(found.key().check()).isEqualTo("FAR-PAST");
        assertThat(found.expected()).isEqualByComparingTo(new BigDecimal("101"));
    }

    @Test
    void a_rule_of_a_unit_holds_there_and_below_it_and_what_it_found_goes_with_it() {
        write(commune, YEAR, Map.of("NQ28-1.1.NUM", 3, "NQ28-1.1.DEN", 10));
        Commune elsewhere = provinces.found().commune();
        write(elsewhere, YEAR, Map.of("NQ28-1.1.NUM", 3, "NQ28-1.1.DEN", 10));
        refresh();
        Actor keeper = province.consolidator();
        Rule rule = rule("T" + keeper.province(), "2 * NQ28-1.1.NUM", "NQ28-1.1.DEN");
        FigureRuleId id = current.as(keeper, () -> rules.add(keeper, rule));
        assertThat(checks(keeper)).containsExactly("RULE:" + rule.code());
        assertThat(checks(elsewhere.standingOfficer())).isEmpty();
        current.as(keeper, () -> rules.use(keeper, id, false, 0));
        assertThat(checks(keeper)).isEmpty();
        current.as(keeper, () -> rules.use(keeper, id, true, 1));
        assertThat(checks(keeper)).containsExactly("RULE:" + rule.code());
    }

    @Test
    void a_rule_that_cannot_be_computed_is_refused() {
        Actor keeper = province.consolidator();
        String code = "U" + keeper.province();
        assertRefused("quality.rule.element", () -> add(keeper, rule(code, "KHONG-CO", "1")));
        assertRefused("quality.rule.breakdown", () -> add(keeper, rule(code, "NQ28-1.1.NUM[sex:khac]", "1")));
        assertRefused("quality.rule.no-figure", () -> add(keeper, rule(code, "1", "2")));
        assertRefused("quality.rule.code.wrong", () -> add(keeper, rule("có dấu", "NQ28-1.1.NUM", "2")));
        assertRefused("quality.rule.code.taken", () -> add(keeper, rule("NQ28-1.1", "NQ28-1.1.NUM", "2")));
        assertThatExceptionOfType(AccessRefused.class)
                .isThrownBy(() -> add(commune.standingOfficer(), rule(code, "NQ28-1.1.NUM", "2")));
    }

    @Autowired
    Checks checks;

    @Autowired
    FindingRows rows;

    @Autowired
    JdbcClient jdbc;

    private Checks checks() {
        return checks;
    }

    private void add(Actor actor, Rule rule) {
        current.as(actor, () -> rules.add(actor, rule));
    }

    private Rule rule(String code, String left, String right) {
        return new Rule(
                code,
                province.unit(),
                "Có ít nhất một nửa không?",
                "",
                "",
                "",
                Severity.WARNING,
                left,
                Comparator.AT_LEAST,
                right,
                Rule.Against.SAME,
                BigDecimal.ZERO);
    }

    private void explain(Actor actor, FindingKey key, String note) {
        current.as(actor, () -> quality.explain(actor, commune.unit(), key, note));
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Finding only(Actor actor) {
        List<Finding> found = current.as(
                actor, () -> quality.review(actor, FindingFilter.all()).findings());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<String> checks(Actor actor) {
        refresh();
        return current
                .as(actor, () -> quality.review(actor, FindingFilter.all()).findings())
                .stream()
                .map(finding -> finding.key().check())
                .toList();
    }

    private long statements() {
        Actor actor = province.consolidator();
        return Statements.countIn(() -> current.as(actor, () -> quality.review(actor, FindingFilter.all())));
    }

    private void write(Commune where, Period period, Map<String, Integer> numbers) {
        figures.write(where.standingOfficer(), where.unit(), period, numbers);
    }

    private void refresh() {
        beans.createBean(LookedAt.class).all();
    }
}
