package vn.binhquyen.statistics.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;

/** The periods that are asked for, and the shorter ones of which they can be made. */
final class Periods {
    private final List<Period> all;

    private Periods(List<Period> all) {
        this.all = all;
    }

    static Periods of(Collection<Period> asked) {
        Set<Period> all = new LinkedHashSet<>(asked);
        for (Period period : asked) {
            for (Kind kind : Kind.values()) {
                all.addAll(parts(period, kind));
            }
        }
        return new Periods(List.copyOf(all));
    }

    Periods only(Set<Kind> kinds) {
        return new Periods(
                all.stream().filter(period -> kinds.contains(period.kind())).toList());
    }

    /** All that figures are looked up for. */
    List<Period> all() {
        return all;
    }

    /** The periods of a shorter kind that make one, in order; empty where they don't. */
    static List<Period> parts(Period period, Kind kind) {
        if (kind.months() >= period.kind().months() || period.kind().months() % kind.months() != 0) {
            return List.of();
        }
        List<Period> parts = new ArrayList<>();
        Period part = Period.containing(kind, period.start());
        if (!part.start().equals(period.start())) {
            return List.of();
        }
        for (; !part.end().isAfter(period.end()); part = part.next()) {
            parts.add(part);
        }
        return parts;
    }
}
