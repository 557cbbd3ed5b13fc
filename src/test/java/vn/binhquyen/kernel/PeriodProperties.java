package vn.binhquyen.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PeriodProperties {

    @Property
    void a_day_lies_in_the_period_that_contains_it(@ForAll Period.Kind kind, @ForAll("days") LocalDate day) {
        Period period = Period.containing(kind, day);

        assertThat(day).isBetween(period.start(), period.end());
    }

    @Property
    void periods_of_a_kind_follow_one_another_without_gap(@ForAll("periods") Period period) {
        assertThat(period.next().start()).isEqualTo(period.end().plusDays(1));
        assertThat(period.next().administrativeFrom())
                .isEqualTo(period.administrativeTo().plusDays(1));
        assertThat(period.next().previous()).isEqualTo(period);
    }

    @Property
    void the_administrative_period_is_the_calendar_one_moved_ahead(@ForAll("periods") Period period) {
        Assume.that(period.kind().isAdministrative());
        assertThat(period.administrativeFrom()).isBefore(period.start());
        assertThat(period.administrativeTo()).isBefore(period.end());
        assertThat(period.administrativeTo()).isAfter(period.start());
    }

    @Property
    void school_years_and_terms_are_cut_off_by_the_calendar_alone(@ForAll("periods") Period period) {
        Assume.that(!period.kind().isAdministrative());
        assertThat(period.administrativeFrom()).isEqualTo(period.start());
        assertThat(period.administrativeTo()).isEqualTo(period.end());
    }

    @Property
    void a_period_is_found_again_by_its_code_and_by_its_key(@ForAll("periods") Period period) {
        assertThat(Period.ofCode(period.code())).contains(period);
        assertThat(Period.ofKey(period.key())).isEqualTo(period);
    }

    @Property
    void the_number_in_the_year_names_the_period(@ForAll("periods") Period period) {
        assertThat(period.number()).isBetween(1, period.kind().perYear());
        assertThat(Period.of(period.kind(), period.year(), period.number())).isEqualTo(period);
    }

    @Property
    void a_report_due_within_a_week_of_the_cut_off_is_about_that_period(
            @ForAll("periods") Period period, @ForAll("weeks") int days) {
        assertThat(Period.reportedOn(period.kind(), period.administrativeTo().plusDays(days)))
                .isEqualTo(period);
    }

    @Property
    void a_period_starts_only_where_its_kind_starts(@ForAll Period.Kind kind, @ForAll("days") LocalDate day) {
        Assume.that(kind != Period.Kind.TERM);
        if (Period.containing(kind, day).start().equals(day)) {
            assertThat(new Period(kind, day).start()).isEqualTo(day);
        } else {
            assertThatThrownBy(() -> new Period(kind, day)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Example
    void the_half_year_of_the_regime_ends_on_14_June_and_the_year_on_14_December() {
        assertThat(Period.of(Period.Kind.HALF_YEAR, 2026, 1).administrativeFrom())
                .isEqualTo("2025-12-15");
        assertThat(Period.of(Period.Kind.HALF_YEAR, 2026, 1).administrativeTo()).isEqualTo("2026-06-14");
        assertThat(Period.year(2026).administrativeFrom()).isEqualTo("2025-12-15");
        assertThat(Period.year(2026).administrativeTo()).isEqualTo("2026-12-14");
    }

    @Example
    void a_school_year_begins_in_September() {
        assertThat(Period.containing(Period.Kind.SCHOOL_YEAR, LocalDate.of(2026, 8, 31)))
                .isEqualTo(Period.of(Period.Kind.SCHOOL_YEAR, 2025, 1));
        assertThat(Period.of(Period.Kind.SCHOOL_YEAR, 2026, 1).start()).isEqualTo("2026-09-01");
        assertThat(Period.of(Period.Kind.SCHOOL_YEAR, 2026, 1).end()).isEqualTo("2027-08-31");
    }

    @Example
    void a_term_is_that_of_the_councils_unless_it_is_named_by_its_first_year() {
        assertThat(Period.containing(Period.Kind.TERM, LocalDate.of(2025, 12, 31)))
                .isEqualTo(Period.of(Period.Kind.TERM, 2021, 1));
        assertThat(Period.containing(Period.Kind.TERM, LocalDate.of(2026, 1, 1)).end())
                .isEqualTo("2030-12-31");
        assertThat(Period.ofCode("2025P5Y").orElseThrow().next().year()).isEqualTo(2030);
    }

    @Example
    void a_year_report_due_in_January_is_about_the_year_before() {
        assertThat(Period.reportedOn(Period.Kind.YEAR, LocalDate.of(2027, 1, 5)))
                .isEqualTo(Period.year(2026));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2000, 1, 1).toEpochDay(),
                        LocalDate.of(2099, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(Arbitraries.of(Period.Kind.class), days()).as(Period::containing);
    }

    @Provide
    Arbitrary<Integer> weeks() {
        return Arbitraries.integers().between(-7, 7);
    }
}
