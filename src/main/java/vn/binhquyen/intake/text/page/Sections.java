package vn.binhquyen.intake.text.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the columns of a page that no rules part. */
final class Sections {

    private static final double CLOSE = 2.2;
    private static final double CENTRED = 0.03;

    private final double pageWidth;
    private final List<Row> rows;
    private final List<Section> sections = new ArrayList<>();
    private final List<Row> flow = new ArrayList<>();

    private Sections(double pageWidth, List<Row> rows) {
        this.pageWidth = pageWidth;
        this.rows = rows;
    }

    static List<Section> of(double pageWidth, List<Row> rows) {
        return new Sections(pageWidth, rows).find();
    }

    private List<Section> find() {
        int i = 0;
        while (i < rows.size()) {
            Optional<Gutter> gutter = Gutter.ofRow(rows.get(i));
            if (gutter.isEmpty()) {
                flow.add(rows.get(i++));
                continue;
            }
            Gutter open = gutter.get();
            int end = i + 1;
            while (end < rows.size()) {
                Optional<Gutter> narrowed = open.narrowedBy(rows.get(end));
                if (narrowed.isEmpty() || endsColumns(open, end)) {
                    break;
                }
                open = narrowed.get();
                end++;
            }
            add(open, rows.subList(i, end));
            i = end;
        }
        endFlow();
        return sections;
    }

    /** Whether the row at the index is text again though it does not run across the gutter. */
    private boolean endsColumns(Gutter gutter, int index) {
        Row row = rows.get(index);
        Row before = rows.get(index - 1);
        boolean onlyLeft = gutter.rightOf(row).isEmpty();
        boolean onlyRight = gutter.leftOf(row).isEmpty();
        if (onlyLeft && row.baseline() - before.baseline() > CLOSE * row.size()) {
            return true;
        }
        double middle = rows.stream().mapToDouble(Row::left).min().orElse(0) / 2
                + rows.stream().mapToDouble(Row::right).max().orElse(pageWidth) / 2;
        double columnMiddle = (onlyLeft ? gutter.leftOf(before) : gutter.rightOf(before))
                .map(Row::centre)
                .orElse(onlyLeft ? 0 : pageWidth);
        return (onlyLeft || onlyRight)
                && Math.abs(row.centre() - middle) < CENTRED * pageWidth
                && Math.abs(columnMiddle - middle) > 2 * CENTRED * pageWidth;
    }

    private void add(Gutter gutter, List<Row> columns) {
        long many = columns.stream().filter(row -> Gutter.gaps(row).size() >= 2).count();
        if (many >= 2 || columns.size() == 1) {
            boolean parted = many >= 2 || gutter.width() > 0;
            endFlow();
            sections.add(new Section.Tabbed(
                    columns.getFirst().page(),
                    columns.stream().map(row -> cut(row, parted)).toList()));
            return;
        }
        endFlow();
        sections.add(new Section.Columns(
                columns.getFirst().page(),
                columns.stream().flatMap(row -> gutter.leftOf(row).stream()).toList(),
                columns.stream().flatMap(row -> gutter.rightOf(row).stream()).toList()));
    }

    private static List<List<Word>> cut(Row row, boolean parted) {
        var pieces = new ArrayList<List<Word>>();
        var gaps = parted ? Gutter.gaps(row) : List.<Gutter>of();
        var nation = Gutter.ofRow(row);
        var piece = new ArrayList<Word>();
        for (Word word : row.words()) {
            boolean starts = gaps.stream().anyMatch(gap -> gap.right() == word.left())
                    || nation.filter(gap -> gap.right() == word.left()).isPresent();
            if (starts && !piece.isEmpty()) {
                pieces.add(List.copyOf(piece));
                piece.clear();
            }
            piece.add(word);
        }
        pieces.add(List.copyOf(piece));
        return pieces;
    }

    private void endFlow() {
        if (!flow.isEmpty()) {
            sections.add(new Section.Flow(pageWidth, List.copyOf(flow)));
            flow.clear();
        }
    }
}
