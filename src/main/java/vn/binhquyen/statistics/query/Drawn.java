package vn.binhquyen.statistics.query;

/** By which boundaries units are drawn. */
public enum Drawn {
    /** Those that were in force then: a figure stands at the unit that gave it. */
    THEN,
    /** Those of today: what ended units gave stands at those that took their place. */
    TODAY
}
