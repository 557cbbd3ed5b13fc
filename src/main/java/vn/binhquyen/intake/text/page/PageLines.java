package vn.binhquyen.intake.text.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText.Cell;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentText.Span;

/**
 * The lines of a document that was printed or scanned: paragraphs made whole, running heads gone, and what stands side by
 * side as the cells of a table, read as a Word file would give it.
 */
public final class PageLines {

    private final List<Line> lines = new ArrayList<>();
    private final List<Row> flow = new ArrayList<>();
    private int tables;
    private @Nullable Grid open;
    private int openEnds;
    private int openRows;

    private PageLines() {}

    public static List<Line> of(List<Page> pages) {
        var reader = new PageLines();
        List<List<Row>> kept = RunningLines.drop(
                pages.stream().map(page -> Row.of(page.number(), page.words())).toList());
        for (int i = 0; i < pages.size(); i++) {
            List<Word> words =
                    kept.get(i).stream().flatMap(row -> row.words().stream()).toList();
            reader.page(pages.get(i), words);
        }
        reader.endFlow();
        return reader.lines;
    }

    private void page(Page page, List<Word> words) {
        List<Grid> grids = Grid.of(page.rules());
        List<Row> rest = Row.of(
                page.number(),
                words.stream()
                        .filter(word -> grids.stream().noneMatch(grid -> grid.holds(word)))
                        .toList());
        for (Grid grid : grids) {
            var above = rest.stream().filter(row -> row.baseline() < grid.top()).toList();
            rest = rest.stream().filter(row -> row.baseline() >= grid.top()).toList();
            Sections.of(page.width(), above).forEach(this::section);
            var held = words.stream().filter(grid::holds).toList();
            if (!held.isEmpty()) {
                endFlow();
                table(grid, grid.table(page.number(), held));
            }
        }
        Sections.of(page.width(), rest).forEach(this::section);
    }

    /** A table that begins a page in the columns of the one that ended the page before goes on with it. */
    private void table(Grid grid, Section.Table table) {
        boolean goesOn = open != null && lines.size() == openEnds && grid.hasColumnsOf(open);
        if (!goesOn) {
            tables++;
            openRows = 0;
        }
        for (List<Section.TableCell> row : table.rows()) {
            openRows++;
            row.forEach(cell -> paragraphs(cell.rows(), new Cell(tables, openRows, cell.column())));
        }
        open = grid;
        openEnds = lines.size();
    }

    private void section(Section section) {
        switch (section) {
            case Section.Flow text -> flow.addAll(text.rows());
            case Section.Columns columns -> {
                endFlow();
                int table = ++tables;
                cell(columns.left(), new Cell(table, 1, 1));
                cell(columns.right(), new Cell(table, 1, 2));
            }
            case Section.Tabbed tabbed -> {
                endFlow();
                tabbed.rows().forEach(row -> tabbed(tabbed.page(), row));
            }
        }
    }

    private void endFlow() {
        paragraphs(flow, null);
        flow.clear();
    }

    private void paragraphs(List<Row> rows, @Nullable Cell cell) {
        if (rows.isEmpty()) {
            return;
        }
        var layout = Paragraphs.of(rows);
        for (List<Row> paragraph : layout.all()) {
            var words = paragraph.stream().flatMap(row -> row.words().stream()).toList();
            boolean centred = cell == null && paragraph.size() == 1 && layout.isCentred(paragraph.getFirst());
            add(paragraph.getFirst().page(), Text.of(words), centred, cell);
        }
    }

    private void cell(List<Row> rows, Cell cell) {
        for (List<Row> group : Paragraphs.ofColumn(rows)) {
            var words = group.stream().flatMap(row -> row.words().stream()).toList();
            add(group.getFirst().page(), Text.of(words), false, cell);
        }
    }

    private void tabbed(int page, List<List<Word>> pieces) {
        var texts = pieces.stream().map(Text::of).toList();
        var spans = new ArrayList<Span>();
        int from = 0;
        for (Text piece : texts) {
            for (Span span : piece.spans()) {
                spans.add(new Span(span.mark(), from + span.from(), from + span.to()));
            }
            from += piece.text().length() + 1;
        }
        String joined = texts.stream().map(Text::text).collect(Collectors.joining("\t"));
        add(page, new Text(joined, spans), false, null);
    }

    private void add(int page, Text text, boolean centred, @Nullable Cell cell) {
        lines.add(new Line(lines.size() + 1, text.text(), 0, centred, 0, text.spans(), cell, page));
    }
}
