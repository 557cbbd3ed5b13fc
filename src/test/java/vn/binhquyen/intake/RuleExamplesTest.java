package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No rule without an example of which it asks and one with which it is content. */
class RuleExamplesTest {

    private static final List<Class<?>> EXAMPLES = List.of(
            FindingTest.class, CitationFindingTest.class, AssignmentFindingTest.class, WordingFindingTest.class);

    @Test
    void every_rule_has_a_failing_and_a_passing_example() {
        List<String> names = EXAMPLES.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(Method::getName)
                .toList();

        assertThat(new PlanChecks().rules()).allSatisfy(rule -> {
            String name = rule.replace('-', '_');
            assertThat(names).as(rule).anyMatch(test -> test.startsWith(name + "_asks"));
            assertThat(names).as(rule).anyMatch(test -> test.startsWith(name + "_is_content"));
        });
    }
}
