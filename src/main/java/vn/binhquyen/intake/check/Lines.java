package vn.binhquyen.intake.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Place;

/** Says in which lines of the document something stands, so that one finding can speak of many places. */
final class Lines {

    private Lines() {}

    /** "12, 15, 40"; empty where no place is known. */
    static String say(List<@Nullable Place> places) {
        return places.stream()
                .filter(Objects::nonNull)
                .map(Place::line)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
