package vn.binhquyen.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes to the looks of a plan that change nothing of what it says. */
public final class Mutations {

    private static final Pattern ROMAN = Pattern.compile("^([#*\\s]*)([IVX]{1,4})([./])(\\s+)");
    private static final Pattern DECIMAL = Pattern.compile("^([#*\\s]*)(\\d{1,2})\\.(\\s+)(?=\\S)");
    private static final Pattern LETTER = Pattern.compile("^([#*\\s-]*)([a-zđ])\\)(\\s+)(?=\\S)");
    private static final Pattern MAIN =
            Pattern.compile("^[#*\\s]*(?:I|II|III|IV|V|VI|VII|VIII|IX|X)[./-]\\s+\\p{Lu}.*");
    private static final Pattern END = Pattern.compile("(?s).*(?:\\./\\.|/\\.).*|^[#*\\s|]*Nơi nhận.*|.*PHỤ LỤC.*");
    private static final List<String> ROMANS = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

    private Mutations() {}

    /** Without bold and italic type. */
    public static String unbold(String text) {
        return text.replaceAll("\\*{1,3}", "");
    }

    /** Without marks of headings. */
    public static String stripHeadings(String text) {
        return text.replaceAll("(?m)^#{1,6}\\s+", "");
    }

    /** "I." becomes "I/" or "I-" or "A.", "a)" becomes "a." or a bullet; one choice for the whole text. */
    public static String renumber(String text, Random random) {
        int roman = random.nextInt(3);
        boolean bullets = random.nextBoolean();
        return lines(text, line -> {
            Matcher main = ROMAN.matcher(line);
            if (main.find() && !line.contains("\t")) {
                String label = roman == 0
                        ? main.group(2) + "/"
                        : roman == 1 ? main.group(2) + "-" : letterOf(main.group(2)) + ".";
                return main.group(1) + label + main.group(4) + line.substring(main.end());
            }
            Matcher letter = LETTER.matcher(line);
            if (bullets && letter.find() && !letter.group(1).contains("-")) {
                return letter.group(1) + "•" + letter.group(3) + line.substring(letter.end());
            }
            return line;
        });
    }

    private static String letterOf(String roman) {
        int at = ROMANS.indexOf(roman);
        return at < 0 ? roman : String.valueOf((char) ('A' + at));
    }

    /** Marks between a digit and its word as some offices write them: "1/", "1)". */
    public static String remark(String text, Random random) {
        String mark = random.nextBoolean() ? "/" : ")";
        return lines(text, line -> {
            Matcher decimal = DECIMAL.matcher(line);
            return decimal.find() && !line.contains("\t")
                    ? decimal.group(1) + decimal.group(2) + mark + decimal.group(3) + line.substring(decimal.end())
                    : line;
        });
    }

    /** The main parts in another order; the last stays, since the closing words follow it. */
    public static String reorder(String text, Random random) {
        List<String> lines = List.of(text.split("\n", -1));
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            if (!starts.isEmpty() && END.matcher(lines.get(i)).matches()) {
                break;
            }
            if (MAIN.matcher(lines.get(i)).matches()) {
                starts.add(i);
            }
        }
        if (starts.size() < 3) {
            return text;
        }
        var parts = new ArrayList<List<String>>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            parts.add(lines.subList(starts.get(i), starts.get(i + 1)));
        }
        Collections.shuffle(parts, random);
        var result = new ArrayList<>(lines.subList(0, starts.getFirst()));
        parts.forEach(result::addAll);
        result.addAll(lines.subList(starts.getLast(), lines.size()));
        return String.join("\n", result);
    }

    /** Slips of scanning: letters for digits before "%", words misread, a page break inside a sentence. */
    public static String noise(String text, Random random) {
        String noisy = text.replace("lồng ghép", random.nextBoolean() ? "lòng ghép" : "lồng ghép")
                .replace("phấn đấu", random.nextBoolean() ? "phần đấu" : "phấn đấu")
                .replace("thực hiện", random.nextBoolean() ? "thực hiện" : "thực hịện");
        noisy = random.nextBoolean() ? noisy.replaceAll("(?<=\\d)0%", "O%") : noisy;
        noisy = random.nextBoolean() ? noisy.replaceAll("(?<![\\d,.])1(?=\\d%)", "l") : noisy;
        return lines(noisy, line -> {
            int cut = line.startsWith("- ") && line.length() > 80 ? line.indexOf(' ', 40) : -1;
            boolean plain = cut > 0
                    && Character.isLowerCase(line.charAt(cut + 1))
                    && Character.isLowerCase(line.charAt(cut - 1));
            return plain && random.nextInt(3) == 0 ? line.substring(0, cut) + "\n\n" + line.substring(cut + 1) : line;
        });
    }

    /** With accents apart from their letters. */
    public static String decompose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    /** Paragraphs of the body that stood in one line are wrapped at a width; lines of the head and tail stay. */
    public static String rewrap(String text, int width) {
        return lines(text, line -> {
            boolean table = line.contains("|") || line.contains("\t") || line.contains("   ");
            boolean marked = line.startsWith("#") || line.contains("**");
            return table || marked || line.length() <= width ? line : wrap(line, width);
        });
    }

    /** Without the main part whose heading holds the words. */
    public static String drop(String text, String words) {
        var kept = new ArrayList<String>();
        boolean dropping = false;
        for (String line : text.split("\n", -1)) {
            if (MAIN.matcher(line).matches()) {
                dropping = line.toUpperCase(java.util.Locale.ROOT).contains(words);
            } else if (END.matcher(line).matches() || line.startsWith("Trên đây") || line.startsWith("Yêu cầu các")) {
                dropping = false;
            }
            if (!dropping) {
                kept.add(line);
            }
        }
        return String.join("\n", kept);
    }

    private static String wrap(String line, int width) {
        var wrapped = new StringBuilder();
        int column = 0;
        for (String word : line.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > width) {
                wrapped.append('\n');
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }

    private static String lines(String text, UnaryOperator<String> change) {
        var changed = new ArrayList<String>();
        for (String line : text.split("\n", -1)) {
            changed.add(change.apply(line));
        }
        return String.join("\n", changed);
    }
}
