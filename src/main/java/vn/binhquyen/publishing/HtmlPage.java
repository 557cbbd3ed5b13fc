package vn.binhquyen.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Prints the parts into HTML that is made for paper only. */
final class HtmlPage {
    private final Document html;
    private final OfficialDocument document;
    private final Element body;
    /** The page sequence that is being written: the document itself or one of its annexes. */
    private Element sequence;
    /** The outline levels of the headings that the current place stands under. */
    private final List<Integer> open = new ArrayList<>();

    private HtmlPage(Document html, OfficialDocument document) {
        this.html = html;
        this.document = document;
        Element root = html.createElement("html");
        html.appendChild(root);
        root.setAttribute("lang", Wording.LANGUAGE);
        head(add(root, "head"));
        body = add(root, "body");
        sequence = sequence("upright");
        pageNumber(sequence, "number");
    }

    static Document of(OfficialDocument document) {
        try {
            Document html =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            HtmlPage page = new HtmlPage(html, document);
            List<Part> parts = Composition.of(document);
            for (int i = 0; i < parts.size(); i++) {
                page.print(parts.get(i), i + 1 < parts.size() ? parts.get(i + 1) : null);
            }
            return html;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The Java runtime has no XML parser", e);
        }
    }

    private void head(Element head) {
        add(head, "title").setTextContent(Wording.title(document));
        meta(head, "author", Wording.clean(document.agency()));
        meta(head, "subject", document.type().vietnameseName());
        meta(head, "description", Wording.title(document));
        add(head, "style").setTextContent(StyleSheet.text());
    }

    private void meta(Element head, String name, String content) {
        Element meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private Element sequence(String page) {
        Element made = add(body, "div");
        made.setAttribute("class", "sequence " + page);
        return made;
    }

    private void print(Part part, @Nullable Part next) {
        switch (part) {
            case Part.NewAnnex(boolean landscape) -> {
                pageNumber(sequence, "no-number");
                sequence = sequence(landscape ? "annex lying" : "annex upright");
                pageNumber(sequence, "number");
            }
            case Part.Columns columns -> columns(columns);
            case Part.Grid(Block.Table table) -> grid(table);
            case Part.Line line -> keep(line(sequence, line), line.style(), next);
            case Part.Rule rule -> rule(sequence, rule);
            case Part.Frame frame -> frame(sequence, frame);
        }
    }

    /** A table is too long to be kept whole with its heading: there the heading only asks for some room below. */
    private static void keep(Element element, Style style, @Nullable Part next) {
        if (style.look.keptWithNext) {
            boolean table =
                    next instanceof Part.Grid || (next instanceof Part.Line line && line.style() == Style.CAPTION);
            element.setAttribute("class", style.id() + (table ? " above-table" : " kept"));
        }
    }

    /** Takes effect on the page after this one: so the first page of every sequence goes without a number. */
    private void pageNumber(Element parent, String kind) {
        Element element = add(parent, "div");
        element.setAttribute("class", "running " + kind);
    }

    private Element line(Element parent, Part.Line line) {
        Style style = line.style();
        Element element = add(parent, tag(style));
        element.setAttribute("class", style.id());
        if (line.narrowed() > 0) {
            element.setAttribute("style", String.format(Locale.ROOT, "padding: 0 %.2fmm", line.narrowed()));
        }
        for (Run run : line.runs()) {
            Element holder = run.bold() ? add(element, "b") : element;
            holder.appendChild(html.createTextNode(run.text()));
        }
        return element;
    }

    /** Headings go down one level at a time, whichever of the levels a document uses; readers for the blind rely on it. */
    private String tag(Style style) {
        if (style == Style.DOCUMENT_NAME || style == Style.LETTER_SUBJECT) {
            return "h1";
        }
        int outline = style.look.outline;
        if (outline == 0) {
            return "p";
        }
        while (!open.isEmpty() && open.getLast() >= outline) {
            open.removeLast();
        }
        open.add(outline);
        return "h" + (open.size() + 1);
    }

    private void rule(Element parent, Part.Rule rule) {
        Element element = add(parent, "div");
        element.setAttribute("class", "rule");
        element.setAttribute("style", width(rule.millimetres()));
    }

    private void frame(Element parent, Part.Frame frame) {
        Element element = add(parent, "div");
        element.setAttribute("class", "frame");
        element.setAttribute("style", width(frame.millimetres()));
        line(element, frame.line());
    }

    private void columns(Part.Columns columns) {
        Element table = add(sequence, "div");
        table.setAttribute("class", columns.keptWithPrevious() ? "columns kept" : "columns");
        double width = Page.textWidth(false);
        for (Part.Pair pair : columns.rows()) {
            Element row = add(table, "div");
            row.setAttribute("class", "row");
            cell(row, pair.left(), width * columns.leftShare());
            cell(row, pair.right(), width * (1 - columns.leftShare()));
        }
    }

    private void cell(Element row, List<Part> parts, double width) {
        Element cell = add(row, "div");
        cell.setAttribute("class", "cell");
        cell.setAttribute("style", width(width));
        for (Part part : parts) {
            switch (part) {
                case Part.Line line -> line(cell, line);
                case Part.Rule rule -> rule(cell, rule);
                case Part.Frame frame -> frame(cell, frame);
                default -> throw new IllegalArgumentException("A column holds only lines, not " + part);
            }
        }
    }

    /** A label without a group is raised from the lower row into an open cell: cells over two rows lose their borders
     * where the header is repeated. */
    private void grid(Block.Table table) {
        Element grid = add(sequence, "table");
        table.widths(100)
                .forEach(share ->
                        add(grid, "col").setAttribute("style", String.format(Locale.ROOT, "width: %.2f%%", share)));
        Element head = add(grid, "thead");
        Element groups = add(head, "tr");
        Element labels = table.grouped() ? add(head, "tr") : groups;
        for (int i = 0; i < table.columns().size(); i++) {
            Block.Column column = table.columns().get(i);
            Element label = headerCell(labels, column.header());
            if (column.group() != null) {
                if (table.startsGroup(i)) {
                    headerCell(groups, column.group()).setAttribute("colspan", String.valueOf(table.groupSize(i)));
                }
            } else if (table.grouped()) {
                add(groups, "td").setAttribute("class", "above");
                label.setAttribute("class", "raised");
            }
        }
        Element rows = add(grid, "tbody");
        table.rows().forEach(row -> row(rows, table.columns(), row));
    }

    private Element headerCell(Element row, String text) {
        Element cell = add(row, "th");
        cell.setAttribute("scope", "col");
        fill(cell, text, Style.TABLE_HEADER, false);
        return cell;
    }

    private void row(Element rows, List<Block.Column> columns, Block.Row row) {
        Element printed = add(rows, "tr");
        for (int i = 0; i < columns.size(); i++) {
            fill(add(printed, "td"), row.cells().get(i), columns.get(i).align().style(), row.strong());
        }
    }

    private void fill(Element cell, String text, Style style, boolean strong) {
        Composition.lines(style, List.of(new Run(text, strong))).forEach(line -> line(cell, line));
    }

    private Element add(Element parent, String tag) {
        Element element = html.createElement(tag);
        parent.appendChild(element);
        return element;
    }

    private static String width(double millimetres) {
        return String.format(Locale.ROOT, "width: %.2fmm", millimetres);
    }
}
