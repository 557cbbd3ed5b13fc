package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Where the head, title, body and tail of a document lie, as indexes of lines.
 *
 * @param type the kind of document its heading names, or null where no heading names one
 * @param typeLine line of that heading, or -1
 * @param headTo first line after the head: the first heading, or what follows number and date where that is lost
 * @param cover of the decision or letter to which a plan is attached; its own head, bases and tail are the plan's
 * @param bodyFrom first line after the title
 * @param tailFrom first line of the signature and the recipients, {@code tailTo} the first after them
 * @param annexFrom first line of what is annexed, {@code annexTo} the first after it
 */
record Zones(
        @Nullable DocumentType type,
        int typeLine,
        int headTo,
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
    private static final Pattern ISSUES_PLAN =
            Pattern.compile("^(?:ve viec |v/v )?(?:ban ?hanh|phe duyet)(?: va [a-z ]{1,30}?)? ke ?hoach(?= )");
    private static final Pattern ANNEX = Pattern.compile(
            "(?:phu luc|bieu so|bieu mau|phu bieu)(?: so)?(?:\\s*[\\dIVXivx]{1,4})?\\W*(?<rest>[a-z].*)?");
    private static final int LONGEST_HEAD = 40;

    /** A stretch of a line that a tab sets apart from its neighbours. */
    record Segment(Line line, String text, int from, int index) {}

    static Zones of(DocumentText text) {
        List<Line> lines = text.lines();
        int typeLine = typeLine(lines);
        return typeLine >= 0 ? headed(lines, typeLine) : isLetter(lines) ? letter(lines) : unheaded(lines);
    }

    private static Zones headed(List<Line> lines, int typeLine) {
        DocumentType type = Headings.typeOf(lines, typeLine).orElseThrow();
        var title = Headings.title(lines, typeLine);
        int bodyFrom = bodyFrom(lines, type, title, typeLine + 1);
        boolean issues = type == DocumentType.QUYET_DINH && issuing(titleOf(lines, typeLine, title)) > 0;
        Cover cover =
                issues ? new Cover(typeLine, bodyFrom, tail(lines, bodyFrom, lines.size())) : cover(lines, typeLine);
        int headTo = cover == null ? typeLine : cover.typeLine();
        return of(lines, issues ? DocumentType.KE_HOACH : type, typeLine, headTo, title, cover, bodyFrom);
    }

    private static Zones letter(List<Line> lines) {
        int addressed = addressed(lines);
        return of(lines, DocumentType.CONG_VAN, -1, addressed, List.of(), null, addressed);
    }

    /** The kind is the one that the number tells where the line that names it is lost. */
    private static Zones unheaded(List<Line> lines) {
        DocumentType type = HeadPieces.of(lines.subList(0, Math.min(lines.size(), LONGEST_HEAD))).stream()
                .flatMap(piece -> HeadPieces.typeOf(piece).stream())
                .findFirst()
                .orElse(null);
        int headTo = type == null ? 0 : HeadPieces.end(lines.subList(0, Math.min(lines.size(), LONGEST_HEAD)));
        List<Integer> title = type == null ? List.of() : Headings.titleWithoutHeading(lines, headTo);
        return of(lines, type, -1, headTo, title, null, bodyFrom(lines, type, title, headTo));
    }

    private static int bodyFrom(List<Line> lines, @Nullable DocumentType type, List<Integer> title, int titleFrom) {
        int from = title.isEmpty() ? titleFrom : title.getLast() + 1;
        return type == DocumentType.QUYET_DINH ? Headings.afterAuthority(lines, from) : from;
    }

    private static Zones of(
            List<Line> lines,
            @Nullable DocumentType type,
            int typeLine,
            int headTo,
            List<Integer> title,
            @Nullable Cover cover,
            int bodyFrom) {
        int tailFrom = tail(lines, bodyFrom, lines.size());
        int annexFrom = annex(lines, tailFrom < lines.size() ? tailFrom + 2 : bodyFrom);
        int bodyTo = Math.min(tailFrom, annexFrom);
        int signedFrom = bodyTo;
        int signedTo = annexFrom;
        if (cover != null && cover.typeLine() < typeLine && !isSigned(lines, tailFrom, annexFrom)) {
            signedFrom = tail(lines, cover.bodyFrom(), typeLine);
            signedTo = typeLine;
        }
        return new Zones(
                type, typeLine, headTo, title, cover, bodyFrom, bodyTo, signedFrom, signedTo, annexFrom, lines.size());
    }

    /** The words of the title, without the kind of document that its first line may name. */
    static String titleOf(List<Line> lines, int typeLine, List<Integer> title) {
        String words = VietnameseText.squeeze(
                title.stream().map(index -> lines.get(index).text()).collect(Collectors.joining(" ")));
        boolean named = !title.isEmpty() && title.getFirst() == typeLine;
        int kind = named
                ? DocumentType.ofHeading(words)
                        .map(type -> type.vietnamese().length())
                        .orElse(0)
                : 0;
        return words.substring(kind).strip();
    }

    /** "ban hành Kế hoạch" before the name of the plan that a decision issues; 0 where the title issues none. */
    static int issuing(String title) {
        Matcher issues = ISSUES_PLAN.matcher(VietnameseText.fold(title));
        return issues.find() ? issues.end() + 1 : 0;
    }

    private static @Nullable Cover cover(List<Line> lines, int typeLine) {
        for (int i = 0; i < typeLine; i++) {
            Optional<DocumentType> type = Headings.typeOf(lines, i);
            if (type.isPresent() && type.get() != DocumentType.KE_HOACH) {
                var title = Headings.title(lines, i);
                int bodyFrom = bodyFrom(lines, type.get(), title, i + 1);
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
            Optional<DocumentType> type = Headings.typeOf(lines, i);
            if (type.isEmpty()) {
                continue;
            }
            if (first < 0) {
                first = i;
            }
            DocumentType before = Headings.typeOf(lines, first).orElseThrow();
            if (type.get() == DocumentType.KE_HOACH
                    && (i == first || before == DocumentType.QUYET_DINH || before == DocumentType.CONG_VAN)) {
                return i;
            }
        }
        return first;
    }

    private static boolean isLetter(List<Line> lines) {
        return lines.stream()
                .limit(30)
                .map(line -> VietnameseText.fold(line.text()))
                .anyMatch(line -> line.startsWith("kinh gui") || line.startsWith("v/v"));
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
            Matcher named = ANNEX.matcher(folded);
            if (named.matches()
                    && (named.group("rest") == null || Headings.isStrong(lines.get(i)))
                    && words.length() < 150) {
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
