package vn.binhquyen.intake.review;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Place;
import vn.binhquyen.plan.PlanItem.At;

/** Places of a document as stretches of its whole text and back, so that they can be joined and cut. */
final class TextPlaces {
    private final String whole;
    private final int[] starts;

    TextPlaces(DocumentText text) {
        whole = text.text();
        starts = new int[text.lines().size()];
        for (int line = 1; line < starts.length; line++) {
            starts[line] = starts[line - 1] + text.lines().get(line - 1).text().length() + 1;
        }
    }

    /** Position of a line and column, both from 1; nothing where the text has none such. */
    Optional<Integer> position(int line, int column) {
        if (line < 1 || line > starts.length || column < 1) {
            return Optional.empty();
        }
        int end = line == starts.length ? whole.length() : starts[line] - 1;
        int position = starts[line - 1] + column - 1;
        return position > end ? Optional.empty() : Optional.of(position);
    }

    /** The stretch without blanks at its ends; nothing where only blanks stand in it. */
    Optional<Place> place(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && Character.isWhitespace(whole.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(whole.charAt(last - 1))) {
            last--;
        }
        if (first >= last) {
            return Optional.empty();
        }
        int found = Arrays.binarySearch(starts, first);
        int line = found >= 0 ? found : -found - 2;
        return Optional.of(new Place(line + 1, first - starts[line] + 1, last - first));
    }

    /** From the beginning of the first to the end of the last, where nothing is between them but blanks. */
    Optional<Place> joined(@Nullable At first, @Nullable At last) {
        if (first == null || last == null) {
            return Optional.empty();
        }
        Optional<Integer> from = position(first.line(), first.column());
        Optional<Integer> next = position(last.line(), last.column());
        if (from.isEmpty() || next.isEmpty() || next.get() + last.length() > whole.length()) {
            return Optional.empty();
        }
        int end = from.get() + first.length();
        boolean adjoining =
                end <= next.get() && whole.substring(end, next.get()).chars().noneMatch(Character::isLetter);
        return adjoining ? place(from.get(), next.get() + last.length()) : Optional.empty();
    }

    /** The part of a place from the words on, read over line breaks; nothing where they are not in it. */
    Optional<Place> from(At at, String words) {
        int start = position(at.line(), at.column()).orElse(0);
        int end = Math.min(whole.length(), start + at.length());
        int found = whole.substring(start, end).replace('\n', ' ').indexOf(words.replace('\n', ' '));
        return found < 0 ? Optional.empty() : place(start + found, end);
    }

    /** The part of a place that ends where another begins. */
    Optional<Place> until(At at, Place other) {
        int start = position(at.line(), at.column()).orElse(0);
        return position(other.line(), other.column()).flatMap(end -> place(start, end));
    }
}
