package vn.binhquyen.kernel;

/** A tier of administration, from the nation down; the district tier ended on 30 June 2025. */
public enum Level {
    NATION,
    PROVINCE,
    DISTRICT,
    COMMUNE;

    public boolean above(Level other) {
        return compareTo(other) < 0;
    }
}
