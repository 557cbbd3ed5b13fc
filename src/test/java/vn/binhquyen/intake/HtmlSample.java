package vn.binhquyen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the plain markdown of the samples as a page of HTML, as a legal site would, and as the source of a printed one. */
public final class HtmlSample {

    private static final Pattern BOTH = Pattern.compile("\\*\\*\\*(.+?)\\*\\*\\*");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("(?<!\\*)\\*([^*]+)\\*(?!\\*)");
    private static final Pattern LOWERED = Pattern.compile("&lt;(/?su[bp])&gt;");

    private final StringBuilder body = new StringBuilder();
    private final List<String> table = new ArrayList<>();
    private int paragraphs;

    private HtmlSample() {}

    public static String of(String markdown, String style) {
        var sample = new HtmlSample();
        for (String line : markdown.split("\n", -1)) {
            sample.line(line.strip());
        }
        sample.endTable();
        return "<html><head><meta charset=\"utf-8\"/><title>Văn bản</title><style>" + style + "</style></head><body>"
                + sample.body + "</body></html>";
    }

    private void line(String line) {
        if (line.startsWith("|")) {
            if (!line.matches("[|\\s:-]+")) {
                table.add(line.substring(1, line.length() - 1));
            }
            return;
        }
        endTable();
        if (line.startsWith("#")) {
            int level = line.indexOf(' ');
            boolean title = ++paragraphs <= 2;
            body.append(title ? "<p class=\"heading\" style=\"text-align: center\"><b>" : "<p class=\"heading\"><b>")
                    .append(inline(line.substring(level + 1)))
                    .append("</b></p>\n");
        } else if (!line.isEmpty()) {
            boolean centred = line.startsWith("**") && ++paragraphs <= 2;
            boolean annex = line.matches("\\*\\*PHỤ LỤC.*");
            body.append(
                            centred
                                    ? "<p style=\"text-align: center\">"
                                    : annex ? "<p style=\"page-break-before: always\">" : "<p>")
                    .append(inline(line))
                    .append("</p>\n");
        }
    }

    private void endTable() {
        if (table.isEmpty()) {
            return;
        }
        int columns = table.getFirst().split("\\|", -1).length;
        if (columns > 2) {
            grid();
            return;
        }
        body.append("<table class=\"side\"><tr>");
        for (int column = 0; column < columns; column++) {
            body.append("<td>");
            for (String row : table) {
                String words = row.split("\\|", -1)[column].strip();
                if (!words.isEmpty()) {
                    body.append(words.startsWith("-") ? "<p class=\"item\">" : "<p class=\"middle\">")
                            .append(inline(words))
                            .append("</p>");
                }
            }
            body.append("</td>");
        }
        body.append("</tr></table>\n");
        table.clear();
    }

    private void grid() {
        body.append("<table class=\"grid\">");
        for (String row : table) {
            body.append("<tr>");
            for (String cell : row.split("\\|", -1)) {
                body.append("<td><p>").append(inline(cell.strip())).append("</p></td>");
            }
            body.append("</tr>");
        }
        body.append("</table>\n");
        table.clear();
    }

    private static String inline(String words) {
        String escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String both = BOTH.matcher(escaped).replaceAll("<b><i>$1</i></b>");
        String bold = BOLD.matcher(both).replaceAll("<b>$1</b>");
        String italic = ITALIC.matcher(bold).replaceAll("<i>$1</i>");
        return LOWERED.matcher(italic)
                .replaceAll("<$1>")
                .replace("&lt;br&gt;", "<br/>")
                .replace("&amp;nbsp;", "&#160;");
    }
}
