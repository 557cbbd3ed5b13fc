package vn.binhquyen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.Nature;

class SumsProperties {
    private static final OwedIndicator SHARE = new OwedIndicator(
            new IndicatorId(UUID.randomUUID()),
            "1",
            "Mục tiêu",
            "Tỷ lệ",
            null,
            "%",
            Direction.UP,
            Computation.RATIO,
            new BigDecimal(100),
            true,
            "tử",
            "mẫu",
            List.of(),
            Map.of(Part.NUMERATOR, 1, Part.DENOMINATOR, 2, Part.VALUE, 3));

    @Property
    void every_count_is_the_sum_of_its_parts(@ForAll("parts") List<Map<Slot, BigDecimal>> parts) {
        Map<Slot, BigDecimal> sums = Sums.of(parts);

        for (Slot slot : Slot.of(SHARE, true)) {
            if (slot.part() != Part.VALUE) {
                BigDecimal expected = parts.stream()
                        .map(part -> part.getOrDefault(slot, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                boolean given = parts.stream().anyMatch(part -> part.containsKey(slot));
                assertThat(sums.containsKey(slot)).isEqualTo(given);
                assertThat(sums.getOrDefault(slot, BigDecimal.ZERO)).isEqualByComparingTo(expected);
            }
        }
    }

    @Property
    void the_order_of_the_parts_does_not_matter(@ForAll("parts") List<Map<Slot, BigDecimal>> parts) {
        assertThat(Sums.of(parts)).isEqualTo(Sums.of(parts.reversed()));
    }

    @Property
    void the_ratio_comes_from_the_sums_and_is_no_average(@ForAll("parts") List<Map<Slot, BigDecimal>> parts) {
        Figure figure = new Figure(SHARE, Sums.of(parts), "", 0);
        BigDecimal numerator = figure.total(Part.NUMERATOR, Nature.ACTUAL);
        BigDecimal denominator = figure.total(Part.DENOMINATOR, Nature.ACTUAL);

        if (numerator != null && denominator != null && denominator.signum() > 0) {
            assertThat(Objects.requireNonNull(figure.actual()))
                    .isEqualByComparingTo(
                            numerator.multiply(new BigDecimal(100)).divide(denominator, 4, RoundingMode.HALF_UP));
        }
    }

    @Property
    void estimates_change_nothing_of_what_was_carried_out(@ForAll("parts") List<Map<Slot, BigDecimal>> parts) {
        List<Map<Slot, BigDecimal>> withoutEstimates = parts.stream()
                .map(part -> {
                    Map<Slot, BigDecimal> actual = new HashMap<>(part);
                    actual.keySet().removeIf(slot -> slot.nature() == Nature.ESTIMATED);
                    return actual;
                })
                .toList();
        Map<Slot, BigDecimal> actualOfAll = new HashMap<>(Sums.of(parts));
        actualOfAll.keySet().removeIf(slot -> slot.nature() == Nature.ESTIMATED || slot.part() == Part.VALUE);
        Map<Slot, BigDecimal> actualAlone = new HashMap<>(Sums.of(withoutEstimates));
        actualAlone.keySet().removeIf(slot -> slot.part() == Part.VALUE);

        assertThat(actualOfAll).isEqualTo(actualAlone);
    }

    @Property
    void ratios_of_several_are_never_added(@ForAll("ratios") List<Map<Slot, BigDecimal>> parts) {
        if (parts.size() > 1) {
            assertThat(Sums.of(parts)).isEmpty();
        } else if (parts.size() == 1) {
            assertThat(Sums.of(parts)).isEqualTo(parts.getFirst());
        }
    }

    @Provide
    Arbitrary<List<Map<Slot, BigDecimal>>> parts() {
        return Arbitraries.maps(Arbitraries.of(Slot.of(SHARE, true)), counts())
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Map<Slot, BigDecimal>>> ratios() {
        Slot value = Slot.total(Part.VALUE, Nature.ACTUAL);
        return Combinators.combine(counts(), Arbitraries.just(value))
                .as((number, slot) -> Map.of(slot, number))
                .list()
                .ofMaxSize(5);
    }

    private static Arbitrary<BigDecimal> counts() {
        return Arbitraries.integers().between(0, 1_000_000).map(BigDecimal::new);
    }
}
