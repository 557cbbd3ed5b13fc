package vn.binhquyen.organization;

/** Which units a list of a unit holds beside its own. */
public enum Reach {
    OWN(false, false),
    BELOW(false, true),
    ABOVE(true, false),
    /** Those above and those below. */
    AROUND(true, true);

    final boolean above;
    final boolean below;

    Reach(boolean above, boolean below) {
        this.above = above;
        this.below = below;
    }
}
