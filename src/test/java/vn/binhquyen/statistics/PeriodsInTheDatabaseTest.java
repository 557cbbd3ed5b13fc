package vn.binhquyen.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.testing.IntegrationTest;

/** The database reads the keys of periods as the application does. */
@IntegrationTest
class PeriodsInTheDatabaseTest {
    private final JdbcClient jdbc;

    @Autowired
    PeriodsInTheDatabaseTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @EnumSource
    void a_key_names_the_same_days_and_the_same_kind(Period.Kind kind) {
        for (Period period : some(kind)) {
            assertThat(jdbc.sql("""
                select concat_ws(' ', lower(period_range(:key)), upper(period_range(:key)) - 1, period_kind(:key))
                """)
                            .param("key", period.key())
                            .query(String.class)
                            .single())
                    .isEqualTo(period.start() + " " + period.end() + " " + kind);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_day_lies_in_the_same_period(Period.Kind kind) {
        for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() < 2027; day = day.plusDays(9)) {
            assertThat(jdbc.sql("select period_key(:kind, :day::date)")
                            .param("kind", kind.name())
                            .param("day", day)
                            .query(Integer.class)
                            .single())
                    .as("%s of %s", kind, day)
                    .isEqualTo(Period.containing(kind, day).key());
        }
    }

    @Test
    void a_term_may_begin_in_any_year() {
        assertThat(jdbc.sql("select upper(period_range(:key)) - 1")
                        .param("key", Period.of(Period.Kind.TERM, 2025, 1).key())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2029-12-31");
    }

    private static List<Period> some(Period.Kind kind) {
        return IntStream.rangeClosed(2015, 2031)
                .boxed()
                .flatMap(year -> IntStream.rangeClosed(1, kind.perYear()).mapToObj(n -> Period.of(kind, year, n)))
                .toList();
    }
}
