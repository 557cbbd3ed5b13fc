package vn.binhquyen.committee;

/** What a decision does to the committee. */
public enum DecisionKind {
    ESTABLISH,
    /** Members leave and enter (kiện toàn). */
    CHANGE,
    DISSOLVE
}
