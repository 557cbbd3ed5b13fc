package vn.binhquyen.access;

/** How far from the actor's own place a right reaches. */
enum Scope {
    /** Things of the actor's agency. */
    OWN_AGENCY,
    /** Things of the actor's unit, its agencies included. */
    OWN_UNIT,
    /** Things of the actor's unit and of the units below. */
    BELOW,
    /** Things of the actor's unit, the units above it and the units below it. */
    LINEAGE,
    ANYWHERE
}
