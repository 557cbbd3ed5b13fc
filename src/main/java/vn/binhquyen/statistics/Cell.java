package vn.binhquyen.statistics;

/**
 * One place for a figure on a {@link Sheet}.
 *
 * @param element key of the data element
 */
public record Cell(int element, Breakdown breakdown, Nature nature) {
    public static Cell actual(int element) {
        return new Cell(element, Breakdown.TOTAL, Nature.ACTUAL);
    }

    public static Cell estimated(int element) {
        return new Cell(element, Breakdown.TOTAL, Nature.ESTIMATED);
    }
}
