package vn.binhquyen.statistics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.query.Suppression.Sum;

/** What is withheld can't be had back by adding and taking away what stays. */
class SuppressionProperties {
    /** Communes × women, men; with the sums of both. */
    private record Table(int communes, Map<String, BigDecimal> figures, List<Sum<String>> sums) {}

    private static Table table(List<Integer> numbers) {
        int communes = numbers.size() / 2;
        Map<String, BigDecimal> figures = new HashMap<>();
        List<Sum<String>> sums = new ArrayList<>();
        int women = 0;
        int men = 0;
        List<List<String>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int commune = 0; commune < communes; commune++) {
            int female = numbers.get(2 * commune);
            int male = numbers.get(2 * commune + 1);
            women += female;
            men += male;
            put(figures, sums, columns, "c" + commune, female, male);
        }
        put(figures, sums, null, "province", women, men);
        List<String> words = List.of(" w", " m", " t");
        for (int i = 0; i < words.size(); i++) {
            sums.add(sum("province" + words.get(i), columns.get(i)));
        }
        return new Table(communes, figures, sums);
    }

    private static void put(
            Map<String, BigDecimal> figures,
            List<Sum<String>> sums,
            @Nullable List<List<String>> columns,
            String unit,
            int women,
            int men) {
        figures.put(unit + " w", BigDecimal.valueOf(women));
        figures.put(unit + " m", BigDecimal.valueOf(men));
        figures.put(unit + " t", BigDecimal.valueOf(women + men));
        sums.add(sum(unit + " t", List.of(unit + " w", unit + " m")));
        if (columns != null) {
            columns.get(0).add(unit + " w");
            columns.get(1).add(unit + " m");
            columns.get(2).add(unit + " t");
        }
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 300))
                .list()
                .ofMinSize(4)
                .ofMaxSize(16)
                .map(list -> list.subList(0, list.size() / 2 * 2));
    }

    @Property(tries = 300)
    void no_small_number_can_be_had_back(@ForAll("numbers") List<Integer> numbers) {
        Table table = table(numbers);
        Set<String> withheld = withheld(table);
        Set<String> known = knownFrom(table, withheld);
        for (String key : withheld) {
            BigDecimal figure = Objects.requireNonNull(table.figures().get(key));
            boolean small = figure.signum() > 0 && figure.compareTo(Suppression.SMALL) < 0;
            assertThat(small && known.contains(key)).as(key + " of " + numbers).isFalse();
        }
    }

    @Property(tries = 200)
    void every_small_number_is_withheld_and_nothing_where_there_is_none(@ForAll("numbers") List<Integer> numbers) {
        Table table = table(numbers);
        Set<String> small = new HashSet<>();
        table.figures().forEach((key, figure) -> {
            if (figure.signum() > 0 && figure.compareTo(Suppression.SMALL) < 0) {
                small.add(key);
            }
        });
        Set<String> withheld = withheld(table);
        assertThat(withheld).containsAll(small);
        if (small.isEmpty()) {
            assertThat(withheld).isEmpty();
        }
    }

    @Example
    void one_small_number_takes_a_second_one_of_its_row_and_its_column_with_it() {
        Table table = table(List.of(3, 50, 60, 70, 80, 90));
        assertThat(withheld(table))
                .contains("c0 w")
                .hasSizeGreaterThanOrEqualTo(4)
                .hasSizeLessThanOrEqualTo(6);
    }

    /** By another way: a figure is known where the equations leave it no freedom, by their singular values. */
    private static Set<String> knownFrom(Table table, Set<String> withheld) {
        List<String> columns = List.copyOf(withheld);
        if (columns.isEmpty()) {
            return Set.of();
        }
        RealMatrix equations =
                MatrixUtils.createRealMatrix(Math.max(table.sums().size(), columns.size()), columns.size());
        for (int row = 0; row < table.sums().size(); row++) {
            Sum<String> sum = table.sums().get(row);
            for (String part : sum.parts().keySet()) {
                if (withheld.contains(part)) {
                    equations.setEntry(row, columns.indexOf(part), 1);
                }
            }
            if (withheld.contains(sum.total())) {
                equations.setEntry(row, columns.indexOf(sum.total()), -1);
            }
        }
        SingularValueDecomposition parts = new SingularValueDecomposition(equations);
        Set<String> known = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            double freedom = 0;
            for (int k = 0; k < parts.getSingularValues().length; k++) {
                if (parts.getSingularValues()[k] < 1e-9) {
                    freedom += Math.abs(parts.getV().getEntry(i, k));
                }
            }
            if (freedom < 1e-9) {
                known.add(columns.get(i));
            }
        }
        return known;
    }

    private static Set<String> withheld(Table table) {
        return new Suppression<>(table.figures(), List.of(table.sums()), Set.of()).withheld(Set.of());
    }

    private static Sum<String> sum(String total, List<String> parts) {
        return new Sum<>(total, parts.stream().collect(Collectors.toMap(part -> part, part -> 1.0)));
    }
}
