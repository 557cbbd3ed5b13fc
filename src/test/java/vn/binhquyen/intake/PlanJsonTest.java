package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class PlanJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {Samples.COMMUNE_WORD, Samples.PROVINCE, Samples.DISTRICT})
    void a_plan_comes_back_from_json_as_it_was(String resource) throws IOException {
        ReadPlan plan = Samples.read(resource).plan();

        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    @Test
    void the_keys_are_those_that_read_promises() throws IOException {
        var json = JsonMapper.shared()
                .readTree(PlanJson.write(Samples.read(Samples.COMMUNE).plan()));

        assertThat(json.propertyNames())
                .contains(
                        "source",
                        "documentType",
                        "number",
                        "issuer",
                        "place",
                        "issuedOn",
                        "title",
                        "period",
                        "legalBases",
                        "purposes",
                        "requirements",
                        "objectives",
                        "taskGroups",
                        "assignments",
                        "budget",
                        "reporting",
                        "events",
                        "recipients",
                        "signatory",
                        "findings");
        var measure = json.at("/objectives/0/indicators/0/measures/0");
        assertThat(measure.path("comparator").asString()).isEqualTo(">=");
        assertThat(measure.propertyNames())
                .contains("what", "comparator", "value", "high", "unit", "baseline", "byYear", "frequency", "at");
        assertThat(json.at("/events/0/from").asString()).isEqualTo("2026-11-15");
        assertThat(json.at("/source/format").asString()).isEqualTo("md");
        assertThat(json.at("/documentType").asString()).isEqualTo("KE_HOACH");
    }

    @Test
    void what_is_not_a_plan_is_not_read() {
        assertThatThrownBy(() -> PlanJson.read("[1]")).isInstanceOf(JacksonException.class);
    }
}
