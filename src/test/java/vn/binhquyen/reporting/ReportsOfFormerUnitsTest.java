package vn.binhquyen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Duty;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.reporting.query.RoundFilter;
import vn.binhquyen.reporting.query.RoundPage;
import vn.binhquyen.reporting.query.RoundQueries;
import vn.binhquyen.reporting.query.RoundRow;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

/** Two communes, one of them with a plan that asks for reports and a report that it owes, became one on 1 June 2026. */
@IntegrationTest
@Import({IssuedPlans.class, ReportingStory.class})
class ReportsOfFormerUnitsTest {
    @Autowired
    Provinces provinces;

    @Autowired
    IssuedPlans plans;

    @Autowired
    ReportingStory story;

    @Autowired
    RoundQueries queries;

    @Autowired
    Reception reception;

    @Autowired
    ReportingDuties duties;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    Province province;
    Commune first;
    Commune merged;
    Actor officer;
    PlanId plan;

    @BeforeEach
    void merge() {
        clock.moveTo(LocalDate.of(2026, 1, 15));
        province = provinces.found();
        first = province.commune();
        Commune second = province.anotherCommune(2);
        plan = plans.ofCommune(first);
        plans.draft()
                .task("Tổ chức Tháng hành động vì bình đẳng giới", first.culture())
                .report(PlanItem.ReportKind.SIX_MONTH, "2026-06-20", province.department(), first.culture())
                .issue(province.consolidator(), province.unit(), 7);
        clock.moveTo(LocalDate.of(2026, 6, 3));
        merged = province.merged(3, LocalDate.of(2026, 6, 1), first, second);
        officer = merged.standingOfficer();
    }

    @Test
    void the_list_of_the_successor_holds_what_was_owed_to_and_by_the_communes_of_before() {
        List<RoundRow> rows = page(true).rows();
        assertThat(rows).filteredOn(RoundRow::received).hasSize(1);
        assertThat(rows).filteredOn(row -> row.reporter() != null).hasSize(2).allSatisfy(row -> {
            assertThat(row.reporter()).isEqualTo("Phòng Văn hóa – Xã hội");
            assertThat(row.dueOn()).isEqualTo("2026-06-20");
            assertThat(row.sent()).isNull();
            assertThat(row.mine()).isFalse();
        });
        assertThat(rows)
                .extracting(row -> Objects.requireNonNull(row.former()).lastDay())
                .containsOnly(LocalDate.of(2026, 5, 31));
        assertThat(page(false).rows()).isEmpty();
        assertThat(page(false).former()).isTrue();
    }

    @Test
    void pages_of_one_row_each_bring_every_row_once() {
        List<RoundRow> rows = new ArrayList<>();
        String after = null;
        do {
            RoundPage page = page(true, after, 1);
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null);
        assertThat(rows)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(page(true).rows());
    }

    @Test
    void the_list_costs_one_statement_and_the_question_for_former_units_another() {
        assertThat(Statements.countIn(() -> page(true))).isEqualTo(2);
    }

    @Test
    void an_address_that_names_no_row_shows_the_first_page() {
        for (String after : List.of("", "x", "__", "2026-13-01_x_y", "2026-06-20_x_y", "a_b_c_d")) {
            assertThat(page(true, after, 25)).isEqualTo(page(true));
        }
    }

    @Test
    void the_successor_goes_on_receiving_what_is_owed_to_the_former_unit() {
        RoundId round = story.round(plan, ReportKind.SIX_MONTH);
        current.as(officer, () -> reception.remind(officer, round, List.of(first.police()), "Nhắc"));
        assertThat(current.as(officer, () -> queries.desk(officer, round)).reporters())
                .filteredOn(reporter -> reporter.agency().equals(first.police()))
                .singleElement()
                .satisfies(reporter -> assertThat(reporter.reminders()).isEqualTo(1));
        clock.moveTo(LocalDate.of(2026, 6, 15));
        assertThat(current.as(officer, () -> duties.dutiesOf(officer, LocalDate.of(2026, 6, 15))))
                .extracting(Duty::link)
                .contains("/reports/rounds/" + round);
    }

    private RoundPage page(boolean former) {
        return page(former, null, 25);
    }

    private RoundPage page(boolean former, @Nullable String after, int size) {
        RoundFilter filter = new RoundFilter(RoundFilter.Span.PRESENT, null, null, former, null, after, size);
        return current.as(officer, () -> queries.rounds(officer, filter));
    }
}
