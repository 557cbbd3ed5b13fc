package vn.binhquyen.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.Indicator;
import vn.binhquyen.intake.ReadPlan.Measure;
import vn.binhquyen.intake.check.FigureInText.Contradiction;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;

class FigureInTextTest {
    private static final Place SOMEWHERE = new Place(3, 1, 4);

    private static Measure measure(String value, @Nullable String baseline, String unit, @Nullable Place at) {
        return new Measure(
                "",
                Comparator.EQUAL,
                new BigDecimal(value),
                null,
                unit,
                baseline == null ? null : new BigDecimal(baseline),
                2027,
                null,
                null,
                at);
    }

    private static Optional<Contradiction> between(String text, Measure... measures) {
        Indicator indicator = new Indicator("1", text, Direction.DOWN, List.of(measures), null, SOMEWHERE);
        return Arrays.stream(measures)
                .flatMap(measure -> FigureInText.contradiction(indicator, measure).stream())
                .findFirst();
    }

    private static String figure(String text, Contradiction found) {
        return found.instead()
                .map(figure -> text.substring(figure.start(), figure.end()))
                .orElseThrow();
    }

    @Test
    void a_figure_that_was_mended_only_in_the_target_is_told_with_the_one_in_the_words() {
        String text = "Giảm tỷ trọng lao động nữ trong nông nghiệp từ 31% năm 2026 xuống 33%";
        assertThat(between(text, measure("29", "31", "%", SOMEWHERE))).hasValueSatisfying(found -> {
            assertThat(figure(text, found)).isEqualTo("33");
            assertThat(found.wanted()).isEqualByComparingTo("29");
        });
    }

    @Test
    void a_starting_value_that_was_mended_is_told_apart_from_the_target() {
        String text = "Giảm từ 31% xuống 29%";
        assertThat(between(text, measure("29", "32", "%", SOMEWHERE))).hasValueSatisfying(found -> {
            assertThat(found.baseline()).isTrue();
            assertThat(figure(text, found)).isEqualTo("31");
        });
    }

    @Test
    void the_same_number_written_otherwise_is_no_contradiction() {
        assertThat(between("Duy trì 04 câu lạc bộ", measure("4", null, "câu lạc bộ", SOMEWHERE)))
                .isEmpty();
        assertThat(between("Thu hút 1.200 người", measure("1200", null, "người", SOMEWHERE)))
                .isEmpty();
    }

    @Test
    void years_dates_and_numbers_of_documents_are_no_figures() {
        assertThat(between(
                        "Đến ngày 30/6/2027, thực hiện Quyết định 12/QĐ-UBND, tỷ lệ tăng dần",
                        measure("40", null, "%", SOMEWHERE)))
                .isEmpty();
    }

    @Test
    void the_number_inside_a_unit_is_not_taken_for_the_figure() {
        String text = "Tỷ suất giảm còn dưới 17 ca/1.000 phụ nữ";
        assertThat(between(text, measure("15", null, "ca/1.000 phụ nữ", SOMEWHERE)))
                .hasValueSatisfying(found -> assertThat(figure(text, found)).isEqualTo("17"));
    }

    @Test
    void words_without_a_figure_leave_it_to_the_target() {
        assertThat(between("Tỷ lệ nữ cấp ủy viên tăng hằng năm", measure("25", null, "%", SOMEWHERE)))
                .isEmpty();
    }

    @Test
    void of_a_target_that_was_added_by_hand_only_figures_with_its_unit_are_held_against_it() {
        assertThat(between("Mô hình hay ở 12 thôn", measure("3", null, "mô hình", null)))
                .isEmpty();
        assertThat(between("Xây dựng 02 mô hình hay ở 12 thôn", measure("3", null, "mô hình", null)))
                .isPresent();
    }

    @Test
    void where_two_figures_could_be_meant_none_is_offered_for_replacement() {
        String text = "Tiểu học trên 98%, trung học cơ sở 87%";
        assertThat(between(text, measure("97", null, "%", SOMEWHERE), measure("85", null, "%", SOMEWHERE)))
                .hasValueSatisfying(found -> assertThat(found.instead()).isEmpty());
    }

    @Test
    void a_second_target_keeps_its_own_figure() {
        String text = "Tiểu học trên 98%, trung học cơ sở 87%";
        assertThat(between(text, measure("98", null, "%", SOMEWHERE), measure("85", null, "%", SOMEWHERE)))
                .hasValueSatisfying(found -> assertThat(figure(text, found)).isEqualTo("87"));
    }
}
