package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.extract.Zones.Segment;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.kernel.VietnameseText;

/** The pieces of a head, column by column: what the layout broke over lines is one piece again. */
final class HeadPieces {

    private static final Pattern SECOND_COLUMN =
            Pattern.compile("(?<=\\S)\\s+(?=(?:CỘNG HÒA|CỘNG HOÀ) XÃ HỘI|Độc lập\\s*[-–]\\s*Tự"
                    + " do)|(?<=[-/]\\p{Lu}{2,10})\\s+(?=\\p{Lu}[\\p{L} ]{1,40},? ngày)");
    private static final Pattern LEFT_OPEN = Pattern.compile("(?:^Số\\s*:?|[,:]|ngày|tháng|năm)$");
    private static final Pattern GOES_ON = Pattern.compile("^(?:\\p{Ll}|\\d|/).*");
    private static final List<String> MOTTOES =
            List.of("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam", "doc lap - tu do - hanh phuc");

    private HeadPieces() {}

    static List<Segment> of(List<Line> lines) {
        var pieces = new ArrayList<Segment>();
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
                    join(pieces, last, next);
                } else if (last >= 0 && isOneName(pieces.get(last), next)) {
                    join(pieces, last, next);
                } else if (column > 0 && namesUnitOf(pieces, next)) {
                    join(pieces, pieces.size() - 1, next);
                } else {
                    lastOfColumn.put(column, pieces.size());
                    pieces.add(next);
                }
                endOfColumn.put(column, line.number());
            }
        }
        return List.copyOf(pieces);
    }

    private static void join(List<Segment> pieces, int at, Segment next) {
        Segment open = pieces.get(at);
        pieces.set(at, new Segment(open.line(), open.text() + " " + next.text(), open.from(), open.index()));
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
    private static boolean goesOn(Segment open, Segment next) {
        boolean low = Character.isLowerCase(next.text().charAt(0)) && !Zones.isCapitals(open.text());
        return low
                || (LEFT_OPEN.matcher(open.text()).find()
                        && GOES_ON.matcher(next.text()).matches());
    }

    /** Capitals that begin no body's name go on with a name that is not complete: "ỦY BAN NHÂN DÂN / TỈNH MINH HÀ". */
    private static boolean isOneName(Segment open, Segment next) {
        if (!Zones.isCapitals(open.text()) || next.text().chars().anyMatch(HeadPieces::isNotOfName)) {
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
        return !isComplete(open) && !AgencyWords.beginAgency(next.text());
    }

    private static boolean begins(String words, String with) {
        return (words + " ").startsWith(with + " ");
    }

    /** "TỈNH MINH HÀ" beside "ỦY BAN NHÂN DÂN", where a break in a cell became a column. */
    private static boolean namesUnitOf(List<Segment> pieces, Segment next) {
        return !pieces.isEmpty()
                && pieces.getLast().line() == next.line()
                && UnitNames.beginsWithKind(next.text())
                && isOneName(pieces.getLast(), next);
    }

    private static boolean isComplete(Segment name) {
        return !UnitNames.find(UnitNames.properCase(name.text())).isEmpty();
    }

    private static boolean isNotOfName(int character) {
        return Character.isLowerCase(character) || character == '/';
    }
}
