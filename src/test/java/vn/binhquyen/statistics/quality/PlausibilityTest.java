package vn.binhquyen.statistics.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.DataElement.Kind;

class PlausibilityTest {
    private static final SheetKey SHEET = new SheetKey((short) 1, 1, 4202500);
    private static final int COUNTED = 1;
    private static final int BASE = 2;
    private static final int MEASURED = 3;
    private static final int ASKED = 4;

    private final Map<Integer, ElementFacts> elements = Map.of(
            COUNTED, new ElementFacts(COUNTED, Kind.COUNT, true, false, false, BASE),
            BASE, new ElementFacts(BASE, Kind.COUNT, false, false, false, null),
            MEASURED, new ElementFacts(MEASURED, Kind.MEASURE, false, false, false, null),
            ASKED, new ElementFacts(ASKED, Kind.YES_NO, false, false, false, null));

    private final Plausibility plausibility = new Plausibility(elements);

    @Test
    void a_score_is_the_distance_from_the_median_in_usual_deviations() {
        RobustScore score = Spread.of(new double[] {8, 9, 10, 11, 1000}).score(20, 0.1);
        assertThat(score.median()).isEqualTo(10);
        assertThat(score.score()).isCloseTo(0.6745 * 10, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 104, 96, 101, 99, 102, false",
        "100, 104, 96, 101, 99, 160, true",
        "100, 104, 96, 101, 99, 40, true",
        "2, 3, 2, 2, 3, 6, false",
        "0, 0, 0, 0, 0, 1, false",
        "0, 0, 0, 0, 0, 9, true"
    })
    void a_number_of_cases_is_held_against_those_of_the_years_before(
            int first, int second, int third, int fourth, int fifth, int now, boolean odd) {
        assertThat(past(COUNTED, now, first, second, third, fourth, fifth)).hasSize(odd ? 1 : 0);
    }

    @Test
    void fewer_than_four_earlier_figures_say_nothing() {
        assertThat(past(COUNTED, 5000, 100, 101, 99)).isEmpty();
        assertThat(past(COUNTED, 5000, 100, 101, 99, 100)).hasSize(1);
    }

    @Test
    void a_measured_figure_varies_by_its_own_size() {
        assertThat(past(MEASURED, 2.2, 2.0, 2.1, 2.0, 2.1)).isEmpty();
        assertThat(past(MEASURED, 21, 2.0, 2.1, 2.0, 2.1)).hasSize(1);
    }

    @Test
    void yes_and_no_are_never_far_from_each_other() {
        assertThat(past(ASKED, 1, 0, 0, 0, 0, 0)).isEmpty();
    }

    @Test
    void a_figure_with_a_denominator_is_compared_for_each_person_of_it() {
        List<Map<Cell, BigDecimal>> alike = new ArrayList<>();
        for (int size : new int[] {1000, 2000, 3000, 4000, 5000, 6000, 7000, 80000}) {
            alike.add(sheet(size / 10, size));
        }
        assertThat(others(alike, sheet(8000, 80000))).isEmpty();
        List<Found> found = others(alike, sheet(3000, 6000));
        assertThat(found).extracting(Found::check).containsExactly("FAR-PEERS");
        assertThat(found.getFirst().expected()).isEqualByComparingTo("600");
        assertThat(found.getFirst().figure()).isEqualByComparingTo("3000");
    }

    @Test
    void a_share_of_few_varies_more_than_one_of_many() {
        List<Map<Cell, BigDecimal>> alike =
                IntStream.range(0, 10).mapToObj(i -> sheet(100 + i, 1000)).toList();
        assertThat(others(alike, sheet(2, 4))).isEmpty();
        assertThat(others(alike, sheet(500, 1000))).hasSize(1);
    }

    @Test
    void without_a_denominator_the_order_of_magnitude_is_compared() {
        List<Map<Cell, BigDecimal>> alike = IntStream.range(0, 10)
                .mapToObj(i -> Map.of(Cell.actual(BASE), BigDecimal.valueOf(3000 + 500L * i)))
                .toList();
        assertThat(others(alike, Map.of(Cell.actual(BASE), BigDecimal.valueOf(9000))))
                .isEmpty();
        assertThat(others(alike, Map.of(Cell.actual(BASE), BigDecimal.valueOf(52_000_000))))
                .hasSize(1);
    }

    @Test
    void seven_units_are_too_few_to_compare_with() {
        List<Map<Cell, BigDecimal>> alike =
                IntStream.range(0, 7).mapToObj(i -> sheet(100, 1000)).toList();
        assertThat(others(alike, sheet(1000, 1000))).isEmpty();
    }

    private List<Found> past(int element, double now, double... before) {
        List<Found> found = new ArrayList<>();
        Collection<Map<Cell, BigDecimal>> past = Arrays.stream(before)
                .mapToObj(figure -> Map.of(Cell.actual(element), BigDecimal.valueOf(figure)))
                .toList();
        plausibility.againstPast(SHEET, Map.of(Cell.actual(element), BigDecimal.valueOf(now)), past, found);
        return found;
    }

    private List<Found> others(List<Map<Cell, BigDecimal>> alike, Map<Cell, BigDecimal> own) {
        List<Found> found = new ArrayList<>();
        plausibility.againstOthers(SHEET, own, new Peers(alike), found);
        found.removeIf(each -> own.size() > 1 && each.cell().element() == BASE);
        return found;
    }

    private static Map<Cell, BigDecimal> sheet(int counted, int of) {
        Map<Cell, BigDecimal> sheet = new HashMap<>();
        sheet.put(Cell.actual(COUNTED), BigDecimal.valueOf(counted));
        sheet.put(Cell.actual(BASE), BigDecimal.valueOf(of));
        return sheet;
    }
}
