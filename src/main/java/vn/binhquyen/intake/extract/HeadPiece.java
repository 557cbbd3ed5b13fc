package vn.binhquyen.intake.extract;

import java.util.List;
import java.util.stream.Stream;
import vn.binhquyen.intake.DocumentText.Line;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.extract.Zones.Segment;

/** What belongs together in a head, of one segment or of several that the layout set apart; the text joins them by spaces. */
record HeadPiece(String text, List<Segment> parts) {

    static HeadPiece of(Segment segment) {
        return new HeadPiece(segment.text(), List.of(segment));
    }

    HeadPiece with(Segment next) {
        return new HeadPiece(
                text + " " + next.text(),
                Stream.concat(parts.stream(), Stream.of(next)).toList());
    }

    Line firstLine() {
        return parts.getFirst().line();
    }

    /** Where the words from one position of the text to another stand in these lines, which count from the first of the document. */
    Place place(List<Line> lines, int from, int to) {
        Position first = position(from);
        Position last = position(to - 1);
        int length = last.column() + 1 - first.column();
        for (int line = first.line(); line < last.line(); line++) {
            length += lines.get(line - 1).text().length() + 1;
        }
        return new Place(first.line(), first.column() + 1, length);
    }

    private record Position(int line, int column) {}

    private Position position(int at) {
        int offset = 0;
        for (Segment part : parts) {
            if (at <= offset + part.text().length()) {
                return new Position(part.line().number(), part.from() + at - offset);
            }
            offset += part.text().length() + 1;
        }
        throw new IndexOutOfBoundsException(at);
    }
}
