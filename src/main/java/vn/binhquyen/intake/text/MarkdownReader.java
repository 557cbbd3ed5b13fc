package vn.binhquyen.intake.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.DocumentText.Span;

/** Reads markdown as a reader sees it: markup gone, bold, italic and headings kept as hints, line numbers unchanged. */
final class MarkdownReader {

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern QUOTED = Pattern.compile("^>\\s?");
    private static final Pattern BULLET = Pattern.compile("^[*•]\\s+");
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
    private static final Pattern RULE =
            Pattern.compile("^(?:[-*_]\\s*){3,}$|^\\|?(?:\\s*:?-{2,}:?\\s*\\|)+\\s*:?-*:?\\s*$");
    private static final Pattern TAG = Pattern.compile("<(/?)(sub|sup|b|strong|i|em|br|u|p|div|span|center)\\b[^<>]*>");

    private final Map<Mark, Integer> open = new EnumMap<>(Mark.class);
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    private MarkdownReader() {}

    static DocumentText read(String markdown) {
        var reader = new MarkdownReader();
        var lines = new ArrayList<Line>();
        for (String raw : COMMENT.matcher(markdown).replaceAll("").split("\n", -1)) {
            lines.add(reader.line(lines.size() + 1, raw.strip()));
        }
        return new DocumentText(DocumentText.Format.MD, lines);
    }

    private Line line(int number, String raw) {
        text.setLength(0);
        spans.clear();
        if (raw.isEmpty() || RULE.matcher(raw).matches()) {
            open.clear();
            return new Line(number, "", 0, false, 0, List.of(), null);
        }
        var heading = HEADING.matcher(raw);
        boolean isHeading = heading.matches();
        String content = isHeading ? heading.group(2) : QUOTED.matcher(raw).replaceFirst("");
        open.replaceAll((mark, from) -> 0);
        inline(BULLET.matcher(tableRow(content)).replaceFirst("- "));
        open.forEach((mark, from) -> spans.add(new Span(mark, from, text.length())));
        if (isHeading) {
            open.clear();
        }
        String visible = text.toString().stripTrailing();
        int end = visible.length();
        var visibleSpans = spans.stream()
                .map(span -> new Span(span.mark(), span.from(), Math.min(span.to(), end)))
                .filter(span -> span.from() < span.to())
                .toList();
        return new Line(number, visible, isHeading ? heading.group(1).length() : 0, false, 0, visibleSpans, null);
    }

    private static String tableRow(String content) {
        if (!content.startsWith("|")) {
            return PlainTextReader.columns(content);
        }
        String inner = content.replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return String.join("\t", inner.split("(?<!\\\\)\\|", -1))
                .replaceAll(" *\\t *", "\t")
                .replaceFirst("^ +", "")
                .stripTrailing();
    }

    private void inline(String content) {
        int i = 0;
        while (i < content.length()) {
            char c = content.charAt(i);
            var tag = c == '<' ? TAG.matcher(content).region(i, content.length()) : null;
            if (c == '\\' && i + 1 < content.length() && isPunctuation(content.charAt(i + 1))) {
                text.append(content.charAt(i + 1));
                i += 2;
            } else if (c == '\\' && i + 1 == content.length()) {
                i++;
            } else if (tag != null && tag.lookingAt()) {
                tag(tag.group(2), tag.group(1).isEmpty());
                i = tag.end();
            } else if (c == '&' && content.startsWith("&nbsp;", i)) {
                text.append(' ');
                i += 6;
            } else if (c == '*' || (c == '_' && atWordEdge(content, i))) {
                i += emphasis(content, i, c);
            } else {
                text.append(c);
                i++;
            }
        }
    }

    private int emphasis(String content, int i, char c) {
        int run = 1;
        while (i + run < content.length() && content.charAt(i + run) == c) {
            run++;
        }
        if (run > 3) {
            text.append(content, i, i + run);
            return run;
        }
        if (run != 1) {
            toggle(Mark.BOLD);
        }
        if (run != 2) {
            toggle(Mark.ITALIC);
        }
        return run;
    }

    private void tag(String name, boolean opens) {
        switch (name) {
            case "sub", "sup" -> set(Mark.RAISED_OR_LOWERED, opens);
            case "b", "strong" -> set(Mark.BOLD, opens);
            case "i", "em" -> set(Mark.ITALIC, opens);
            case "br" -> text.append('\t');
            default -> text.append("");
        }
    }

    private void toggle(Mark mark) {
        set(mark, !open.containsKey(mark));
    }

    private void set(Mark mark, boolean opens) {
        if (opens) {
            open.putIfAbsent(mark, text.length());
        } else {
            Integer from = open.remove(mark);
            if (from != null) {
                spans.add(new Span(mark, from, text.length()));
            }
        }
    }

    private static boolean atWordEdge(String content, int i) {
        boolean afterWord = i > 0 && Character.isLetterOrDigit(content.charAt(i - 1));
        boolean beforeWord = i + 1 < content.length() && Character.isLetterOrDigit(content.charAt(i + 1));
        boolean repeated =
                i + 1 < content.length() && content.charAt(i + 1) == '_' && i > 0 && content.charAt(i - 1) == '_';
        return !(afterWord && beforeWord) && (afterWord || beforeWord) && !repeated;
    }

    private static boolean isPunctuation(char c) {
        return c < 128 && !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
    }
}
