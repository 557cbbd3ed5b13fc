package vn.binhquyen.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class VietnameseWritingProperties {

    private static final long FIRST_DAY = LocalDate.of(1990, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(2099, 12, 31).toEpochDay();

    @Property
    void every_number_is_read_back_as_it_was_written(
            @ForAll @BigRange(min = "0", max = "9999999") @Scale(2) BigDecimal number) {
        String written = VietnameseNumbers.format(number);

        assertThat(VietnameseNumbers.parse(written).orElseThrow()).isEqualByComparingTo(number);
    }

    @Property
    void every_day_is_found_in_each_way_of_writing_it(@ForAll("days") LocalDate day) {
        String figures =
                "trước ngày %02d/%d/%d, các đơn vị".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
        String words =
                "Minh Hà, ngày %d tháng %02d năm %d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());

        assertThat(VietnameseDates.first(figures)).contains(PartialDate.of(day));
        assertThat(VietnameseDates.first(words)).contains(PartialDate.of(day));
    }

    @Property
    void folding_never_changes_the_length(@ForAll String text) {
        assertThat(VietnameseText.fold(text)).hasSameSizeAs(text);
        assertThat(VietnameseText.lower(text)).hasSameSizeAs(text);
    }

    @Property
    void similarity_is_the_same_both_ways_and_whole_with_itself(@ForAll String one, @ForAll String other) {
        assertThat(Names.similarity(one, other))
                .isEqualTo(Names.similarity(other, one))
                .isBetween(0.0, 1.0);
        assertThat(Names.similarity(one, one)).isEqualTo(1);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(FIRST_DAY, LAST_DAY)
                .map(day -> LocalDate.ofInstant(java.time.Instant.ofEpochSecond(day * 86_400), ZoneOffset.UTC));
    }
}
