package vn.binhquyen.intake.text.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins the rows of running text to paragraphs by where they begin and end, over page breaks too. */
final class Paragraphs {

    private static final Pattern LABEL = Pattern.compile(
            "(?:[-–—+•▪●]|\\(?(?:\\d{1,2}(?:\\.\\d{1,2})*|[a-zđ]|[IVX]{1,5}|[A-K])[.)/]|(?:Mục tiêu|Chỉ tiêu|Nhiệm vụ"
                    + "|Điều|Phần)\\s\\S{1,6}[.:])\\s?.*");

    private static final Pattern STATEMENT = Pattern.compile(".*[.;:!?…/][\"”')]?");
    /** What offices close a document with; recipients and signature follow. */
    private static final String END_OF_THE_TEXT = "./.";

    private static final Pattern BEGINS_WITHIN = Pattern.compile("(?!(?:[a-zđ]|\\d{1,2})[.)/]\\s)[\\p{Ll}\\d(,;].*");
    private static final Pattern ENDS_WITHIN =
            Pattern.compile("(?iu)cộng h[oò][aà] xã hội(?: chủ nghĩa)?(?: việt)?|.*,");

    private final double left;
    private final double right;
    private final double pitch;
    private final List<List<Row>> paragraphs = new ArrayList<>();

    private Paragraphs(List<Row> rows) {
        left = rows.stream().mapToDouble(Row::left).min().orElse(0);
        right = rows.stream().mapToDouble(Row::right).max().orElse(0);
        pitch = pitch(rows);
    }

    static Paragraphs of(List<Row> rows) {
        var all = new Paragraphs(rows);
        rows.forEach(all::add);
        return all;
    }

    /** The rows of a column beside another: each is a line, but for one that begins in the middle of a sentence. */
    static List<List<Row>> ofColumn(List<Row> rows) {
        var lines = new ArrayList<List<Row>>();
        for (Row row : rows) {
            Row last = lines.isEmpty() ? null : lines.getLast().getLast();
            boolean goesOn = last != null
                    && row.baseline() - last.baseline() < 2 * row.size()
                    && (BEGINS_WITHIN.matcher(row.text()).matches()
                            || ENDS_WITHIN.matcher(last.text()).matches());
            if (goesOn) {
                lines.getLast().add(row);
            } else {
                lines.add(new ArrayList<>(List.of(row)));
            }
        }
        return lines;
    }

    List<List<Row>> all() {
        return paragraphs;
    }

    /** The usual distance of two rows: of the smaller ones among all, since paragraphs are set apart. */
    private static double pitch(List<Row> rows) {
        var distances = new ArrayList<Double>();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).page() == rows.get(i - 1).page()) {
                distances.add(rows.get(i).baseline() - rows.get(i - 1).baseline());
            }
        }
        distances.sort(null);
        return distances.isEmpty() ? 0 : distances.get(distances.size() / 3);
    }

    private void add(Row row) {
        if (!paragraphs.isEmpty() && continues(paragraphs.getLast(), row)) {
            paragraphs.getLast().add(row);
        } else {
            paragraphs.add(new ArrayList<>(List.of(row)));
        }
    }

    boolean isCentred(Row row) {
        double atLeft = row.left() - left;
        double atRight = right - row.right();
        return atLeft > 1.5 * row.size()
                && atRight > 1.5 * row.size()
                && Math.abs(atLeft - atRight) < Math.max(row.size(), 0.06 * (right - left));
    }

    private boolean continues(List<Row> paragraph, Row next) {
        Row last = paragraph.getLast();
        if (isTitle(last, next)) {
            return true;
        }
        boolean indented = isFull(last, next) && Math.abs(next.left() - left) < 0.3 * next.size();
        if ((isCentred(last) && !indented)
                || isCentred(next)
                || last.text().endsWith(END_OF_THE_TEXT)
                || Math.abs(last.size() - next.size()) > 0.1 * last.size()) {
            return false;
        }
        if (!isFull(last, next) && !isWithin(paragraph, next)) {
            return false;
        }
        boolean low = Character.isLowerCase(next.text().codePointAt(0));
        if (paragraph.stream().allMatch(Row::isBold) != next.words().getFirst().bold() && !low) {
            return false;
        }
        if (next.page() == last.page() && isApart(paragraph, next, low)) {
            return false;
        }
        return fits(paragraph, next, low);
    }

    /** Whether a bold line goes on, centred, for want of room. */
    private boolean isTitle(Row last, Row next) {
        double room = right - left - (last.right() - last.left());
        return isCentred(next)
                && last.isBold()
                && next.isBold()
                && next.page() == last.page()
                && Math.abs(last.size() - next.size()) <= 0.1 * last.size()
                && next.baseline() - last.baseline() < 2 * next.size()
                && room < next.firstWord() + 0.2 * next.size()
                && !STATEMENT.matcher(last.text()).matches()
                && !LABEL.matcher(next.text()).matches();
    }

    /** Whether the first word of the next row had no room in this one. */
    private boolean isFull(Row row, Row next) {
        double space = 0.2 * row.size();
        return row.right() + space + next.firstWord() > right - 0.4 * row.size();
    }

    /** Where paragraphs begin indented, a row at the margin goes on with an unfinished one though there was some room. */
    private boolean isWithin(List<Row> paragraph, Row next) {
        Row last = paragraph.getLast();
        boolean indented = paragraph.getFirst().left() > next.left() + 0.6 * next.size();
        boolean atMargin = Math.abs(next.left() - left) < 0.3 * next.size();
        boolean nearEnd = last.right() > left + 0.75 * (right - left);
        return indented
                && atMargin
                && nearEnd
                && !STATEMENT.matcher(last.text()).matches();
    }

    private boolean isApart(List<Row> paragraph, Row next, boolean low) {
        double distance = next.baseline() - paragraph.getLast().baseline();
        double usual = paragraph.size() < 2
                ? pitch
                : paragraph.getLast().baseline()
                        - paragraph.get(paragraph.size() - 2).baseline();
        double own = usual > 0 ? Math.min(usual, pitch * 1.5) : pitch;
        return distance > own * (low ? 1.9 : 1.22) || distance <= 0;
    }

    private boolean fits(List<Row> paragraph, Row next, boolean low) {
        double tolerance = 0.35 * next.size();
        Row first = paragraph.getFirst();
        boolean dash = next.text().matches("[-–—]\\s.*");
        boolean unfinished = !STATEMENT.matcher(paragraph.getLast().text()).matches();
        boolean labelled = LABEL.matcher(next.text()).matches() && !(dash && unfinished);
        if (paragraph.size() > 1) {
            boolean aligned = Math.abs(next.left() - paragraph.getLast().left()) <= tolerance;
            boolean block = Math.abs(first.left() - paragraph.getLast().left()) <= tolerance;
            return (aligned && !(block && labelled)) || (low && !labelled);
        }
        if (Math.abs(next.left() - first.left()) <= tolerance) {
            boolean indented = first.left() > left + 0.6 * first.size();
            return low && !labelled || (!labelled && !indented);
        }
        return next.left() < first.left() || LABEL.matcher(first.text()).matches() || low;
    }
}
