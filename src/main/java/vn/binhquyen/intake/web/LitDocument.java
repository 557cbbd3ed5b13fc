package vn.binhquyen.intake.web;

import java.util.List;
import java.util.StringJoiner;
import org.unbescape.html.HtmlEscape;
import vn.binhquyen.plan.PlanId;

/**
 * The document beside the draft, as HTML. It is the greater part of the page and is made of hundreds of small pieces,
 * which a template would take longer over than over all else together.
 */
final class LitDocument {
    private final String address;
    private final StringBuilder html = new StringBuilder();

    private LitDocument(PlanId plan) {
        this.address = "/plans/" + plan + "/draft?section=";
    }

    static String of(PlanId plan, List<Passage> passages) {
        LitDocument document = new LitDocument(plan);
        passages.forEach(document::passage);
        return document.html.toString();
    }

    private void passage(Passage passage) {
        if (passage.table()) {
            table(passage);
            return;
        }
        html.append("<p");
        classes(word("centred", passage.centred()), word("heading", passage.heading()), word("close", passage.close()));
        html.append('>');
        passage.lines().forEach(this::line);
        html.append("</p>\n");
    }

    private void table(Passage passage) {
        html.append("<div class=\"bq-scroll\"><table role=\"presentation\"");
        classes(passage.ruled() ? "ruled" : "beside");
        html.append('>');
        for (List<List<MarkedText.Line>> row : passage.rows()) {
            html.append("<tr>");
            for (List<MarkedText.Line> cell : row) {
                html.append("<td>");
                cell.forEach(this::lineOfCell);
                html.append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</table></div>\n");
    }

    private void lineOfCell(MarkedText.Line line) {
        html.append("<p");
        classes(word("centred", line.centred()));
        html.append('>');
        line(line);
        html.append("</p>");
    }

    /** Says which line it is and how many characters of it stand before, so that words can be chosen on the page. */
    private void line(MarkedText.Line line) {
        html.append("<span");
        attribute("data-l", String.valueOf(line.number()));
        if (line.from() > 0) {
            attribute("data-c", String.valueOf(line.from()));
        }
        html.append('>');
        line.pieces().forEach(this::piece);
        html.append("</span> ");
    }

    private void piece(MarkedText.Piece piece) {
        MarkedText.Fact fact = piece.fact();
        if (fact == null) {
            plain(piece);
            return;
        }
        String section = fact.section().key();
        html.append("<a");
        if (piece.anchor() != null) {
            attribute("id", "at-" + piece.anchor());
        }
        classes(
                "fact",
                word("wide", piece.wide()),
                word("w", piece.doubtful()),
                word("b", piece.bold()),
                word("i", piece.italic()));
        attribute("href", address + section + "&item=" + fact.key() + "#i-" + fact.key());
        attribute("data-key", fact.key());
        attribute("data-section", section);
        attribute("data-keys", piece.keys());
        html.append(" tabindex=\"-1\">");
        text(piece.text());
        html.append("</a>");
    }

    private void plain(MarkedText.Piece piece) {
        if (!piece.bold() && !piece.italic() && !piece.raised()) {
            text(piece.text());
            return;
        }
        html.append("<span");
        classes(word("b", piece.bold()), word("i", piece.italic()), word("raised", piece.raised()));
        html.append('>');
        text(piece.text());
        html.append("</span>");
    }

    private static String word(String word, boolean said) {
        return said ? word : "";
    }

    private void classes(String... words) {
        StringJoiner joined = new StringJoiner(" ");
        for (String word : words) {
            if (!word.isEmpty()) {
                joined.add(word);
            }
        }
        if (joined.length() > 0) {
            attribute("class", joined.toString());
        }
    }

    private void attribute(String name, String value) {
        html.append(' ').append(name).append("=\"");
        text(value);
        html.append('"');
    }

    private void text(String text) {
        html.append(HtmlEscape.escapeHtml4Xml(text));
    }
}
