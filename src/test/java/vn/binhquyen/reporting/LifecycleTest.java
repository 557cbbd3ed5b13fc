package vn.binhquyen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.reporting.Lifecycle.ConsolidationEvent;
import vn.binhquyen.reporting.Lifecycle.Edge;
import vn.binhquyen.reporting.Lifecycle.SubmissionEvent;

class LifecycleTest {
    private static final Path DOCUMENT = Path.of("docs/architecture/report-states.md");

    /** What is allowed, written down a second time in words of its own. */
    private static final Set<String> SUBMISSION = Set.of(
            "DRAFT SUBMIT SUBMITTED",
            "SUBMITTED ACCEPT ACCEPTED",
            "SUBMITTED RETURN RETURNED",
            "RETURNED SUBMIT SUBMITTED",
            "ACCEPTED RETURN RETURNED");

    private static final Set<String> CONSOLIDATION = Set.of(
            "DRAFT PROPOSE IN_APPROVAL",
            "IN_APPROVAL SEND_BACK DRAFT",
            "IN_APPROVAL APPROVE APPROVED",
            "APPROVED ISSUE ISSUED",
            "ISSUED SEND_UP SENT",
            "SENT RETURNED_FROM_ABOVE DRAFT");

    static Stream<Edge<SubmissionState, SubmissionEvent>> everySubmissionPair() {
        return Stream.of(SubmissionState.values())
                .flatMap(from -> Stream.of(SubmissionEvent.values())
                        .flatMap(event -> Stream.of(SubmissionState.values()).map(to -> new Edge<>(from, event, to))));
    }

    static Stream<Edge<ConsolidationState, ConsolidationEvent>> everyConsolidationPair() {
        return Stream.of(ConsolidationState.values())
                .flatMap(from -> Stream.of(ConsolidationEvent.values())
                        .flatMap(event ->
                                Stream.of(ConsolidationState.values()).map(to -> new Edge<>(from, event, to))));
    }

    @ParameterizedTest
    @MethodSource("everySubmissionPair")
    void a_report_takes_the_allowed_steps_and_no_other(Edge<SubmissionState, SubmissionEvent> step) {
        boolean allowed = SUBMISSION.contains(step.from() + " " + step.event() + " " + step.to());

        assertThat(Lifecycle.OF_SUBMISSION.next(step.from(), step.event()).equals(Optional.of(step.to())))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @MethodSource("everyConsolidationPair")
    void a_consolidated_report_takes_the_allowed_steps_and_no_other(Edge<ConsolidationState, ConsolidationEvent> step) {
        boolean allowed = CONSOLIDATION.contains(step.from() + " " + step.event() + " " + step.to());

        assertThat(Lifecycle.OF_CONSOLIDATION.next(step.from(), step.event()).equals(Optional.of(step.to())))
                .isEqualTo(allowed);
    }

    @Test
    void a_step_that_is_not_allowed_is_refused_with_its_own_sentence() {
        assertThatThrownBy(() -> Lifecycle.OF_SUBMISSION.step(SubmissionState.DRAFT, SubmissionEvent.ACCEPT))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("reporting.refused.submission.ACCEPT"));
    }

    @Test
    void the_steps_in_the_documentation_are_those_of_the_table() throws IOException {
        String drawn =
                "# How reports move\n\nDrawn by a test from the tables of steps; do not edit.\n\n## One report\n\n"
                        + mermaid(Lifecycle.OF_SUBMISSION)
                        + "\n## The consolidated report\n\n"
                        + mermaid(Lifecycle.OF_CONSOLIDATION);
        Files.createDirectories(DOCUMENT.getParent());
        Files.writeString(DOCUMENT, drawn);

        assertThat(Files.readString(DOCUMENT))
                .contains("DRAFT --> SUBMITTED: submit", "SENT --> DRAFT: returned from above");
    }

    private static <S extends Enum<S>, E extends Enum<E>> String mermaid(Lifecycle<S, E> lifecycle) {
        List<Edge<S, E>> edges = lifecycle.edges();
        return "```mermaid\nstateDiagram-v2\n    [*] --> " + lifecycle.first() + "\n"
                + edges.stream()
                        .map(edge -> "    %s --> %s: %s\n"
                                .formatted(
                                        edge.from(),
                                        edge.to(),
                                        edge.event()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', ' ')))
                        .collect(Collectors.joining())
                + "```\n";
    }
}
