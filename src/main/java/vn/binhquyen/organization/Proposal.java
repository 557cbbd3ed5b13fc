package vn.binhquyen.organization;

import vn.binhquyen.kernel.UnitId;

/** A change of units and what became of it. */
public record Proposal(ReorganisationId id, UnitId keeper, Reorganisation change, State state, long version) {
    public enum State {
        PROPOSED,
        /** Decided; holds from its day on. */
        DECIDED,
        /** Taken back before its day. */
        UNDONE,
        /** Never decided. */
        DISCARDED
    }
}
