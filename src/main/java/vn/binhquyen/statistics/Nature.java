package vn.binhquyen.statistics;

/** What a figure claims. The two are never added together. */
public enum Nature {
    /** Carried out up to the cut-off of the report ("thực hiện đến ngày …"). */
    ACTUAL,
    /** Expected for the whole period, where the report is due before it ends ("ước thực hiện cả kỳ"). */
    ESTIMATED;

    /** The letter by which facts name it. */
    public String letter() {
        return name().substring(0, 1);
    }

    static Nature of(String letter) {
        return letter.equals("A") ? ACTUAL : ESTIMATED;
    }
}
