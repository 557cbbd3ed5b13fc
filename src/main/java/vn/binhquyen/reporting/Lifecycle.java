package vn.binhquyen.reporting;

import java.util.List;
import java.util.Optional;
import vn.binhquyen.kernel.Refused;

/**
 * The steps that lead from one state to another; all others are refused.
 *
 * @param <S> the states
 * @param <E> what happens
 */
record Lifecycle<S extends Enum<S>, E extends Enum<E>>(String name, S first, List<Edge<S, E>> edges) {

    record Edge<S, E>(S from, E event, S to) {}

    enum SubmissionEvent {
        SUBMIT,
        ACCEPT,
        RETURN
    }

    enum ConsolidationEvent {
        PROPOSE,
        SEND_BACK,
        APPROVE,
        ISSUE,
        SEND_UP,
        /** The level above returned it: it is written anew, and approved and numbered again. */
        RETURNED_FROM_ABOVE
    }

    /** A report that was accepted can be returned again, as long as the consolidated report has not been approved. */
    static final Lifecycle<SubmissionState, SubmissionEvent> OF_SUBMISSION = new Lifecycle<>(
            "submission",
            SubmissionState.DRAFT,
            List.of(
                    new Edge<>(SubmissionState.DRAFT, SubmissionEvent.SUBMIT, SubmissionState.SUBMITTED),
                    new Edge<>(SubmissionState.SUBMITTED, SubmissionEvent.ACCEPT, SubmissionState.ACCEPTED),
                    new Edge<>(SubmissionState.SUBMITTED, SubmissionEvent.RETURN, SubmissionState.RETURNED),
                    new Edge<>(SubmissionState.RETURNED, SubmissionEvent.SUBMIT, SubmissionState.SUBMITTED),
                    new Edge<>(SubmissionState.ACCEPTED, SubmissionEvent.RETURN, SubmissionState.RETURNED)));

    static final Lifecycle<ConsolidationState, ConsolidationEvent> OF_CONSOLIDATION = new Lifecycle<>(
            "consolidation",
            ConsolidationState.DRAFT,
            List.of(
                    new Edge<>(ConsolidationState.DRAFT, ConsolidationEvent.PROPOSE, ConsolidationState.IN_APPROVAL),
                    new Edge<>(ConsolidationState.IN_APPROVAL, ConsolidationEvent.SEND_BACK, ConsolidationState.DRAFT),
                    new Edge<>(ConsolidationState.IN_APPROVAL, ConsolidationEvent.APPROVE, ConsolidationState.APPROVED),
                    new Edge<>(ConsolidationState.APPROVED, ConsolidationEvent.ISSUE, ConsolidationState.ISSUED),
                    new Edge<>(ConsolidationState.ISSUED, ConsolidationEvent.SEND_UP, ConsolidationState.SENT),
                    new Edge<>(
                            ConsolidationState.SENT,
                            ConsolidationEvent.RETURNED_FROM_ABOVE,
                            ConsolidationState.DRAFT)));

    Optional<S> next(S from, E event) {
        return edges.stream()
                .filter(edge -> edge.from() == from && edge.event() == event)
                .map(Edge::to)
                .findFirst();
    }

    /** @throws Refused where no such step leads from the state */
    S step(S from, E event) {
        return next(from, event).orElseThrow(() -> new Refused("reporting.refused." + name + "." + event.name()));
    }
}
