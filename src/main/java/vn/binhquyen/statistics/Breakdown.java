package vn.binhquyen.statistics;

/** Combinations of breakdowns that facts name by a small number. */
public enum Breakdown {
    TOTAL(0),
    WOMEN(1),
    MEN(2);

    private final int key;

    Breakdown(int key) {
        this.key = key;
    }

    public int key() {
        return key;
    }

    static Breakdown of(int key) {
        return values()[key];
    }
}
