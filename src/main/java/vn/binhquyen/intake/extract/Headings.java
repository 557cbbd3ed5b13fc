package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.kernel.VietnameseText;

/** Finds the lines that name the kind of a document, and the title under them. */
final class Headings {

    private static final Pattern CITATION = Pattern.compile("\\d+\\s?(?:/\\d{4})?[/-]\\p{Lu}");
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?:thu tuong|chu tich|giam doc|bo truong|truong|chanh|uy ban nhan dan|ubnd|hoi dong|ban chi dao|ban"
                    + " thuong vu|ban chap hanh|bo|so)(?![a-z])");
    private static final Pattern SPACED = Pattern.compile("(?:\\p{Lu} ){3,}\\p{Lu}");
    private static final int LONGEST_TITLE = 8;
    private static final int LONGEST_BROKEN = 15;

    private Headings() {}

    /** The kind of document that the line names, alone or with the one below where the name is broken over two. */
    static Optional<DocumentType> typeOf(List<Line> lines, int at) {
        return typeOf(words(lines, at));
    }

    /** The words of a heading: those of the line, and of the next where the name of a kind goes on there. */
    static String words(List<Line> lines, int at) {
        String words = VietnameseText.squeeze(lines.get(at).text());
        return isBroken(lines, at)
                ? words + " " + VietnameseText.squeeze(lines.get(at + 1).text())
                : words;
    }

    private static boolean isBroken(List<Line> lines, int at) {
        if (lines.get(at).text().length() > LONGEST_BROKEN) {
            return false;
        }
        String first = VietnameseText.squeeze(lines.get(at).text());
        if (first.length() < 2 || !isInCapitals(first) || at + 1 == lines.size()) {
            return false;
        }
        String both = VietnameseText.fold(
                first + " " + VietnameseText.squeeze(lines.get(at + 1).text()));
        String folded = VietnameseText.fold(first) + " ";
        return isInCapitals(lines.get(at + 1).text())
                && Stream.of(DocumentType.values())
                        .map(type -> VietnameseText.fold(type.vietnamese()))
                        .anyMatch(name -> name.startsWith(folded) && (both + " ").startsWith(name + " "));
    }

    private static Optional<DocumentType> typeOf(String words) {
        Optional<DocumentType> type = DocumentType.ofHeading(unspaced(words));
        boolean alone = type.isPresent()
                && VietnameseText.fold(unspaced(words))
                        .equals(VietnameseText.fold(type.get().vietnamese()));
        boolean strong = isCapitals(words) && words.length() < 200 && !words.contains(";");
        return type.filter(found -> alone || (strong && words.split(" ", -1).length <= 40));
    }

    /** "K Ế  H O Ạ C H" as some offices space it. */
    private static String unspaced(String words) {
        return SPACED.matcher(words).matches()
                ? DocumentType.KE_HOACH.vietnamese().length()
                                == words.replace(" ", "").length() + 1
                        ? words.replace(" ", "").substring(0, 2) + " "
                                + words.replace(" ", "").substring(2)
                        : words.replace(" ", "")
                : words;
    }

    /** The lines of the title that the heading holds itself or that stand under it. */
    static List<Integer> title(List<Line> lines, int heading) {
        DocumentType type = typeOf(lines, heading).orElseThrow();
        String words = words(lines, heading);
        boolean broken = isBroken(lines, heading);
        var title = new ArrayList<Integer>();
        if (type.vietnamese().length() + 2 < unspaced(words).length()) {
            title.add(heading);
            if (broken) {
                title.add(heading + 1);
            }
        }
        gather(lines, heading + (broken ? 2 : 1), title, type == DocumentType.QUYET_DINH);
        return title;
    }

    /** A title under a head whose heading is lost: what is set off as titles are. */
    static List<Integer> titleWithoutHeading(List<Line> lines, int from) {
        var title = new ArrayList<Integer>();
        int first = from;
        while (first < lines.size() && hasNoWords(lines.get(first))) {
            first++;
        }
        if (first < lines.size() && isStrong(lines.get(first)) && !namesAuthority(lines.get(first))) {
            gather(lines, first, title, true);
        }
        return title;
    }

    private static void gather(List<Line> lines, int from, List<Integer> title, boolean authorityBelow) {
        boolean strong = false;
        for (int i = from; i < lines.size() && title.size() < LONGEST_TITLE; i++) {
            Line line = lines.get(i);
            if (line.isBlank()) {
                if (title.isEmpty() || (strong && i + 1 < lines.size() && isStrong(lines.get(i + 1)))) {
                    continue;
                }
                break;
            }
            if (endsTitle(lines, i, title, strong) || (authorityBelow && !title.isEmpty() && namesAuthority(line))) {
                break;
            }
            strong |= isStrong(line);
            title.add(i);
        }
    }

    private static boolean endsTitle(List<Line> lines, int i, List<Integer> title, boolean strong) {
        String words = lines.get(i).text();
        String folded = VietnameseText.fold(words);
        boolean cites = CITATION.matcher(words).find();
        boolean preamble = folded.startsWith("can cu") || ((cites || words.length() > 200) && !isStrong(lines.get(i)));
        boolean section = Label.of(words).kind().compareTo(Label.Kind.DECIMAL) <= 0 || Label.isAlone(words);
        return preamble
                || section
                || folded.startsWith("(kem theo")
                || folded.startsWith("(ban hanh")
                || folded.startsWith("kinh gui")
                || hasNoWords(lines.get(i))
                || (strong && !title.isEmpty() && !isStrong(lines.get(i)) && !isRestOfYears(words));
    }

    /** Who decides, in capitals between the title of a decision and its bases: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH". */
    private static boolean namesAuthority(Line line) {
        return isCapitals(line.text())
                && AUTHORITY.matcher(VietnameseText.fold(line.text())).lookingAt();
    }

    /** The first line after those that name who decides, or the line itself where none does. */
    static int afterAuthority(List<Line> lines, int from) {
        int after = from;
        for (int i = from;
                i < lines.size()
                        && (hasNoWords(lines.get(i)) || isCapitals(lines.get(i).text()));
                i++) {
            if (namesAuthority(lines.get(i)) || (after == i && after > from)) {
                after = i + 1;
            }
        }
        return after;
    }

    private static boolean hasNoWords(Line line) {
        return line.text().chars().noneMatch(Character::isLetterOrDigit);
    }

    /** "2025" of "GIAI ĐOẠN 2021 - / 2025". */
    private static boolean isRestOfYears(String words) {
        return words.matches("[\\d\\s()–-]*\\d{4}\\W*");
    }

    static boolean isStrong(Line line) {
        return line.heading() > 0
                || line.centred()
                || line.isMarked(Mark.BOLD, 0, line.text().length())
                || isCapitals(line.text());
    }

    static boolean isCapitals(String text) {
        return Block.isUpperCase(text, Block.FEWEST_CAPITALS);
    }

    static boolean isInCapitals(String text) {
        return Block.isUpperCase(text, 1);
    }
}
