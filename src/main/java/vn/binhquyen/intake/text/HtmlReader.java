package vn.binhquyen.intake.text;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Cell;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.text.LineBuilder.Looks;
import vn.binhquyen.kernel.VietnameseText;

/** Reads a page of a legal site: the document without the menus around it, tables by their cells. */
final class HtmlReader {

    private static final String CHROME =
            "script, style, noscript, nav, aside, form, iframe, button, select, svg, head, template";
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "center",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "dl",
            "dt",
            "dd",
            "pre",
            "hr",
            "body",
            "figure",
            "caption");
    private static final int DEEPEST = 200;

    private final LineBuilder lines = new LineBuilder();
    private int tables;
    private String label = "";

    private HtmlReader() {}

    static DocumentText read(byte[] content) throws CannotRead {
        var page = Jsoup.parse(PlainTextReader.decode(content));
        page.select(CHROME).remove();
        page.select("[style*=display:none], [style*=display: none], [hidden]").remove();
        var reader = new HtmlReader();
        reader.block(document(page.body()), new Around(0, false, null, EnumSet.noneOf(Mark.class), 0));
        return new DocumentText(DocumentText.Format.HTML, reader.lines.lines());
    }

    /** What a piece of the page inherits from what holds it. */
    private record Around(
            int heading, boolean centred, @Nullable Cell cell, Set<Mark> marks, int depth) {

        Around in(Element element) {
            var inner = EnumSet.noneOf(Mark.class);
            inner.addAll(marks);
            String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
            String name = element.normalName();
            mark(
                    inner,
                    Mark.BOLD,
                    name.matches("b|strong|th"),
                    style,
                    "font-weight:(?:bold|[6-9]00)",
                    "font-weight:(?:normal|[1-5]00)");
            mark(inner, Mark.ITALIC, name.matches("i|em"), style, "font-style:italic", "font-style:normal");
            mark(
                    inner,
                    Mark.RAISED_OR_LOWERED,
                    name.matches("su[bp]"),
                    style,
                    "vertical-align:su",
                    "vertical-align:base");
            boolean aligned = style.contains("text-align:") || element.hasAttr("align");
            boolean middle = style.contains("text-align:center")
                    || element.attr("align").equalsIgnoreCase("center")
                    || name.equals("center");
            int level = name.matches("h[1-6]") ? name.charAt(1) - '0' : heading;
            return new Around(level, aligned ? middle : centred || middle, cell, inner, depth + 1);
        }

        private static void mark(Set<Mark> marks, Mark mark, boolean named, String style, String on, String off) {
            if (named || style.matches(".*" + on + ".*")) {
                marks.add(mark);
            } else if (style.matches(".*" + off + ".*")) {
                marks.remove(mark);
            }
        }

        Around at(Cell place) {
            return new Around(heading, centred, place, marks, depth);
        }
    }

    /** The innermost part of the page that holds both the motto and the recipients; the page where there is none. */
    private static Element document(Element body) {
        Element inner = body;
        boolean deeper = holdsWhole(body);
        while (deeper) {
            deeper = false;
            for (Element child : inner.children()) {
                if (holdsWhole(child)) {
                    inner = child;
                    deeper = true;
                    break;
                }
            }
        }
        return inner;
    }

    private static boolean holdsWhole(Element element) {
        String folded = VietnameseText.fold(VietnameseText.normalise(element.text()));
        return folded.contains("doc lap") && folded.contains("noi nhan");
    }

    private void block(Element element, Around around) {
        Around inner = around.in(element);
        if (inner.depth() > DEEPEST) {
            lines.appendCollapsed(element.text(), inner.marks());
            end(inner);
            return;
        }
        if (element.normalName().equals("table")) {
            table(element, inner);
            return;
        }
        if (element.normalName().equals("li")) {
            boolean ordered =
                    element.parent() != null && element.parent().normalName().equals("ol");
            label = ordered ? number(element) : "-";
        }
        for (Node node : element.childNodes()) {
            node(node, inner);
        }
        end(inner);
    }

    private void node(Node node, Around around) {
        if (node instanceof TextNode text) {
            lines.appendCollapsed(text.getWholeText(), around.marks());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("br")) {
                lines.append("\n", Set.of());
            } else if (BLOCKS.contains(name) || name.equals("table")) {
                end(around);
                block(element, around);
            } else if (element.selectFirst("p, div, table") != null) {
                block(element, around);
            } else {
                Around inner = around.in(element);
                element.childNodes().forEach(child -> node(child, inner));
            }
        }
    }

    private void end(Around around) {
        if (!lines.isEmpty()) {
            lines.end(new Looks(around.heading(), around.centred(), label, around.cell()));
            label = "";
        }
    }

    private static String number(Element item) {
        Element list = item.parent();
        String start = list == null ? "" : list.attr("start");
        int first = start.matches("\\d{1,4}") ? Integer.parseInt(start) : 1;
        int index = first
                + (int) item.previousElementSiblings().stream()
                        .filter(sibling -> sibling.normalName().equals("li"))
                        .count();
        String type = list == null ? "" : list.attr("type");
        return switch (type) {
            case "a" -> WordNumbering.number(index, "lowerLetter") + ")";
            case "A" -> WordNumbering.number(index, "upperLetter") + ".";
            case "I" -> WordNumbering.number(index, "upperRoman") + ".";
            case "i" -> WordNumbering.number(index, "lowerRoman") + ".";
            default -> index + ".";
        };
    }

    /** A table of one cell, or one that holds tables, only places what is in it. */
    private void table(Element table, Around around) {
        var rows = table.select("tr").stream()
                .filter(row -> row.closest("table") == table)
                .toList();
        boolean frame =
                !table.select("table table").isEmpty() || rows.stream().allMatch(row -> row.childrenSize() <= 1);
        int number = frame ? 0 : ++tables;
        int rowNumber = 0;
        for (Element row : rows) {
            rowNumber++;
            int column = 1;
            for (Element cell : row.children()) {
                block(cell, frame ? around.in(row) : around.in(row).at(new Cell(number, rowNumber, column)));
                String span = cell.attr("colspan");
                column += span.matches("[1-9]\\d?") ? Integer.parseInt(span) : 1;
            }
        }
    }
}
