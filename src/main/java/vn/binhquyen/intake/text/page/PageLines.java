package vn.binhquyen.intake.text.page;

import java.util.ArrayList;
import java.util.Comparator;
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

    private PageLines() {}

    public static List<Line> of(List<Page> pages) {
        var reader = new PageLines();
        var grids = pages.stream().map(page -> Grid.of(page.rules())).toList();
        var rows = new ArrayList<List<Row>>();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            List<Grid> own = grids.get(i);
            rows.add(Row.of(
                    page.number(),
                    page.words().stream()
                            .filter(word -> own.stream().noneMatch(grid -> grid.holds(word)))
                            .toList()));
        }
        List<List<Row>> kept = RunningLines.drop(rows);
        for (int i = 0; i < pages.size(); i++) {
            reader.page(pages.get(i), grids.get(i), kept.get(i));
        }
        reader.endFlow();
        return reader.lines;
    }

    private void page(Page page, List<Grid> grids, List<Row> rows) {
        var rest = rows;
        for (Grid grid :
                grids.stream().sorted(Comparator.comparingDouble(Grid::top)).toList()) {
            var above = rest.stream().filter(row -> row.baseline() < grid.top()).toList();
            rest = rest.stream().filter(row -> row.baseline() >= grid.top()).toList();
            Sections.of(page.width(), above).forEach(this::section);
            var held = page.words().stream().filter(grid::holds).toList();
            if (!held.isEmpty()) {
                section(grid.table(page.number(), held));
            }
        }
        Sections.of(page.width(), rest).forEach(this::section);
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
            case Section.Table table -> {
                endFlow();
                int number = ++tables;
                for (int row = 0; row < table.rows().size(); row++) {
                    for (Section.TableCell cell : table.rows().get(row)) {
                        Cell at = new Cell(number, row + 1, cell.column());
                        paragraphs(cell.rows(), at);
                    }
                }
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
