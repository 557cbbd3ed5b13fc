package vn.binhquyen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.binhquyen.plan.PlanStatus.AMENDING;
import static vn.binhquyen.plan.PlanStatus.AMENDMENT_APPROVED;
import static vn.binhquyen.plan.PlanStatus.AMENDMENT_IN_REVIEW;
import static vn.binhquyen.plan.PlanStatus.APPROVED;
import static vn.binhquyen.plan.PlanStatus.CLOSED;
import static vn.binhquyen.plan.PlanStatus.DISCARDED;
import static vn.binhquyen.plan.PlanStatus.DRAFT;
import static vn.binhquyen.plan.PlanStatus.IN_REVIEW;
import static vn.binhquyen.plan.PlanStatus.ISSUED;
import static vn.binhquyen.plan.PlanStatus.REVOKED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.plan.PlanLifecycle.Step;

class PlanLifecycleTest {
    /** Where one may go from each status, written down a second time and independently of the steps. */
    private static final Map<PlanStatus, Set<PlanStatus>> WAYS = Map.of(
            DRAFT, EnumSet.of(IN_REVIEW, ISSUED, DISCARDED),
            IN_REVIEW, EnumSet.of(DRAFT, APPROVED),
            APPROVED, EnumSet.of(DRAFT, ISSUED),
            ISSUED, EnumSet.of(AMENDING, CLOSED, REVOKED),
            AMENDING, EnumSet.of(AMENDMENT_IN_REVIEW, ISSUED),
            AMENDMENT_IN_REVIEW, EnumSet.of(AMENDING, AMENDMENT_APPROVED),
            AMENDMENT_APPROVED, EnumSet.of(AMENDING, ISSUED),
            CLOSED, EnumSet.noneOf(PlanStatus.class),
            REVOKED, EnumSet.noneOf(PlanStatus.class),
            DISCARDED, EnumSet.noneOf(PlanStatus.class));

    static Stream<Arguments> pairs() {
        return Arrays.stream(PlanStatus.values())
                .flatMap(from -> Arrays.stream(PlanStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void a_step_leads_between_two_states_exactly_where_the_rules_of_the_office_allow_it(
            PlanStatus from, PlanStatus to) {
        boolean leads = Arrays.stream(Step.values())
                .anyMatch(step ->
                        PlanLifecycle.next(from, step).filter(to::equals).isPresent());
        assertThat(leads).isEqualTo(WAYS.getOrDefault(from, Set.of()).contains(to));
    }

    @Test
    void a_step_from_a_state_leads_to_one_state_only() {
        Set<List<Object>> starts = new HashSet<>();
        assertThat(PlanLifecycle.TABLE).allMatch(edge -> starts.add(List.of(edge.from(), edge.step())));
    }

    @Test
    void a_step_that_does_not_lead_from_a_state_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> PlanLifecycle.after(CLOSED, Step.AMEND))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("plan.refused.step.AMEND"));
    }

    @Test
    void every_state_is_reached_from_a_draft() {
        Set<PlanStatus> reached = EnumSet.of(DRAFT);
        Queue<PlanStatus> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            PlanStatus from = open.remove();
            PlanLifecycle.TABLE.stream()
                    .filter(edge -> edge.from() == from && reached.add(edge.to()))
                    .forEach(edge -> open.add(edge.to()));
        }
        assertThat(reached).containsExactlyInAnyOrder(PlanStatus.values());
    }

    @Test
    void a_plan_never_leaves_force_by_being_amended() {
        assertThat(PlanLifecycle.TABLE)
                .filteredOn(edge -> edge.from().inForce() && edge.step() != Step.CLOSE && edge.step() != Step.REVOKE)
                .allMatch(edge -> edge.to().inForce());
    }

    @Test
    void the_drawing_in_the_documentation_shows_the_table() throws IOException {
        Path page = Path.of("docs/architecture/plan-lifecycle.md");
        StringBuilder drawing = new StringBuilder("""
            # The way of a plan

            Drawn from the table in `PlanLifecycle` by its test; a plan is in force in the states with a double frame.

            ```mermaid
            flowchart TD
            """);
        for (PlanStatus status : PlanStatus.values()) {
            drawing.append(
                    "    %s%s\n".formatted(status, status.inForce() ? "[[" + status + "]]" : "[" + status + "]"));
        }
        for (PlanLifecycle.Edge edge : PlanLifecycle.TABLE) {
            drawing.append("    %s -- %s --> %s\n".formatted(edge.from(), edge.step(), edge.to()));
        }
        drawing.append("```\n");
        Files.createDirectories(page.getParent());
        Files.writeString(page, drawing);
        assertThat(page).content().contains("DRAFT -- SUBMIT --> IN_REVIEW");
    }
}
