package vn.binhquyen.intake.review;

/** A field of an item as a form shows it. */
public record Field(String name, Kind kind, boolean required) {

    public enum Kind {
        LINE,
        TEXT,
        NUMBER,
        YEAR,
        DAY,
        /** A date of which the day, the month or the year may be missing: "10/12/2026", "12/2026", "15/11". */
        DATE,
        YES_NO,
        DOCUMENT_KIND,
        DIRECTION,
        COMPARATOR,
        FREQUENCY,
        TASK_KIND,
        PARTY_KIND,
        REPORT_KIND,
        BUDGET_SOURCE,
        CATALOGUE,
        OBJECTIVE,
        TASK_GROUP,
        PARTY,
        PARTIES,
        AGENCY,
        AGENCIES;

        /** Whether the field holds several ids. */
        public boolean several() {
            return this == PARTIES || this == AGENCIES;
        }
    }

    static Field optional(String name, Kind kind) {
        return new Field(name, kind, false);
    }

    static Field required(String name, Kind kind) {
        return new Field(name, kind, true);
    }
}
