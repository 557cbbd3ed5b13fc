package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.extract.Zones.Segment;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseText;

/** The pieces of a head, column by column: what the layout broke over lines is one piece again. */
final class HeadPieces {

    private static final Pattern SECOND_COLUMN =
            Pattern.compile("(?<=\\S)\\s+(?=(?:CỘNG HÒA|CỘNG HOÀ) XÃ HỘI|Độc lập\\s*[-–]\\s*Tự"
                    + " do)|(?<=[-/]\\p{Lu}{2,10})\\s+(?=\\p{Lu}[\\p{L} ]{1,40},? ngày)");
    private static final Pattern LEFT_OPEN = Pattern.compile("(?:^Số\\s*:?|[,:]|ngày|tháng|năm)$");
    private static final Pattern OF_PLACE =
            Pattern.compile("(?:Thành phố|Thị xã|Thị trấn|(?:\\p{Lu}\\p{Ll}*\\s?){1,2})");
    private static final Pattern GOES_ON = Pattern.compile("^(?:\\p{Ll}|\\d|/).*");
    private static final List<String> MOTTOES =
            List.of("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam", "doc lap - tu do - hanh phuc");

    /** "Số: 12/KH-UBND", "Số 36-KH/TU", "Số:    /KH-UBND" of a draft. */
    static final Pattern NUMBER = Pattern.compile(
            "^Số\\s*:?[\\s.…_]*(?<number>\\d+[a-z]?(?:/\\d{4})?)?[\\s.…_]*(?<mark>[/-])\\s?(?<symbol>\\p{Lu}[\\p{L}\\d&./-]*)");

    static final Pattern DATED = Pattern.compile("^(?<place>\\p{Lu}[^,;:\\d]{1,50}?)(?:,\\s*|\\s+)(?=ngày|tháng|năm)");

    private static final int LONGEST_DATE = 90;

    private HeadPieces() {}

    /** The kind of document that a number tells: a plan is one of "KH". */
    static Optional<DocumentType> typeOf(HeadPiece piece) {
        Matcher number = NUMBER.matcher(piece.text());
        if (!number.find()) {
            return Optional.empty();
        }
        String kind = number.group("symbol").split("[-/]", 2)[0];
        return Stream.of(DocumentType.values())
                .filter(type ->
                        !type.abbreviation().isEmpty() && type.abbreviation().equals(kind))
                .findFirst();
    }

    /** How many lines the head takes where no heading ends it: those to its number, and to place and date after that. */
    static int end(List<Line> lines) {
        int numbered = 0;
        for (int i = 1; i <= lines.size(); i++) {
            var pieces = of(lines.subList(0, i));
            if (numbered == 0
                    && pieces.stream()
                            .anyMatch(piece -> NUMBER.matcher(piece.text()).find())) {
                numbered = i;
            }
            if (numbered > 0 && pieces.stream().anyMatch(HeadPieces::isPlaceAndDate)) {
                return i;
            }
        }
        return numbered;
    }

    private static boolean isPlaceAndDate(HeadPiece piece) {
        return piece.text().length() < LONGEST_DATE
                && DATED.matcher(piece.text()).find()
                && VietnameseDates.find(piece.text()).stream()
                        .anyMatch(found -> found.date().year() != null);
    }

    static List<HeadPiece> of(List<Line> lines) {
        var pieces = new ArrayList<HeadPiece>();
        Map<Integer, Integer> lastOfColumn = new HashMap<>();
        Map<Integer, Integer> endOfColumn = new HashMap<>();
        for (Line line : lines) {
            for (Segment next :
                    Zones.segments(line).stream().flatMap(HeadPieces::columns).toList()) {
                int column = next.index();
                int last = lastOfColumn.getOrDefault(column, -1);
                int below = endOfColumn.getOrDefault(column, 0) + 1;
                if (next.text().chars().noneMatch(Character::isLetterOrDigit)) {
                    continue;
                }
                if (last >= 0 && below == line.number() && goesOn(pieces.get(last), next)) {
                    pieces.set(last, pieces.get(last).with(next));
                } else if (last >= 0 && isOneName(pieces.get(last), next)) {
                    pieces.set(last, pieces.get(last).with(next));
                } else if (column > 0 && namesUnitOf(pieces, next)) {
                    pieces.set(pieces.size() - 1, pieces.getLast().with(next));
                } else {
                    lastOfColumn.put(column, pieces.size());
                    pieces.add(HeadPiece.of(next));
                }
                endOfColumn.put(column, line.number());
            }
        }
        return List.copyOf(pieces);
    }

    /** The two columns of a head that a scan ran together into one line. */
    private static Stream<Segment> columns(Segment segment) {
        Matcher second = SECOND_COLUMN.matcher(segment.text());
        if (!second.find()) {
            return Stream.of(segment);
        }
        String left = segment.text().substring(0, second.start());
        return Stream.of(
                new Segment(segment.line(), left, segment.from(), segment.index()),
                new Segment(
                        segment.line(),
                        segment.text().substring(second.end()),
                        segment.from() + second.end(),
                        segment.index() + 1));
    }

    /** "Số:" and the number below it, a place and the day below it, a date broken within. */
    private static boolean goesOn(HeadPiece open, Segment next) {
        boolean low = Character.isLowerCase(next.text().charAt(0)) && !Headings.isCapitals(open.text());
        return low
                || (LEFT_OPEN.matcher(open.text()).find()
                        && GOES_ON.matcher(next.text()).matches())
                || (OF_PLACE.matcher(open.text()).matches()
                        && DATED.matcher(next.text()).find());
    }

    /** Capitals that begin no body's name go on with a name that is not complete: "ỦY BAN NHÂN DÂN / TỈNH MINH HÀ". */
    private static boolean isOneName(HeadPiece open, Segment next) {
        if (!Headings.isInCapitals(open.text()) || next.text().chars().anyMatch(HeadPieces::isNotOfName)) {
            return false;
        }
        String before = VietnameseText.fold(open.text());
        String after = VietnameseText.fold(next.text());
        for (String motto : MOTTOES) {
            if (begins(motto, before + " " + after)) {
                return true;
            }
            if (begins(motto, after) || begins(after, motto) || begins(before, motto)) {
                return false;
            }
        }
        boolean oneWord = open.text().indexOf(' ') < 0;
        return oneWord || !isComplete(open) && !AgencyWords.beginAgency(next.text());
    }

    private static boolean begins(String words, String with) {
        return (words + " ").startsWith(with + " ");
    }

    /** "TỈNH MINH HÀ" beside "ỦY BAN NHÂN DÂN", where a break in a cell became a column. */
    private static boolean namesUnitOf(List<HeadPiece> pieces, Segment next) {
        return !pieces.isEmpty()
                && pieces.getLast().firstLine() == next.line()
                && UnitNames.beginsWithKind(next.text())
                && isOneName(pieces.getLast(), next);
    }

    private static boolean isComplete(HeadPiece name) {
        return !UnitNames.find(UnitNames.properCase(name.text())).isEmpty();
    }

    private static boolean isNotOfName(int character) {
        return Character.isLowerCase(character) || character == '/';
    }
}
