package vn.binhquyen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.Period;

class OccurrenceTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 10);

    @Test
    void a_report_asked_for_before_the_regimes_cut_off_is_cut_off_two_working_days_before_its_deadline() {
        Occurrence half = Occurrence.of(
                ReportKind.SIX_MONTH, Period.of(Period.Kind.HALF_YEAR, 2026, 1), LocalDate.of(2026, 6, 10));

        assertThat(half.cutOff()).isEqualTo("2026-06-08");
        assertThat(half.early()).isTrue();
    }

    @Test
    void working_days_do_not_count_weekends() {
        Occurrence year = Occurrence.of(ReportKind.YEAR, Period.year(2026), LocalDate.of(2026, 11, 30));

        assertThat(year.dueOn().getDayOfWeek()).hasToString("MONDAY");
        assertThat(year.cutOff()).isEqualTo("2026-11-26");
    }

    @Test
    void working_days_do_not_count_public_holidays_of_fixed_date() {
        assertThat(WorkingDays.before(LocalDate.of(2026, 5, 4), 1)).isEqualTo("2026-04-29");
    }

    @Test
    void a_report_asked_for_after_the_regimes_cut_off_keeps_the_regimes() {
        Occurrence year = Occurrence.of(ReportKind.YEAR, Period.year(2026), LocalDate.of(2026, 12, 20));

        assertThat(year.cutOff()).isEqualTo("2026-12-14");
        assertThat(year.early()).isFalse();
    }

    @Test
    void a_yearly_date_without_a_year_falls_due_in_every_year_of_the_plan() {
        assertThat(Occurrence.of(ReportKind.YEAR, PartialDate.parse("12-10"), true, ISSUED, 2026, 2030))
                .extracting(Occurrence::dueOn)
                .containsExactly(
                        LocalDate.of(2026, 12, 10),
                        LocalDate.of(2027, 12, 10),
                        LocalDate.of(2028, 12, 10),
                        LocalDate.of(2029, 12, 10),
                        LocalDate.of(2030, 12, 10));
    }

    @Test
    void a_mid_term_report_of_a_year_without_a_day_is_due_by_the_regime() {
        assertThat(Occurrence.of(ReportKind.MID_TERM, PartialDate.parse("2028"), false, ISSUED, 2026, 2030))
                .singleElement()
                .satisfies(midTerm -> {
                    assertThat(midTerm.dueOn()).isEqualTo("2028-12-19");
                    assertThat(midTerm.period()).isEqualTo(Period.year(2028));
                });
    }

    @Test
    void nothing_falls_due_before_the_plan_was_issued() {
        assertThat(Occurrence.of(
                        ReportKind.SIX_MONTH, PartialDate.parse("06-10"), true, LocalDate.of(2026, 7, 1), 2026, 2027))
                .extracting(Occurrence::dueOn)
                .containsExactly(LocalDate.of(2027, 6, 10));
    }

    @Test
    void a_quarterly_report_without_a_date_is_due_after_each_cut_off() {
        assertThat(Occurrence.of(ReportKind.QUARTER, null, true, ISSUED, 2026, 2026))
                .extracting(Occurrence::dueOn)
                .containsExactly(
                        LocalDate.of(2026, 3, 19),
                        LocalDate.of(2026, 6, 19),
                        LocalDate.of(2026, 9, 19),
                        LocalDate.of(2026, 12, 19));
    }
}
