package vn.binhquyen.intake.check;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Place;

/** Says in which lines of the document something stands, so that one finding can speak of many places. */
final class Lines {

    private Lines() {}

    /** "12, 15, 40"; empty where no place is known. */
    static <T> String say(List<T> all, Function<T, @Nullable Place> placeOf) {
        var lines = new TreeSet<Integer>();
        for (T one : all) {
            Place place = placeOf.apply(one);
            if (place != null) {
                lines.add(place.line());
            }
        }
        return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
