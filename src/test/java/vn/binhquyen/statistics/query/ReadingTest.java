package vn.binhquyen.statistics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;

class ReadingTest {
    @Test
    void its_marks_always_stand_in_the_same_order() {
        IndicatorReading reading = new IndicatorReading(
                new UnitId(UUID.randomUUID()),
                Period.year(2026),
                new Breakdown(1),
                BigDecimal.ONE,
                null,
                null,
                1,
                Map.of(),
                Set.of(Mark.OPEN, Mark.INCOMPLETE, Mark.ESTIMATED, Mark.SMALL_BASE));
        assertThat(reading.marks()).containsExactly(Mark.ESTIMATED, Mark.INCOMPLETE, Mark.SMALL_BASE, Mark.OPEN);
    }
}
