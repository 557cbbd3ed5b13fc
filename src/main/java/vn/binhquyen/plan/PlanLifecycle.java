package vn.binhquyen.plan;

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

import java.util.List;
import java.util.Optional;
import vn.binhquyen.kernel.Refused;

/** The one table of steps that a plan can take (Nghị định 30/2020/NĐ-CP, Articles 10 to 18: drafted, approved, signed, numbered). */
public final class PlanLifecycle {
    public enum Step {
        SUBMIT,
        RETURN,
        APPROVE,
        ISSUE,
        /** Enters a document that was signed and numbered outside. */
        REGISTER,
        AMEND,
        ABANDON,
        CLOSE,
        REVOKE,
        DISCARD
    }

    record Edge(PlanStatus from, Step step, PlanStatus to) {}

    static final List<Edge> TABLE = List.of(
            new Edge(DRAFT, Step.SUBMIT, IN_REVIEW),
            new Edge(DRAFT, Step.REGISTER, ISSUED),
            new Edge(DRAFT, Step.DISCARD, DISCARDED),
            new Edge(IN_REVIEW, Step.RETURN, DRAFT),
            new Edge(IN_REVIEW, Step.APPROVE, APPROVED),
            new Edge(APPROVED, Step.RETURN, DRAFT),
            new Edge(APPROVED, Step.ISSUE, ISSUED),
            new Edge(ISSUED, Step.AMEND, AMENDING),
            new Edge(AMENDING, Step.SUBMIT, AMENDMENT_IN_REVIEW),
            new Edge(AMENDING, Step.REGISTER, ISSUED),
            new Edge(AMENDING, Step.ABANDON, ISSUED),
            new Edge(AMENDMENT_IN_REVIEW, Step.RETURN, AMENDING),
            new Edge(AMENDMENT_IN_REVIEW, Step.APPROVE, AMENDMENT_APPROVED),
            new Edge(AMENDMENT_APPROVED, Step.RETURN, AMENDING),
            new Edge(AMENDMENT_APPROVED, Step.ISSUE, ISSUED),
            new Edge(ISSUED, Step.CLOSE, CLOSED),
            new Edge(ISSUED, Step.REVOKE, REVOKED));

    private PlanLifecycle() {}

    static Optional<PlanStatus> next(PlanStatus from, Step step) {
        return TABLE.stream()
                .filter(edge -> edge.from() == from && edge.step() == step)
                .map(Edge::to)
                .findFirst();
    }

    /** Whether the step leads anywhere from there. */
    public static boolean allows(PlanStatus from, Step step) {
        return next(from, step).isPresent();
    }

    /** @throws Refused where the step does not lead from there */
    static PlanStatus after(PlanStatus from, Step step) {
        return next(from, step).orElseThrow(() -> new Refused("plan.refused.step." + step.name()));
    }
}
