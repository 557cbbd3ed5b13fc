package vn.binhquyen.intake.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body, a kind of bodies or a tier that came to an end.
 *
 * @param others further ways in which documents write it
 * @param successor who does its work now; null where nobody does
 * @param source where its end was read
 * @param confirmed false where the day was not confirmed in a published text
 */
public record ObsoleteBody(
        String name,
        List<String> others,
        LocalDate lastDay,
        @Nullable String successor,
        String source,
        boolean confirmed)
        implements RegisterEntry {

    public ObsoleteBody {
        others = List.copyOf(others);
    }
}
