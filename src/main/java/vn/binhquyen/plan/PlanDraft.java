package vn.binhquyen.plan;

/** A plan with the content of one version of it. */
public record PlanDraft(PlanHead head, PlanContent content) {
    /** Hand it back with the next change. */
    public long version() {
        return head.version();
    }
}
