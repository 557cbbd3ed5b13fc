package vn.binhquyen.intake.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Place;

/**
 * What somebody chose in the text of a document: from one character to before another, lines and columns from 1.
 */
public record Chosen(int fromLine, int fromColumn, int toLine, int toColumn) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,7}):(\\d{1,7})-(\\d{1,7}):(\\d{1,7})");

    /** Reads "12:5-13:40". */
    public static Optional<Chosen> parse(String written) {
        Matcher match = WRITTEN.matcher(written);
        return match.matches()
                ? Optional.of(new Chosen(number(match, 1), number(match, 2), number(match, 3), number(match, 4)))
                : Optional.empty();
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /** Its place without blanks at the ends; nothing where it lies outside the text or holds no word. */
    public Optional<Place> in(DocumentText text) {
        var places = new TextPlaces(text);
        return places.position(fromLine, fromColumn)
                .flatMap(from -> places.position(toLine, toColumn).flatMap(to -> places.place(from, to)))
                .filter(place -> text.at(place).chars().anyMatch(Character::isLetterOrDigit));
    }
}
