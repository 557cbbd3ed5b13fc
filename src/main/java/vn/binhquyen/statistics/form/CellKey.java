package vn.binhquyen.statistics.form;

import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Nature;

/**
 * What a cell of a form holds: an element broken down so.
 *
 * @param element key of the data element
 */
public record CellKey(int element, Breakdown breakdown) {
    /** Where its figure stands on a sheet. Forms ask for what was carried out, never for estimates. */
    public Cell cell() {
        return new Cell(element, breakdown, Nature.ACTUAL);
    }
}
