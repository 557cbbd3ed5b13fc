package vn.binhquyen.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText.Cell;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.DocumentText.Span;
import vn.binhquyen.kernel.VietnameseText;

/** Gathers the runs of a paragraph and writes them as lines: one, or several where it holds line breaks. */
final class LineBuilder {

    /** How a paragraph stands. @param label its automatic number, or nothing */
    record Looks(
            int heading,
            boolean centred,
            String label,
            @Nullable Cell cell) {}

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    List<Line> lines() {
        return lines;
    }

    boolean isEmpty() {
        return text.toString().isBlank();
    }

    /** Adds a run as it is. */
    void append(String run, Set<Mark> marks) {
        int from = text.length();
        text.append(VietnameseText.normalise(run));
        for (Mark mark : marks) {
            if (from < text.length()) {
                spans.add(new Span(mark, from, text.length()));
            }
        }
    }

    /** Adds a run of a markup in which any white space is one space. */
    void appendCollapsed(String run, Set<Mark> marks) {
        String words = VietnameseText.normalise(run).replaceAll("[ \\t\\r\\n\\f]+", " ");
        boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        append(atStart ? words.stripLeading() : words, marks);
    }

    void end(Looks looks) {
        String label = looks.label().isEmpty() ? "" : looks.label() + " ";
        if (!label.isEmpty()) {
            shift(label);
        }
        int start = 0;
        for (String piece : text.toString().split("\n", -1)) {
            int from = start + piece.length() - piece.stripLeading().length();
            String visible = piece.strip();
            var own = new ArrayList<Span>();
            for (Span span : spans) {
                int spanFrom = Math.max(0, span.from() - from);
                int spanTo = Math.min(visible.length(), span.to() - from);
                if (spanFrom < spanTo) {
                    own.add(new Span(span.mark(), spanFrom, spanTo));
                }
            }
            int autoLabel = start == 0 ? Math.min(label.length(), visible.length()) : 0;
            lines.add(new Line(
                    lines.size() + 1, visible, looks.heading(), looks.centred(), autoLabel, own, looks.cell()));
            start += piece.length() + 1;
        }
        text.setLength(0);
        spans.clear();
    }

    /** Writes the label before all; it looks like the first run. */
    private void shift(String label) {
        boolean leading = !spans.isEmpty() && spans.getFirst().from() == 0;
        text.insert(0, label);
        spans.replaceAll(span -> new Span(span.mark(), span.from() + label.length(), span.to() + label.length()));
        if (leading) {
            spans.addFirst(new Span(spans.getFirst().mark(), 0, label.length()));
        }
    }
}
