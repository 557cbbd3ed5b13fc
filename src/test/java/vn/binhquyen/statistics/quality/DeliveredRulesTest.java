package vn.binhquyen.statistics.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.WrittenFigures;

/** Each rule that is delivered, with figures that break it and figures that just do not. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveredRulesTest {
    private static final Period BEFORE = Period.year(2024);
    private static final Period YEAR = Period.year(2025);

    /** Code of the rule, figures that break it, figures that are right; before "before:" those of the year before. */
    private static final String EXAMPLES = """
        NQ28-1.1      | NQ28-1.1.NUM 11, NQ28-1.1.DEN 10            | NQ28-1.1.NUM 10, NQ28-1.1.DEN 10
        NQ28-2.1      | NQ28-2.1.NUM 801, NQ28-2.1.DEN 800          | NQ28-2.1.NUM 500, NQ28-2.1.DEN 800
        NQ28-2.2      | NQ28-2.2.NUM 801, NQ28-2.2.DEN 800          | NQ28-2.2.NUM 800, NQ28-2.2.DEN 800
        NQ28-2.3      | NQ28-2.3.NUM 6, NQ28-2.3.DEN 5              | NQ28-2.3.NUM 5, NQ28-2.3.DEN 5
        NQ28-3.2a     | NQ28-3.2a.NUM 4, NQ28-3.2a.DEN 3            | NQ28-3.2a.NUM 3, NQ28-3.2a.DEN 3
        NQ28-3.2b     | NQ28-3.2b.NUM 4, NQ28-3.2b.DEN 3            | NQ28-3.2b.NUM 0, NQ28-3.2b.DEN 3
        NQ28-3.3      | NQ28-3.3.NUM 2, NQ28-3.3.DEN 1              | NQ28-3.3.NUM 1, NQ28-3.3.DEN 1
        NQ28-3.4      | NQ28-3.4.NUM 2, NQ28-3.4.DEN 1              | NQ28-3.4.NUM 1, NQ28-3.4.DEN 1
        NQ28-4.4      | NQ28-4.4.NUM 35, NQ28-4.4.DEN 34            | NQ28-4.4.NUM 34, NQ28-4.4.DEN 34
        NQ28-5.2a     | NQ28-5.2a.NUM 91, NQ28-5.2a.DEN 90          | NQ28-5.2a.NUM 90, NQ28-5.2a.DEN 90
        NQ28-5.2b     | NQ28-5.2b.NUM 91, NQ28-5.2b.DEN 90          | NQ28-5.2b.NUM 89, NQ28-5.2b.DEN 90
        NQ28-5.3      | NQ28-5.3.NUM 41, NQ28-5.3.DEN 40            | NQ28-5.3.NUM 40, NQ28-5.3.DEN 40
        NQ28-5.4a     | NQ28-5.4a.NUM 9, NQ28-5.4a.DEN 8            | NQ28-5.4a.NUM 8, NQ28-5.4a.DEN 8
        NQ28-5.4b     | NQ28-5.4b.NUM 2, NQ28-5.4b.DEN 1            | NQ28-5.4b.NUM 1, NQ28-5.4b.DEN 1
        NQ28-6.1      | NQ28-6.1.NUM 5001, NQ28-6.1.DEN 5000        | NQ28-6.1.NUM 5000, NQ28-6.1.DEN 5000
        NQ28-6.2      | NQ28-6.2.NUM 31, NQ28-6.2.DEN 30            | NQ28-6.2.NUM 30, NQ28-6.2.DEN 30
        NQ28-6.3      | NQ28-6.3.NUM 2, NQ28-6.3.DEN 1              | NQ28-6.3.NUM 1, NQ28-6.3.DEN 1
        NQ28-6.4      | NQ28-6.4.NUM 2, NQ28-6.4.DEN 1              | NQ28-6.4.NUM 1, NQ28-6.4.DEN 1
        NQ28-2.1-2.2  | NQ28-2.1.DEN 800, NQ28-2.2.DEN 801          | NQ28-2.1.DEN 800, NQ28-2.2.DEN 800
        NQ28-4.1-4.2  | NQ28-4.1.NUM 55, NQ28-4.1.DEN 50, NQ28-4.2.DEN 104 | NQ28-4.1.NUM 55, NQ28-4.1.DEN 50, NQ28-4.2.DEN 105
        NQ28-4.1-CAO  | NQ28-4.1.NUM 141, NQ28-4.1.DEN 100          | NQ28-4.1.NUM 140, NQ28-4.1.DEN 100
        NQ28-4.1-THAP | NQ28-4.1.NUM 69, NQ28-4.1.DEN 100           | NQ28-4.1.NUM 70, NQ28-4.1.DEN 100
        NQ28-4.2      | NQ28-4.2.NUM 60, NQ28-4.2.DEN 59            | NQ28-4.2.NUM 0, NQ28-4.2.DEN 59
        NQ28-4.3      | NQ28-4.3.NUM 21, NQ28-4.3.DEN 20            | NQ28-4.3.NUM 2, NQ28-4.3.DEN 20
        NQ28-4.3-4.2  | NQ28-4.3.NUM 60, NQ28-4.2.DEN 59            | NQ28-4.3.NUM 59, NQ28-4.2.DEN 59
        NQ28-3.1      | NQ28-3.1.VAL 10.1                      | NQ28-3.1.VAL 2.1
        NQ28-6.1-TANG | before NQ28-6.1.DEN 5000, NQ28-6.1.DEN 6001 | before NQ28-6.1.DEN 5000, NQ28-6.1.DEN 6000
        BLGD-1.2      | BLGD-1.2 11, BLGD-1.1 10          | BLGD-1.2 10, BLGD-1.1 10
        BLGD-1.3      | BLGD-1.3 11, BLGD-1.1 10          | BLGD-1.3 10, BLGD-1.1 10
        BLGD-1.4      | BLGD-1.4 11, BLGD-1.1 10          | BLGD-1.4 1, BLGD-1.1 10
        BLGD-1.5      | BLGD-1.5 11, BLGD-1.1 10          | BLGD-1.5 0, BLGD-1.1 10
        BLGD-2.3.2    | BLGD-2.3.2 4, BLGD-2.1 3          | BLGD-2.3.2 3, BLGD-2.1 3
        BLGD-2.5      | BLGD-2.5 4, BLGD-2.1 3            | BLGD-2.5 3, BLGD-2.1 3
        BLGD-HT       | BLGD-HT 4, BLGD-NN 3              | BLGD-HT 3, BLGD-NN 3
        NGUOC-DAI     | NGUOC-DAI.XL 4, NGUOC-DAI 3       | NGUOC-DAI.XL 3, NGUOC-DAI 3
        BLGD-1.4-2.1  | BLGD-1.4 4, BLGD-2.1 3            | BLGD-1.4 3, BLGD-2.1 3
        BLGD-2.4-NN   | BLGD-2.4.1 2, BLGD-NN 3           | BLGD-2.4.1 3, BLGD-NN 3
        NQ28-6.1-GIAM | before NQ28-6.1.DEN 5000, NQ28-6.1.DEN 3999 | before NQ28-6.1.DEN 5000, NQ28-6.1.DEN 4000
        """;

    @Autowired
    Provinces provinces;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WrittenFigures figures;

    @Autowired
    QualityChecks quality;

    @Autowired
    CurrentActor current;

    @Autowired
    JdbcClient jdbc;

    private Commune commune;

    @BeforeAll
    void found() {
        commune = provinces.found().commune();
    }

    record Example(String rule, Map<Period, Map<String, Double>> broken, Map<Period, Map<String, Double>> met) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Example> examples() {
        return EXAMPLES.lines()
                .map(line -> line.split("\\|"))
                .map(parts -> new Example(parts[0].strip(), figures(parts[1]), figures(parts[2])));
    }

    private static Map<Period, Map<String, Double>> figures(String written) {
        Map<Period, Map<String, Double>> figures = new LinkedHashMap<>();
        for (String each : written.split(",")) {
            String figure = each.strip();
            Period period = figure.startsWith("before ") ? BEFORE : YEAR;
            String[] words = figure.replace("before ", "").split(" ");
            figures.computeIfAbsent(period, any -> new LinkedHashMap<>()).put(words[0], Double.valueOf(words[1]));
        }
        return figures;
    }

    @Test
    void every_delivered_rule_has_its_examples() {
        assertThat(jdbc.sql("select code from figure_rule where unit_id is null and updated_by is null")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        examples().map(Example::rule).toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_rule_finds_the_figures_that_break_it_and_no_others(Example example) {
        assertThat(rulesFoundIn(example.broken())).contains(example.rule());
        assertThat(rulesFoundIn(example.met())).doesNotContain(example.rule());
    }

    private List<String> rulesFoundIn(Map<Period, Map<String, Double>> written) {
        for (Period period : Arrays.asList(BEFORE, YEAR)) {
            Map<String, Double> all = new LinkedHashMap<>();
            jdbc.sql("select code from data_element where code like 'NQ28-%' or code like 'BLGD-%' or code like"
                            + " 'NGUOC-DAI%'")
                    .query(String.class)
                    .list()
                    .forEach(code -> all.put(code, null));
            all.putAll(written.getOrDefault(period, Map.of()));
            figures.write(commune.standingOfficer(), commune.unit(), period, all);
        }
        return current.as(commune.standingOfficer(), () -> quality.check(commune.unit(), YEAR)).stream()
                .filter(finding -> finding.rule() != null)
                .map(finding -> finding.rule().code())
                .toList();
    }
}
