package vn.binhquyen.statistics.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.kernel.Refused;

class FormulaTest {

    @Test
    void a_formula_names_elements_their_breakdowns_and_numbers() {
        Formula formula = Formula.parse("NQ28-1.1.NUM + POP[sex:female; age:60+] - 2 * X");

        assertThat(formula.terms())
                .containsExactly(term("NQ28-1.1.NUM"), term("POP", "age:60+", "sex:female"), term("X"));
        assertThat(value(
                        formula,
                        Map.of(
                                term("NQ28-1.1.NUM"), 10,
                                term("POP", "sex:female", "age:60+"), 5,
                                term("X"), 3)))
                .contains(BigDecimal.valueOf(9));
    }

    @ParameterizedTest
    @CsvSource({
        "A + B * C, 17", "(A + B) * C, 25", "A - B - C, -6", "A/B, 0.6666666667", "-A + B, 1", "A-B, 7", "A − B, -1",
        "A × 1.5, 3", "'A × 1,5', 3", "C ÷ A, 2.5", "((A)), 2", "2 * (A + (B - 1)), 8", "3, 3", "A + A, 4"
    })
    void arithmetic_is_that_of_the_school(String formula, BigDecimal expected) {
        assertThat(value(Formula.parse(formula), Map.of(term("A"), 2, term("B"), 3, term("C"), 5, term("A-B"), 7))
                        .orElseThrow())
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(new BigDecimal("0.000000001")));
    }

    @Test
    void a_term_without_a_figure_leaves_the_formula_without_one() {
        assertThat(value(Formula.parse("A + B"), Map.of(term("A"), 2))).isEmpty();
        assertThat(value(Formula.parse("A"), Map.of())).isEmpty();
    }

    @Test
    void nothing_is_divided_by_zero() {
        assertThat(value(Formula.parse("A / B"), Map.of(term("A"), 2, term("B"), 0)))
                .isEmpty();
        assertThat(value(Formula.parse("A / (B - B)"), Map.of(term("A"), 2, term("B"), 4)))
                .isEmpty();
    }

    @Test
    void a_figure_comes_out_as_it_went_in() {
        var exact = new BigDecimal("12345678901234567890.123456789");

        assertThat(Formula.parse("A").of(term -> Optional.of(exact))).contains(exact);
        assertThat(Formula.parse("A + 0").of(term -> Optional.of(exact)).orElseThrow())
                .isEqualByComparingTo(exact);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A +|catalogue.formula.unfinished|",
                "A + * B|catalogue.formula.no-figure|5",
                "* A|catalogue.formula.no-figure|1",
                "A B|catalogue.formula.no-sign|3",
                "2 A|catalogue.formula.no-sign|3",
                "A % B|catalogue.formula.no-sign|3",
                "(A + B|catalogue.formula.not-closed|1",
                "A + B)|catalogue.formula.not-opened|6",
                "A + ()|catalogue.formula.no-figure|6",
                "A - - B|catalogue.formula.no-figure|5",
                "A + tổng|catalogue.formula.no-sign|6",
                "A[sex:female|catalogue.formula.filter-not-closed|2",
                "A[]|catalogue.formula.option|3",
                "A[female]|catalogue.formula.option|3",
                "A[age:60+;sex]|catalogue.formula.option|11",
                "A[sex:female;sex:male]|catalogue.formula.dimension-twice|14",
                "A^2|catalogue.formula.no-sign|2",
                "SQRT(A)|catalogue.formula.no-sign|5",
                "A = 1|catalogue.formula.no-sign|3",
                "1e5|catalogue.formula.no-sign|2",
                "A; drop|catalogue.formula.no-sign|2",
            })
    void what_is_wrong_is_refused_with_its_place(String formula, String key, Integer place) {
        assertThatThrownBy(() -> Formula.parse(formula)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(key);
            assertThat(ResourceBundle.getBundle("messages/catalogue").containsKey(key))
                    .isTrue();
            if (place != null) {
                assertThat(refused.arguments().getFirst()).isEqualTo(place);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void a_blank_is_no_formula(String blank) {
        assertThatThrownBy(() -> Formula.parse(blank))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("catalogue.formula.empty"));
    }

    @Test
    void a_formula_as_long_as_a_book_is_refused_before_it_is_read() {
        assertThatThrownBy(() -> Formula.parse("A + ".repeat(1000) + "A")).isInstanceOf(Refused.class);
        assertThat(value(Formula.parse("A+".repeat(999) + "A"), Map.of(term("A"), 1)))
                .contains(BigDecimal.valueOf(1000));
    }

    @Test
    void a_term_is_narrowed_once_in_each_dimension() {
        Term women = term("POP", "sex:female");

        assertThat(women.with("age:60+")).contains(term("POP", "age:60+", "sex:female"));
        assertThat(women.with("sex:female")).contains(women);
        assertThat(women.with("sex:male")).isEmpty();
    }

    @Property
    void a_formula_reads_the_same_again_as_it_is_written(@ForAll("formulas") String typed) {
        Formula formula = Formula.parse(typed);

        assertThat(Formula.parse(formula.toString())).isEqualTo(formula).hasToString(formula.toString());
    }

    @Property
    void any_text_is_either_a_formula_or_refused(@ForAll("texts") String text) {
        try {
            assertThat(Formula.parse(text).toString()).isNotBlank();
        } catch (Refused refused) {
            assertThat(refused.code()).startsWith("catalogue.formula.");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("AB1.,-+*/()[]:; ầ")
                .ofMaxLength(12)
                .edgeCases(edges -> edges.add("\u0000"));
    }

    @Provide
    Arbitrary<String> formulas() {
        Arbitrary<String> leaf =
                Arbitraries.of("A", "NQ28-3.2a.NUM", "POP[sex:female]", "POP[sex:male; age:60+]", "100", "0,5", "1.25");
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Combinators.combine(inner, Arbitraries.of("+", " - ", "*", " / ", "×"), leaf)
                        .as((left, sign, right) -> "(" + left + ")" + sign + right),
                0,
                5);
    }

    private static Optional<BigDecimal> value(Formula formula, Map<Term, Integer> figures) {
        return formula.of(term -> Optional.ofNullable(figures.get(term)).map(BigDecimal::valueOf));
    }

    private static Term term(String element, String... options) {
        return new Term(element, new TreeSet<>(List.of(options)));
    }
}
