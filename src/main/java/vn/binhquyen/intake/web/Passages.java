package vn.binhquyen.intake.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.intake.structure.Blocks;
import vn.binhquyen.intake.web.MarkedText.Line;

/**
 * Lays the lines of a document out as the document does: lines that a file wrapped flow on, blank lines part paragraphs,
 * cells stand in their table, and what tabs set apart stands side by side.
 */
final class Passages {
    /** A table of two columns and few rows sets things side by side: the head, the signature. */
    private static final int ROWS_OF_A_LAYOUT = 3;

    /** What stands before the tab of a mere label ("1.", "a)"). */
    private static final int LABEL = 4;

    private final List<Line> lines;
    private final Set<Integer> flowing;
    private final boolean partedByBlanks;
    private final List<Passage> passages = new ArrayList<>();
    private int next;

    private Passages(DocumentText text, List<Line> lines) {
        this.lines = lines;
        boolean word = text.format() == DocumentText.Format.DOCX;
        this.flowing = word ? Set.of() : flowing(text);
        this.partedByBlanks = !word && lines.stream().anyMatch(Line::blank);
    }

    static List<Passage> of(DocumentText text, List<Line> lines) {
        return new Passages(text, lines).all();
    }

    /** The numbers of lines that go on with the paragraph of the line before. */
    private static Set<Integer> flowing(DocumentText text) {
        Set<Integer> numbers = new HashSet<>();
        for (Block block : Blocks.of(text).all()) {
            for (int number = block.firstLine().number() + 1;
                    number <= block.lastLine().number();
                    number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private List<Passage> all() {
        while (next < lines.size()) {
            Line line = lines.get(next);
            if (line.cell() != null) {
                table(line.cell().table());
            } else if (line.blank()) {
                next++;
            } else if (line.columns().size() > 1) {
                columns(line.columns().size());
            } else {
                paragraph();
            }
        }
        return List.copyOf(passages);
    }

    private void paragraph() {
        boolean close = partedByBlanks && next > 0 && !lines.get(next - 1).blank();
        List<Line> paragraph = new ArrayList<>();
        do {
            paragraph.add(lines.get(next++));
        } while (next < lines.size() && flows(paragraph.getLast(), lines.get(next)));
        passages.add(Passage.paragraph(paragraph, close));
    }

    private boolean flows(Line before, Line line) {
        return flowing.contains(line.number())
                && !line.blank()
                && line.columns().size() == 1
                && line.centred() == before.centred();
    }

    private void table(int number) {
        TreeMap<Integer, TreeMap<Integer, List<Line>>> rows = new TreeMap<>();
        for (; next < lines.size(); next++) {
            Line line = lines.get(next);
            DocumentText.Cell cell = line.cell();
            if (cell == null ? !line.blank() : cell.table() != number) {
                break;
            }
            if (cell != null) {
                List<Line> inside = rows.computeIfAbsent(cell.row(), any -> new TreeMap<>())
                        .computeIfAbsent(cell.column(), any -> new ArrayList<>());
                if (!line.blank()) {
                    inside.add(line);
                }
            }
        }
        List<List<List<Line>>> table = new ArrayList<>();
        rows.values().forEach(row -> table.add(List.copyOf(row.values())));
        passages.add(Passage.table(table, ruled(table)));
    }

    private void columns(int count) {
        List<List<List<Line>>> table = new ArrayList<>();
        while (next < lines.size()
                && lines.get(next).columns().size() == count
                && Objects.isNull(lines.get(next).cell())) {
            table.add(lines.get(next++).columns().stream().map(List::of).toList());
        }
        passages.add(Passage.table(table, count > 2));
    }

    private static boolean ruled(List<List<List<Line>>> table) {
        return table.size() > ROWS_OF_A_LAYOUT || table.getFirst().size() != 2;
    }

    /** Whether the text before the first tab is only a label, so that the line is a paragraph. */
    static boolean isLabel(String before) {
        return before.strip().length() <= LABEL;
    }
}
