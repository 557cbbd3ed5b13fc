package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Period.Kind;
import vn.binhquyen.organization.query.Boundaries.Part.Certainty;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.DataElement.OverTime;

/** Makes the answer to a query from the sums of single units and periods: first over boundaries, then over time. */
final class Answer {
    private final FigureQuery query;
    private final Map<Integer, DataElement> elements;
    private final Origins origins;

    Answer(FigureQuery query, Map<Integer, DataElement> elements, Origins origins) {
        this.query = query;
        this.elements = elements;
        this.origins = origins;
    }

    /** A figure on its way. */
    private record Part(BigDecimal total, int given, Set<Mark> marks) {}

    /** What was made, of which kind of periods. */
    private record Made(Part part, Kind of) {}

    /** Each thing by itself. */
    List<Reading> of(List<Figures.Root> roots, FoundSums sums) {
        return of(roots, sums, byElement(query.what()));
    }

    /** All that is counted over time comes from the same kind of periods, so that one can be divided by the other. */
    List<Reading> together(List<Figures.Root> roots, FoundSums sums) {
        List<List<FigureQuery.What>> groups = new ArrayList<>();
        List<FigureQuery.What> counted = new ArrayList<>();
        byElement(query.what()).forEach(whats -> {
            DataElement element = elements.get(whats.getFirst().element());
            if (element != null && element.overTime() == OverTime.SUM) {
                counted.addAll(whats);
            } else {
                groups.add(whats);
            }
        });
        groups.add(counted);
        return of(roots, sums, groups);
    }

    /** Each thing of each kind of periods that it can be made of, one beside the other. */
    List<Reading> inEveryWay(List<Figures.Root> roots, FoundSums sums) {
        List<Reading> readings = new ArrayList<>();
        Map<Period, List<List<Period>>> ways = ways(sums.periods());
        Set<Figures.Root> asked = new HashSet<>(roots);
        for (Figures.Root root : shown(roots)) {
            ways.forEach((period, all) ->
                    all.forEach(parts -> made(root, asked.contains(root), query.what(), parts, sums)
                            .forEach((what, made) -> readings.add(reading(root, period, what, made)))));
        }
        return readings;
    }

    private static List<List<FigureQuery.What>> byElement(List<FigureQuery.What> whats) {
        Map<Integer, List<FigureQuery.What>> byElement = new LinkedHashMap<>();
        whats.forEach(what -> byElement
                .computeIfAbsent(what.element(), any -> new ArrayList<>())
                .add(what));
        return List.copyOf(byElement.values());
    }

    private List<Reading> of(List<Figures.Root> roots, FoundSums sums, List<List<FigureQuery.What>> groups) {
        List<Reading> readings = new ArrayList<>();
        Set<Figures.Root> askedFor = new HashSet<>(roots);
        Map<Period, List<List<Period>>> ways = ways(sums.periods());
        for (Figures.Root root : shown(roots)) {
            boolean asked = askedFor.contains(root);
            for (Period period : query.when()) {
                Map<FigureQuery.What, Made> found =
                        found(root, asked, groups, Objects.requireNonNull(ways.get(period)), sums);
                for (FigureQuery.What what : query.what()) {
                    Made made = found.get(what);
                    if (made != null) {
                        readings.add(reading(root, period, what, made));
                    }
                }
            }
        }
        return readings;
    }

    /** Below a unit also those at which something stays undistributed. */
    private Set<Figures.Root> shown(List<Figures.Root> roots) {
        Set<Figures.Root> shown = new LinkedHashSet<>(roots);
        if (query.where() instanceof Where.Below) {
            shown.addAll(origins.undistributed());
        }
        return shown;
    }

    private static Reading reading(Figures.Root root, Period period, FigureQuery.What what, Made made) {
        Part part = made.part();
        return new Reading(root.id(), period, what, part.total(), part.given(), made.of(), part.marks());
    }

    /** Where there is only one way to make it, groups need not be held together. */
    private Map<FigureQuery.What, Made> found(
            Figures.Root root,
            boolean asked,
            List<List<FigureQuery.What>> groups,
            List<List<Period>> ways,
            FoundSums sums) {
        if (ways.size() == 1) {
            return made(root, asked, query.what(), ways.getFirst(), sums);
        }
        Map<FigureQuery.What, Made> found = new HashMap<>();
        groups.forEach(whats -> found.putAll(overTime(root, asked, whats, ways, sums)));
        return found;
    }

    /** What each period may be made of: itself, or the shorter ones of one kind of which anything was given; longest first. */
    private Map<Period, List<List<Period>>> ways(Set<Integer> periods) {
        Set<Kind> given = EnumSet.noneOf(Kind.class);
        periods.forEach(key -> given.add(Period.ofKey(key).kind()));
        Map<Period, List<List<Period>>> ways = new HashMap<>();
        for (Period period : query.when()) {
            List<List<Period>> all = new ArrayList<>();
            if (given.contains(period.kind())) {
                all.add(List.of(period));
            }
            for (Kind kind : Kind.values()) {
                List<Period> parts = given.contains(kind) ? Periods.parts(period, kind) : List.of();
                if (!parts.isEmpty()) {
                    all.add(parts);
                }
            }
            all.sort(Comparator.comparingInt(List::size));
            ways.put(period, all);
        }
        return ways;
    }

    /**
     * The figure of the period itself, else what the shorter ones of one kind make. All of a group come from the same kind,
     * the one that gives most of them and of those the longest: women of quarters don't belong to a total of a year, nor those
     * who were helped in a half-year to those who were found in its quarters. What that kind gives nothing of is made apart.
     */
    private Map<FigureQuery.What, Made> overTime(
            Figures.Root root, boolean asked, List<FigureQuery.What> group, List<List<Period>> ways, FoundSums sums) {
        Map<FigureQuery.What, Made> best = Map.of();
        for (List<Period> parts : ways) {
            Map<FigureQuery.What, Made> made = made(root, asked, group, parts, sums);
            best = best.size() >= made.size() ? fuller(best, made) : made;
        }
        if (best.size() < group.size() && !best.isEmpty()) {
            Map<FigureQuery.What, Made> all = new LinkedHashMap<>(best);
            for (List<FigureQuery.What> whats : byElement(group)) {
                if (whats.size() < group.size() && whats.stream().noneMatch(best::containsKey)) {
                    all.putAll(overTime(root, asked, whats, ways, sums));
                }
            }
            return all;
        }
        return best;
    }

    private Map<FigureQuery.What, Made> made(
            Figures.Root root, boolean asked, List<FigureQuery.What> group, List<Period> parts, FoundSums sums) {
        Map<FigureQuery.What, Made> made = new LinkedHashMap<>();
        for (FigureQuery.What what : group) {
            DataElement element = elements.get(what.element());
            Part part = element == null ? null : made(element.overTime(), root, asked, what, parts, sums);
            if (part != null) {
                made.put(what, new Made(part, parts.getFirst().kind()));
            }
        }
        return made;
    }

    private @Nullable Part made(
            OverTime overTime,
            Figures.Root root,
            boolean asked,
            FigureQuery.What what,
            List<Period> parts,
            FoundSums sums) {
        if (parts.size() == 1) {
            return drawn(root, asked, what, parts.getFirst(), sums);
        }
        List<@Nullable Part> given = new ArrayList<>();
        parts.forEach(part -> given.add(drawn(root, asked, what, part, sums)));
        return given.stream().anyMatch(Objects::nonNull) ? combined(overTime, given) : null;
    }

    /** Those, marked where the others hold what more units gave. */
    private static Map<FigureQuery.What, Made> fuller(
            Map<FigureQuery.What, Made> best, Map<FigureQuery.What, Made> others) {
        Map<FigureQuery.What, Made> marked = new LinkedHashMap<>(best);
        others.forEach((what, other) -> marked.computeIfPresent(
                what,
                (any, own) -> own.part().given() < other.part().given()
                        ? new Made(marked(own.part(), Mark.INCOMPLETE), own.of())
                        : own));
        return marked;
    }

    private static Part combined(OverTime overTime, List<@Nullable Part> parts) {
        List<Part> known = new ArrayList<>();
        for (Part part : parts) {
            if (part != null) {
                known.add(part);
            }
        }
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        known.forEach(part -> marks.addAll(part.marks()));
        boolean lastMissing = parts.getLast() == null;
        if (overTime == OverTime.LAST) {
            Part last = known.getLast();
            return lastMissing ? marked(last, Mark.INCOMPLETE) : last;
        }
        if (known.size() < parts.size()) {
            marks.add(Mark.INCOMPLETE);
        }
        BigDecimal sum = known.stream().map(Part::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total =
                overTime == OverTime.SUM ? sum : sum.divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL64);
        return new Part(total, known.stream().mapToInt(Part::given).max().orElse(0), marks);
    }

    private static Part marked(Part part, Mark mark) {
        Set<Mark> marks = EnumSet.of(mark);
        marks.addAll(part.marks());
        return new Part(part.total(), part.given(), marks);
    }

    /** What the unit gave in the period; where it gave nothing, what those gave whose place it took. */
    private @Nullable Part drawn(
            Figures.Root root, boolean asked, FigureQuery.What what, Period period, FoundSums sums) {
        FoundSums.Sum own = asked ? sums.of(root.key(), what, period) : null;
        if (own != null) {
            return new Part(own.total(), own.given(), marks(own));
        }
        BigDecimal total = BigDecimal.ZERO;
        int given = 0;
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Origins.Share share : origins.of(root.id())) {
            FoundSums.Sum former = sums.of(share.former(), what, period);
            if (former == null) {
                continue;
            }
            total = total.add(former.total().multiply(share.share()));
            given += former.given();
            marks.addAll(marks(former));
            if (share.certainty() == Certainty.ESTIMATED) {
                marks.add(Mark.ESTIMATED);
            } else if (share.certainty() == Certainty.UNDISTRIBUTED) {
                marks.add(Mark.UNDISTRIBUTED);
            }
        }
        return given == 0 ? null : new Part(total, given, marks);
    }

    private static Set<Mark> marks(FoundSums.Sum sum) {
        return sum.open() > 0 ? Set.of(Mark.OPEN) : Set.of();
    }
}
