package vn.binhquyen.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanKind;

class PlanDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void a_report_that_comes_back_every_year_stands_in_each_year_of_the_plan() {
        PlanDates dates = of(2026, 2028, duty("12-10", true));
        assertThat(dates.years(TODAY)).containsExactly(2026, 2027, 2028);
        assertThat(dates.in(2028)).extracting(PlanDates.Entry::on).containsExactly(LocalDate.of(2028, 12, 10));
        assertThat(dates.next(TODAY, 2))
                .extracting(PlanDates.Entry::on)
                .containsExactly(LocalDate.of(2026, 12, 10), LocalDate.of(2027, 12, 10));
    }

    @Test
    void a_report_with_a_year_that_comes_back_begins_in_that_year() {
        PlanDates dates = of(2026, 2028, duty("2027-06-10", true));
        assertThat(dates.in(2026)).isEmpty();
        assertThat(dates.in(2028)).hasSize(1);
    }

    @Test
    void a_report_of_one_year_stands_in_that_year_only() {
        PlanDates dates = of(2026, 2028, duty("2027-06-10", false));
        assertThat(dates.in(2026)).isEmpty();
        assertThat(dates.in(2027)).hasSize(1);
        assertThat(dates.in(2028)).isEmpty();
    }

    @Test
    void a_month_without_a_day_is_kept_as_inexact_at_its_end() {
        assertThat(of(2026, 2026, duty("2026-02", false)).in(2026))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.on()).isEqualTo(LocalDate.of(2026, 2, 28));
                    assertThat(entry.exact()).isFalse();
                });
    }

    @Test
    void a_report_without_a_date_is_listed_apart() {
        PlanDates dates = of(2026, 2026, duty(null, false));
        assertThat(dates.in(2026)).isEmpty();
        assertThat(dates.undatedReports()).hasSize(1);
    }

    @Test
    void an_event_is_ahead_until_its_last_day() {
        PlanDates dates = withEvent("2026-03-01", "2026-03-15", false);
        assertThat(dates.next(TODAY, 5)).hasSize(1);
        assertThat(dates.next(LocalDate.of(2026, 3, 16), 5)).isEmpty();
        assertThat(dates.byMonth(2026)).containsOnlyKeys(YearMonth.of(2026, 3));
    }

    @Test
    void a_yearly_event_over_new_year_ends_in_the_next_year() {
        assertThat(withEvent("12-15", "01-15", true).in(2026))
                .extracting(PlanDates.Entry::end)
                .containsExactly(LocalDate.of(2027, 1, 15));
    }

    private static PlanDates of(int from, int to, PlanItem.ReportingDuty duty) {
        return new PlanDates(content(from, to, List.of(duty), List.of()));
    }

    private static PlanDates withEvent(String from, String to, boolean yearly) {
        return new PlanDates(content(
                2026,
                2026,
                List.of(),
                List.of(new PlanItem.Event(
                        UUID.randomUUID(), "Sự kiện", PartialDate.parse(from), PartialDate.parse(to), yearly, null))));
    }

    private static PlanItem.ReportingDuty duty(@org.jspecify.annotations.Nullable String due, boolean recurring) {
        return new PlanItem.ReportingDuty(
                UUID.randomUUID(),
                PlanItem.ReportKind.YEAR,
                due == null ? null : PartialDate.parse(due),
                recurring,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static PlanContent content(
            int from, int to, List<PlanItem.ReportingDuty> duties, List<PlanItem.Event> events) {
        return new PlanContent(
                PlanKind.KE_HOACH,
                "Kế hoạch",
                new PlanContent.Period(from, to),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                duties,
                events,
                List.of(),
                null);
    }
}
