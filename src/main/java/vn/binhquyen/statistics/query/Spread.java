package vn.binhquyen.statistics.query;

/** Hashes of keys that follow each other: what a record makes of them by itself falls together too often. */
final class Spread {
    /** Of the golden ratio, as is usual where numbers are spread. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    static int of(int... keys) {
        long hash = 0;
        for (int key : keys) {
            hash = hash * STEP + key;
        }
        return Long.hashCode(hash * STEP);
    }

    private Spread() {}
}
