package vn.binhquyen.intake;

import java.util.ArrayList;
import java.util.List;

/** Writes the plain markdown of the samples as a text file: no marks, columns of spaces, wrapped at a width or not. */
final class TxtSample {

    private static final int COLUMN = 50;
    private static final int NEVER = Integer.MAX_VALUE;

    private TxtSample() {}

    static String of(String markdown) {
        return wrapped(markdown, NEVER);
    }

    static String wrapped(String markdown, int width) {
        var text = new StringBuilder();
        for (String line : markdown.split("\n", -1)) {
            String words = line.replaceAll("</?su[bp]>", "")
                    .replaceAll("^#+ ", "")
                    .replace("*", "")
                    .strip();
            if (words.matches("\\|[-| :]+")) {
                continue;
            }
            if (words.startsWith("|")) {
                String[] cells = words.substring(1, words.length() - 1).split("\\|", -1);
                String left = cells[0].strip();
                text.append(left)
                        .append(" ".repeat(Math.max(4, COLUMN - left.length())))
                        .append(cells[1].strip())
                        .append('\n');
            } else {
                wrap(words, width).forEach(piece -> text.append(piece).append('\n'));
            }
        }
        return text.toString();
    }

    private static List<String> wrap(String words, int width) {
        var lines = new ArrayList<String>();
        String rest = words;
        while (rest.length() > width) {
            int at = rest.lastIndexOf(' ', width);
            at = at <= 0 ? rest.indexOf(' ', width) : at;
            if (at < 0) {
                break;
            }
            lines.add(rest.substring(0, at));
            rest = rest.substring(at + 1);
        }
        lines.add(rest);
        return lines;
    }
}
