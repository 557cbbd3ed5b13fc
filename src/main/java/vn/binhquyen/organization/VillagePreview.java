package vn.binhquyen.organization;

import java.time.LocalDate;
import java.util.List;

/**
 * What a list of villages would do: all its rows are added, or none.
 *
 * @param errors in the order of the rows; where there is one, nothing can be added
 */
public record VillagePreview(int count, List<Line> first, List<RowError> errors) {
    public record Line(String code, String name, LocalDate from) {}

    /**
     * @param row its number in the file, from 1
     * @param reason a message key
     */
    public record RowError(int row, String reason, String detail) {}

    public boolean isAcceptable() {
        return errors.isEmpty();
    }
}
