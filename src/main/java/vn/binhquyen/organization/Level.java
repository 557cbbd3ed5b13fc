package vn.binhquyen.organization;

/** The levels of the administration. Districts ended on 30 June 2025. */
public enum Level {
    NATION,
    PROVINCE,
    DISTRICT,
    COMMUNE,
    VILLAGE
}
