package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentText.Mark;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.Recipient;
import vn.binhquyen.intake.ReadPlan.Signatory;
import vn.binhquyen.intake.extract.Zones.Segment;
import vn.binhquyen.kernel.VietnameseText;

/** The recipients and the signature at the end, side by side in a table, in columns of spaces, or one after the other. */
record Tail(List<Recipient> recipients, @Nullable Signatory signatory) {

    private static final Pattern ITEM = Pattern.compile("^[-–—•+*]\\s*(?<name>.+)$");
    private static final Pattern DASH = Pattern.compile("^[-–]\\s*");
    private static final Pattern PURPOSE = Pattern.compile(
            "\\s*\\((?<purpose>(?i:để )?[bBtTpPxX]\\s?/\\s?[\\p{L}]{1,2}[^)]*|(?i:báo cáo|để báo cáo|thực hiện|để thực"
                    + " hiện|phối hợp|theo dõi|chỉ đạo)[^)]*)\\)$");
    private static final Pattern RUN_ON =
            Pattern.compile("(?<before>(?i:^\\W*nơi nhận\\W*?:)|;)\\s*(?=[-–—•+]\\s?\\p{L})");
    private static final Pattern DRAFTER = Pattern.compile("\\s*\\([\\p{L}\\d.,\\s]{1,8}\\)$");
    private static final String DEGREES =
            "(?:(?i:PGS|GS|TSKH|TS|ThS|CN|KS|BS|BSCK\\s?(?:I{1,2}|[12])|BS\\.?\\s?CK\\s?(?:I{1,2}|[12])|DS|LS|CVCC|NGƯT|NGND|TTƯT|TTND)[.,]?(?:\\s*[-–,]\\s*|\\s+|(?<=\\.)))*(?i:(?:thiếu|trung|thượng|đại)"
                + " (?:úy|uý|tá|tướng) |(?:thạc|tiến|bác|kỹ|luật|dược) (?:sĩ|sỹ|sư) )?";
    private static final Pattern PERSON = Pattern.compile("^(?<title>" + DEGREES
            + ")(?<name>(?:\\p{Lu}(?:['’]\\s?\\p{Lu})?\\p{Ll}*\\s){1,5}\\p{Lu}(?:['’]\\p{Lu})?\\p{Ll}*)$");
    private static final Pattern CAPITALS = Pattern.compile("^(?:\\p{Lu}+\\s){1,4}\\p{Lu}+$");
    private static final Pattern ROLE = Pattern.compile(
            "^(?:T/?M|KT|TL|TUQ|Q)\\.|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|BỘ TRƯỞNG|CHÁNH|VIỆN TRƯỞNG|BÍ THƯ|TỔNG CỤC");

    static Tail of(DocumentText text, Zones zones) {
        var segments = text.lines().subList(zones.tailFrom(), zones.tailTo()).stream()
                .flatMap(line -> Zones.segments(line).stream())
                .flatMap(Tail::items)
                .toList();
        return new Tail(recipients(segments), signatory(segments));
    }

    /** Items that run on in one line are taken apart: "Nơi nhận: - Sở Nội vụ; - Lưu: VT". */
    private static Stream<Segment> items(Segment segment) {
        var items = new ArrayList<Segment>();
        Matcher boundary = RUN_ON.matcher(segment.text());
        int from = 0;
        while (boundary.find()) {
            items.add(part(segment, from, boundary.end("before"), items.size()));
            from = boundary.end();
        }
        items.add(part(segment, from, segment.text().length(), items.size()));
        return items.stream().filter(item -> !item.text().isBlank());
    }

    private static Segment part(Segment segment, int from, int to, int nth) {
        return from == 0 && to == segment.text().length()
                ? segment
                : new Segment(
                        segment.line(),
                        segment.text().substring(from, to),
                        segment.from() + from,
                        nth == 0 ? segment.index() : 0);
    }

    private static List<Recipient> recipients(List<Segment> segments) {
        var recipients = new ArrayList<Recipient>();
        boolean open = false;
        boolean finished = true;
        for (Segment segment : segments) {
            String words = visible(segment);
            if (VietnameseText.fold(words).startsWith("noi nhan")) {
                open = true;
                continue;
            }
            Matcher item = ITEM.matcher(words);
            boolean isItem = item.matches();
            if (!open
                    || (segment.index() > 0 && !isItem)
                    || (!isItem && (isSigning(words) || (finished && !isClosed(words))))) {
                continue;
            }
            String name = isItem ? item.group("name") : words;
            int from = segment.from() + (isItem ? segment.text().indexOf(name.substring(0, 1), 1) : 0);
            if (!isItem && !finished) {
                Recipient last = recipients.removeLast();
                recipients.add(recipient(last.name() + " " + name, last.at()));
            } else {
                recipients.add(recipient(
                        name,
                        new Place(
                                segment.line().number(),
                                from + 1,
                                segment.from() + segment.text().length() - from)));
            }
            finished = isClosed(words) || name.startsWith("Lưu");
            if (name.startsWith("Lưu")) {
                open = false;
            }
        }
        return List.copyOf(recipients);
    }

    private static boolean isClosed(String words) {
        return words.endsWith(";") || words.endsWith(".");
    }

    private static Recipient recipient(String words, @Nullable Place at) {
        String name = DASH.matcher(VietnameseText.withoutEnd(VietnameseText.squeeze(words), ";.,:"))
                .replaceFirst("");
        Matcher purpose = PURPOSE.matcher(name);
        if (purpose.find()) {
            return new Recipient(
                    name.substring(0, purpose.start()), purpose.group("purpose").strip(), at);
        }
        return new Recipient(name.startsWith("Lưu") ? DRAFTER.matcher(name).replaceFirst("") : name, null, at);
    }

    /** The text without what is raised or lowered: the mark of the typist. */
    private static String visible(Segment segment) {
        var words = new StringBuilder();
        for (int i = 0; i < segment.text().length(); i++) {
            int position = segment.from() + i;
            boolean lowered = segment.line().spans().stream()
                    .anyMatch(span ->
                            span.mark() == Mark.RAISED_OR_LOWERED && span.from() <= position && position < span.to());
            if (!lowered) {
                words.append(segment.text().charAt(i));
            }
        }
        return words.toString().strip();
    }

    private static boolean isSigning(String words) {
        return PERSON.matcher(words).matches()
                || (Headings.isCapitals(words) && ROLE.matcher(words).find());
    }

    private static @Nullable Signatory signatory(List<Segment> segments) {
        Segment authority = null;
        Segment capacity = null;
        Segment position = null;
        Segment name = null;
        for (Segment segment : segments) {
            String words = VietnameseText.squeeze(segment.text());
            boolean item = ITEM.matcher(words).matches();
            if (!item && Headings.isCapitals(words) && words.matches("^T/?M\\..*")) {
                authority = authority == null ? segment : authority;
            } else if (!item && Headings.isCapitals(words) && words.matches("^(?:KT|TL|TUQ|Q)\\..*")) {
                capacity = capacity == null ? segment : capacity;
            } else if (!item
                    && Headings.isCapitals(words)
                    && ROLE.matcher(words).find()) {
                position = position == null ? segment : position;
            } else if (!item
                    && PERSON.matcher(words).matches()
                    && !VietnameseText.fold(words).startsWith("noi nhan")) {
                name = segment;
            }
        }
        if (name == null && position != null) {
            name = inCapitals(segments, position);
        }
        Segment at = name != null ? name : position != null ? position : capacity;
        if (at == null) {
            return null;
        }
        return new Signatory(
                words(authority),
                words(capacity),
                words(position),
                person(name),
                new Place(at.line().number(), at.from() + 1, at.text().length()));
    }

    /** The name below the position where that too is written in capitals. */
    private static @Nullable Segment inCapitals(List<Segment> segments, Segment position) {
        return segments.stream()
                .filter(segment -> segment.line().number() > position.line().number())
                .filter(segment -> CAPITALS.matcher(segment.text()).matches())
                .filter(segment -> !ROLE.matcher(segment.text()).find())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The name without a degree or a rank before it. */
    private static @Nullable String person(@Nullable Segment segment) {
        String words = words(segment);
        Matcher person = PERSON.matcher(words == null ? "" : words);
        return person.matches() ? person.group("name") : words;
    }

    private static @Nullable String words(@Nullable Segment segment) {
        return segment == null ? null : VietnameseText.squeeze(segment.text());
    }
}
