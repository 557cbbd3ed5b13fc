package vn.binhquyen.intake.structure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.structure.Column.Role;

/**
 * A table whose heading row says what its columns hold.
 *
 * @param rows those below the heading
 */
public record Table(List<Column> columns, List<Row> rows) {

    /** The words of a cell; where they run over several lines the place is that of the first. */
    public record Cell(String text, Place at) {
        public boolean isBlank() {
            return text.isBlank();
        }
    }

    /** @param cells one for each column, by position; null where there is none */
    public record Row(List<Optional<Cell>> cells) {

        public Optional<Cell> cell(int column) {
            return column < cells.size() ? cells.get(column).filter(cell -> !cell.isBlank()) : Optional.empty();
        }

        long filled() {
            return IntStream.range(0, cells.size())
                    .filter(i -> cell(i).isPresent())
                    .count();
        }
    }

    /** Whether rows set targets. */
    public boolean holdsTargets() {
        return has(Role.SUBJECT) && has(Role.TARGET);
    }

    /** Whether rows give work to somebody. */
    public boolean holdsAssignments() {
        return has(Role.SUBJECT) && has(Role.LEAD);
    }

    /** The cell of the first column with the role. */
    public Optional<Cell> cell(Row row, Role role) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).role() == role)
                .mapToObj(row::cell)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether the row only names what the rows below it are about. */
    public boolean isSection(Row row) {
        boolean alone = row.filled() == 1;
        boolean numbered = row.filled() == 2
                && cell(row, Role.NUMBER).isPresent()
                && cell(row, Role.SUBJECT).isPresent();
        return (alone || numbered) && IntStream.range(0, columns.size()).noneMatch(i -> isValue(row, i));
    }

    private boolean isValue(Row row, int column) {
        Role role = columns.get(column).role();
        return role != Role.NUMBER && role != Role.SUBJECT && row.cell(column).isPresent() && row.filled() > 1;
    }

    private boolean has(Role role) {
        return columns.stream().anyMatch(column -> column.role() == role);
    }
}
