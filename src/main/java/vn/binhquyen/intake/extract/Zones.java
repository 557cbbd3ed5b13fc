package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Where the head, title, body and tail of a document lie, as indexes of lines.
 *
 * @param type the kind of document its heading names, or null where no heading names one
 * @param typeLine line of that heading, or -1
 * @param cover of the decision or letter to which a plan is attached; its own head, bases and tail are the plan's
 * @param bodyFrom first line after the title
 * @param tailFrom first line of the signature and the recipients, {@code tailTo} the first after them
 * @param annexFrom first line of what is annexed, {@code annexTo} the first after it
 */
record Zones(
        @Nullable DocumentType type,
        int typeLine,
        List<Integer> title,
        @Nullable Cover cover,
        int bodyFrom,
        int bodyTo,
        int tailFrom,
        int tailTo,
        int annexFrom,
        int annexTo) {

    /** @param typeLine line of its heading; @param bodyFrom first line after its title; @param bodyTo where it ends */
    record Cover(int typeLine, int bodyFrom, int bodyTo) {}

    private static final Pattern COLUMN_END = Pattern.compile("[\t|]");
    private static final Pattern SIGNING = Pattern.compile("^(?:T/?M|KT|TL|TUQ|Q)\\.\\s?\\p{Lu}{2}.*");
    private static final Pattern CITATION = Pattern.compile("\\d+\\s?(?:/\\d{4})?[/-]\\p{Lu}");
    private static final int LONGEST_TITLE = 8;
    private static final int LONGEST_HEAD = 40;

    /** A stretch of a line that a tab sets apart from its neighbours. */
    record Segment(Line line, String text, int from, int index) {}

    static Zones of(DocumentText text) {
        List<Line> lines = text.lines();
        int typeLine = typeLine(lines);
        DocumentType type =
                typeLine < 0 ? letter(lines) : typeOf(lines.get(typeLine)).orElseThrow();
        var title = title(lines, typeLine);
        boolean isLetter = type == DocumentType.CONG_VAN && typeLine < 0;
        int bodyFrom = isLetter ? addressed(lines) : title.isEmpty() ? typeLine + 1 : title.getLast() + 1;
        int tailFrom = tail(lines, bodyFrom, lines.size());
        int annexFrom = annex(lines, tailFrom < lines.size() ? tailFrom + 2 : bodyFrom);
        Cover cover = cover(lines, typeLine);
        if (cover != null && !isSigned(lines, tailFrom, annexFrom)) {
            int signed = tail(lines, cover.bodyFrom(), typeLine);
            int bodyTo = Math.min(tailFrom, annexFrom);
            return new Zones(type, typeLine, title, cover, bodyFrom, bodyTo, signed, typeLine, annexFrom, lines.size());
        }
        int tail = Math.min(tailFrom, annexFrom);
        return new Zones(type, typeLine, title, cover, bodyFrom, tail, tail, annexFrom, annexFrom, lines.size());
    }

    /** The line where the head ends: the first heading of the document, be it of the plan or of its cover. */
    int headTo() {
        return type == DocumentType.CONG_VAN && typeLine < 0
                ? bodyFrom
                : Math.max(cover == null ? typeLine : cover.typeLine(), 0);
    }

    private static @Nullable Cover cover(List<Line> lines, int typeLine) {
        for (int i = 0; i < typeLine; i++) {
            Optional<DocumentType> type = typeOf(lines.get(i));
            if (type.isPresent() && type.get() != DocumentType.KE_HOACH) {
                var title = title(lines, i);
                int bodyFrom = title.isEmpty() ? i + 1 : title.getLast() + 1;
                return new Cover(i, bodyFrom, tail(lines, bodyFrom, typeLine));
            }
        }
        return null;
    }

    private static boolean isSigned(List<Line> lines, int tailFrom, int annexFrom) {
        return lines.subList(Math.min(tailFrom, annexFrom), annexFrom).stream()
                .anyMatch(line -> startsWithFolded(line, "noi nhan")
                        || segments(line).stream()
                                .anyMatch(segment ->
                                        SIGNING.matcher(segment.text()).matches()));
    }

    /** The stretches of a line that tabs or bars set apart. */
    static List<Segment> segments(Line line) {
        var segments = new ArrayList<Segment>();
        int from = 0;
        boolean whole = line.text().indexOf('\t') < 0 && line.text().indexOf('|') < 0;
        for (String piece : whole ? new String[] {line.text()} : COLUMN_END.split(line.text(), -1)) {
            int lead = piece.length() - piece.stripLeading().length();
            if (!piece.isBlank()) {
                segments.add(new Segment(line, piece.strip(), from + lead, segments.size()));
            }
            from += piece.length() + 1;
        }
        return segments;
    }

    private static int typeLine(List<Line> lines) {
        int first = -1;
        for (int i = 0; i < lines.size(); i++) {
            Optional<DocumentType> type = typeOf(lines.get(i));
            if (type.isEmpty()) {
                continue;
            }
            if (first < 0) {
                first = i;
            }
            DocumentType before = typeOf(lines.get(first)).orElseThrow();
            if (type.get() == DocumentType.KE_HOACH
                    && (i == first || before == DocumentType.QUYET_DINH || before == DocumentType.CONG_VAN)) {
                return i;
            }
        }
        return first;
    }

    private static Optional<DocumentType> typeOf(Line line) {
        String words = VietnameseText.squeeze(line.text());
        Optional<DocumentType> type = DocumentType.ofHeading(unspaced(words));
        boolean alone = type.isPresent()
                && VietnameseText.fold(unspaced(words))
                        .equals(VietnameseText.fold(type.get().vietnamese()));
        boolean strong = isCapitals(words) && words.length() < 200 && !words.contains(";");
        return type.filter(found -> alone || (strong && words.split(" ", -1).length <= 40));
    }

    /** "K Ế  H O Ạ C H" as some offices space it. */
    private static String unspaced(String words) {
        return words.matches("(?:\\p{Lu} ){3,}\\p{Lu}")
                ? DocumentType.KE_HOACH.vietnamese().length()
                                == words.replace(" ", "").length() + 1
                        ? words.replace(" ", "").substring(0, 2) + " "
                                + words.replace(" ", "").substring(2)
                        : words.replace(" ", "")
                : words;
    }

    private static @Nullable DocumentType letter(List<Line> lines) {
        boolean addressed = lines.stream()
                .limit(30)
                .map(line -> VietnameseText.fold(line.text()))
                .anyMatch(line -> line.startsWith("kinh gui") || line.startsWith("v/v"));
        return addressed ? DocumentType.CONG_VAN : null;
    }

    /** The line of a letter that says to whom it goes. */
    private static int addressed(List<Line> lines) {
        for (int i = 0; i < Math.min(lines.size(), LONGEST_HEAD); i++) {
            if (startsWithFolded(lines.get(i), "kinh gui")) {
                return i;
            }
        }
        return 0;
    }

    private static List<Integer> title(List<Line> lines, int typeLine) {
        var title = new ArrayList<Integer>();
        if (typeLine < 0) {
            return title;
        }
        Line head = lines.get(typeLine);
        String words = VietnameseText.squeeze(head.text());
        if (words.length() > unspaced(words).length() + 2
                || typeOf(head).orElseThrow().vietnamese().length() + 2
                        < unspaced(words).length()) {
            title.add(typeLine);
        }
        boolean strong = false;
        for (int i = typeLine + 1; i < lines.size() && title.size() < LONGEST_TITLE; i++) {
            Line line = lines.get(i);
            if (line.isBlank()) {
                if (title.isEmpty() || (strong && i + 1 < lines.size() && isStrong(lines.get(i + 1)))) {
                    continue;
                }
                break;
            }
            if (endsTitle(lines, i, title, strong)) {
                break;
            }
            strong |= isStrong(line);
            title.add(i);
        }
        return title;
    }

    private static boolean endsTitle(List<Line> lines, int i, List<Integer> title, boolean strong) {
        String words = lines.get(i).text();
        String folded = VietnameseText.fold(words);
        boolean cites = CITATION.matcher(words).find();
        boolean preamble = folded.startsWith("can cu") || ((cites || words.length() > 200) && !isStrong(lines.get(i)));
        boolean section = Label.of(words).kind() == Label.Kind.ROMAN
                || Label.of(words).kind() == Label.Kind.PART
                || Label.of(words).kind() == Label.Kind.DECIMAL;
        return preamble
                || section
                || folded.startsWith("(kem theo")
                || folded.startsWith("(ban hanh")
                || folded.startsWith("kinh gui")
                || words.chars().noneMatch(Character::isLetter)
                || (strong && !title.isEmpty() && !isStrong(lines.get(i)));
    }

    private static boolean isStrong(Line line) {
        return line.heading() > 0
                || line.centred()
                || line.isMarked(Mark.BOLD, 0, line.text().length())
                || isCapitals(line.text());
    }

    static boolean isCapitals(String text) {
        return text.chars().noneMatch(Character::isLowerCase)
                && text.chars().filter(Character::isUpperCase).count() > 3;
    }

    private static int tail(List<Line> lines, int bodyFrom, int bodyTo) {
        int recipients = -1;
        int signing = -1;
        int end = -1;
        for (int i = bodyFrom; i < bodyTo; i++) {
            String words = lines.get(i).text();
            if (recipients < 0 && startsWithFolded(lines.get(i), "noi nhan")) {
                recipients = i;
            }
            if (signing < 0
                    && segments(lines.get(i)).stream()
                            .anyMatch(s -> SIGNING.matcher(s.text()).matches())) {
                signing = i;
            }
            if (end < 0 && (words.endsWith("./.") || words.endsWith("./") || words.endsWith("/."))) {
                end = i + 1;
            }
        }
        if (recipients < 0 && signing < 0) {
            return end < 0 ? bodyTo : end;
        }
        return recipients < 0 ? signing : signing < 0 ? recipients : Math.min(recipients, signing);
    }

    private static int annex(List<Line> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            String words = VietnameseText.squeeze(lines.get(i).text());
            String folded = VietnameseText.fold(words);
            boolean named = folded.matches(
                    "(?:phu luc|bieu so|bieu mau|phu bieu)(?: so)?(?:\\s*[\\dIVXivx]{1,4})?\\W*(?:[a-z].*)?");
            boolean heading =
                    folded.matches("(?:phu luc|bieu so|bieu mau|phu bieu)(?: so)?(?:\\s*[\\dIVXivx]{1,4})?\\W*")
                            || isStrong(lines.get(i));
            if (named && heading && words.length() < 150) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean startsWithFolded(Line line, String beginning) {
        return line.text().length() >= beginning.length()
                && segments(line).stream()
                        .anyMatch(segment -> VietnameseText.fold(segment.text()).startsWith(beginning));
    }
}
