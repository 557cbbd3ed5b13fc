package vn.binhquyen.statistics.quality;

/** How sure it is that a figure is wrong. */
public enum Severity {
    /** It can't be so. */
    ERROR,
    /** It is unusual: it has to be looked at, and may be explained. */
    WARNING;

    String letter() {
        return name().substring(0, 1);
    }

    static Severity of(String letter) {
        return letter.equals("E") ? ERROR : WARNING;
    }
}
