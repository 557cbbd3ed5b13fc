package vn.binhquyen.intake.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.structure.Column.Role;
import vn.binhquyen.intake.structure.Table.Cell;
import vn.binhquyen.intake.structure.Table.Row;
import vn.binhquyen.kernel.VietnameseText;

/** Finds tables of targets and of work: made of cells, of columns set apart by tabs, or drawn with bars. */
final class Tables {

    private static final Pattern RULE =
            Pattern.compile("[|│┃+┌┬┐├┼┤└┴┘─━=:_\\s-]*[-─━=_]{2,}[|│┃+┌┬┐├┼┤└┴┘─━=:_\\s-]*");
    private static final Pattern BARS = Pattern.compile("[|│┃]");
    private static final Pattern COLUMN_NUMBERS = Pattern.compile("\\(?\\d{1,2}\\)?|\\(?[A-Za-z]\\)?");
    private static final int MOST_HEADING_ROWS = 3;

    /** The index of the first line after what looks like rows, and their table where it means something to a plan. */
    record Found(@Nullable Table table, int end) {}

    private record Piece(String text, Line line, int from) {}

    private Tables() {}

    /** The rows that begin with the line, or nothing where it is none. */
    static Optional<Found> at(List<Line> lines, int from) {
        Line first = lines.get(from);
        var rows = new ArrayList<List<List<Piece>>>();
        int end;
        if (first.cell() != null) {
            end = ofCells(lines, from, rows);
        } else if (isBarred(first) || RULE.matcher(first.text()).matches()) {
            end = ofBars(lines, from, rows);
        } else if (first.text().indexOf('\t') >= 0) {
            end = ofTabs(lines, from, rows);
        } else {
            return Optional.empty();
        }
        return Optional.of(new Found(table(rows.stream().map(Tables::row).toList()), end));
    }

    private static int ofCells(List<Line> lines, int from, List<List<List<Piece>>> rows) {
        var first = lines.get(from).cell();
        int end = from;
        var byRow = new TreeMap<Integer, TreeMap<Integer, List<Piece>>>();
        while (end < lines.size()) {
            Line line = lines.get(end);
            var cell = line.cell();
            if (cell == null || first == null || cell.table() != first.table()) {
                break;
            }
            byRow.computeIfAbsent(cell.row(), row -> new TreeMap<>())
                    .computeIfAbsent(cell.column(), column -> new ArrayList<>())
                    .add(new Piece(line.text(), line, 0));
            end++;
        }
        byRow.values().forEach(columns -> {
            var row = new ArrayList<List<Piece>>();
            for (int column = 1; column <= columns.lastKey(); column++) {
                row.add(columns.getOrDefault(column, List.of()));
            }
            rows.add(row);
        });
        return end;
    }

    /** Rows end at a rule where rules stand between them, else a line without a number goes on with the row above. */
    private static int ofBars(List<Line> lines, int from, List<List<List<Piece>>> rows) {
        int end = from;
        int rules = 0;
        var groups = new ArrayList<List<List<Piece>>>();
        var starts = new ArrayList<Boolean>();
        boolean afterRule = true;
        while (end < lines.size() && (isBarred(lines.get(end)) || isRule(lines.get(end)))) {
            Line line = lines.get(end++);
            if (isRule(line)) {
                afterRule = true;
                rules++;
            } else {
                groups.add(split(line, BARS));
                starts.add(afterRule);
                afterRule = false;
            }
        }
        boolean ruled = rules >= 4;
        for (int i = 0; i < groups.size(); i++) {
            boolean numbered = !groups.get(i).isEmpty() && !blank(groups.get(i).getFirst());
            if (rows.isEmpty() || starts.get(i) || (!ruled && numbered)) {
                rows.add(groups.get(i));
            } else {
                rows.set(rows.size() - 1, joined(rows.getLast(), groups.get(i)));
            }
        }
        return end;
    }

    private static int ofTabs(List<Line> lines, int from, List<List<List<Piece>>> rows) {
        int end = from;
        while (end < lines.size()) {
            Line line = lines.get(end);
            boolean gap = line.isBlank() && end + 1 < lines.size() && rows.size() == 1;
            if (line.cell() != null || (line.text().indexOf('\t') < 0 && !gap && !isMerged(lines, end))) {
                break;
            }
            if (!gap) {
                rows.add(split(line, Pattern.compile("\t")));
            }
            end++;
        }
        return end;
    }

    /** A row in which one cell alone is filled has lost its tabs; it stands between rows that have theirs. */
    private static boolean isMerged(List<Line> lines, int at) {
        Line line = lines.get(at);
        return !line.isBlank()
                && line.heading() == 0
                && line.text().length() < 120
                && at + 1 < lines.size()
                && lines.get(at + 1).text().indexOf('\t') >= 0
                && lines.get(at - 1).text().indexOf('\t') >= 0;
    }

    private static List<List<Piece>> split(Line line, Pattern separator) {
        var cells = new ArrayList<List<Piece>>();
        String text = line.text();
        int from = 0;
        var match = separator.matcher(text);
        boolean outer = separator == BARS;
        while (match.find()) {
            if (!(outer && from == 0 && text.substring(0, match.start()).isBlank())) {
                cells.add(List.of(new Piece(text.substring(from, match.start()), line, from)));
            }
            from = match.end();
        }
        if (!outer || !text.substring(from).isBlank()) {
            cells.add(List.of(new Piece(text.substring(from), line, from)));
        }
        return cells;
    }

    private static List<List<Piece>> joined(List<List<Piece>> above, List<List<Piece>> below) {
        var row = new ArrayList<List<Piece>>();
        for (int i = 0; i < Math.max(above.size(), below.size()); i++) {
            var cell = new ArrayList<Piece>(i < above.size() ? above.get(i) : List.of());
            cell.addAll(i < below.size() ? below.get(i) : List.of());
            row.add(cell);
        }
        return row;
    }

    private static Row row(List<List<Piece>> cells) {
        return new Row(cells.stream().map(Tables::cell).toList());
    }

    private static Optional<Cell> cell(List<Piece> pieces) {
        var filled = pieces.stream().filter(piece -> !piece.text().isBlank()).toList();
        if (filled.isEmpty()) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (Piece piece : filled) {
            text.append(text.isEmpty() ? "" : " ").append(piece.text().strip());
        }
        Piece first = filled.getFirst();
        int lead = first.text().length() - first.text().stripLeading().length();
        Place at = new Place(
                first.line().number(),
                first.from() + lead + 1,
                first.text().strip().length());
        return Optional.of(new Cell(VietnameseText.squeeze(text.toString().replace('\t', ' ')), at));
    }

    private static @Nullable Table table(List<Row> rows) {
        if (rows.size() < 2) {
            return null;
        }
        var columns = columns(rows.getFirst());
        int heading = 1;
        if (rows.size() > 2 && isSecondHeading(rows.get(1))) {
            columns = merged(columns, rows.get(1));
            heading = 2;
        }
        while (heading < Math.min(rows.size(), MOST_HEADING_ROWS) && isColumnNumbers(rows.get(heading))) {
            heading++;
        }
        var table = new Table(columns, rows.subList(heading, rows.size()));
        return table.holdsTargets() || table.holdsAssignments() ? table : null;
    }

    private static List<Column> columns(Row heading) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < heading.cells().size(); i++) {
            columns.add(Column.of(heading.cell(i).map(Cell::text).orElse("")));
        }
        return single(columns);
    }

    /** One column is the subject; a second that sounds like one holds aims where it bears no year. */
    private static List<Column> single(List<Column> columns) {
        var result = new ArrayList<Column>();
        boolean subject = false;
        boolean targets = columns.stream().anyMatch(column -> column.role() == Role.TARGET);
        boolean unit = columns.stream().anyMatch(column -> column.role() == Role.UNIT);
        boolean lead = columns.stream().anyMatch(column -> column.role() == Role.LEAD);
        boolean aims =
                columns.stream().filter(column -> column.role() == Role.SUBJECT).count() > 1;
        for (Column column : columns) {
            boolean second = column.role() == Role.SUBJECT && subject;
            boolean body = column.role() == Role.UNIT && !targets && !lead && !aims;
            result.add(
                    second && unit && !targets
                            ? new Column(Role.TARGET, column.year())
                            : body ? new Column(Role.LEAD, null) : column);
            subject |= column.role() == Role.SUBJECT;
        }
        return result;
    }

    /** "Mục tiêu" over "2025 | 2030": the second row names the years of the columns that the first one spans. */
    private static boolean isSecondHeading(Row row) {
        var named = row.cells().stream().flatMap(Optional::stream).toList();
        return !named.isEmpty()
                && named.stream()
                        .allMatch(
                                cell -> cell.text().length() < 30 && cell.text().matches(".*20\\d\\d.*"));
    }

    private static List<Column> merged(List<Column> above, Row below) {
        var years = below.cells().stream().flatMap(Optional::stream).toList();
        var columns = new ArrayList<Column>();
        boolean samePlaces =
                below.cells().size() >= above.size() && below.cells().size() > years.size();
        if (samePlaces) {
            for (int i = 0; i < below.cells().size(); i++) {
                Column wide = i < above.size() ? above.get(i) : new Column(Role.OTHER, null);
                columns.add(below.cell(i).map(cell -> Column.of(cell.text())).orElse(wide));
            }
            return columns;
        }
        boolean spread = false;
        for (Column column : above) {
            boolean spans = !spread && column.role() != Role.NUMBER && column.role() != Role.UNIT;
            if (spans
                    && (column.role() == Role.TARGET
                            || column.role() == Role.OTHER
                            || columns.stream().anyMatch(other -> other.role() == Role.SUBJECT))) {
                years.forEach(year -> columns.add(Column.of(year.text())));
                spread = true;
            } else {
                columns.add(column);
            }
        }
        return columns;
    }

    private static boolean isColumnNumbers(Row row) {
        return row.filled() > 1
                && row.cells().stream()
                        .flatMap(Optional::stream)
                        .allMatch(cell -> COLUMN_NUMBERS.matcher(cell.text()).matches());
    }

    private static boolean isBarred(Line line) {
        String text = line.text();
        boolean drawn = text.indexOf('|') >= 0 || text.indexOf('│') >= 0 || text.indexOf('┃') >= 0;
        return drawn && line.cell() == null && BARS.matcher(text).results().count() >= 2;
    }

    private static boolean isRule(Line line) {
        return line.cell() == null
                && line.text().length() > 4
                && RULE.matcher(line.text()).matches();
    }

    private static boolean blank(List<Piece> cell) {
        return cell.stream().allMatch(piece -> piece.text().isBlank());
    }
}
