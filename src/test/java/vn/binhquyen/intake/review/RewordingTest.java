package vn.binhquyen.intake.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanKind;

class RewordingTest {
    private static final UUID TARGET = UUID.randomUUID();
    private static final PlanItem.At AT = new PlanItem.At(3, 1, 10);

    private static Optional<String> reworded(String text, String value, String unit) {
        PlanItem.Target target = new PlanItem.Target(
                TARGET, null, Comparator.AT_LEAST, new BigDecimal(value), null, unit, null, 2027, null, null, AT);
        PlanItem.Indicator indicator = new PlanItem.Indicator(
                UUID.randomUUID(), "1", text, Direction.UP, null, false, List.of(target), List.of(), AT);
        PlanItem.Objective objective =
                new PlanItem.Objective(UUID.randomUUID(), "1", "Trong truyền thông", List.of(indicator), AT);
        return Rewording.of(with(objective), TARGET).map(Rewording::text);
    }

    private static PlanContent with(PlanItem.Objective objective) {
        return new PlanContent(
                PlanKind.KE_HOACH,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(objective),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    @Test
    void the_old_figure_gives_way_to_the_new_one() {
        assertThat(reworded("Ít nhất 45 phụ nữ được vay vốn", "1250", "phụ nữ"))
                .contains("Ít nhất 1.250 phụ nữ được vay vốn");
    }

    @Test
    void a_figure_of_two_places_stays_one() {
        assertThat(reworded("Mỗi quý có 05 tin, bài", "6", "tin, bài")).contains("Mỗi quý có 06 tin, bài");
    }

    @Test
    void nothing_is_reworded_where_words_and_target_agree() {
        assertThat(reworded("Mỗi quý có 05 tin, bài", "5", "tin, bài")).isEmpty();
    }

    @Test
    void a_figure_that_stands_twice_is_left_to_the_reader() {
        assertThat(reworded("Từ 40% lên trên 40%", "45", "%")).isEmpty();
    }
}
