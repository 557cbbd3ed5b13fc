package vn.binhquyen.statistics.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    List<Reading> of(List<Figures.Root> roots, Map<BaseFigures.Place, BaseFigures.Sum> sums) {
        List<Reading> readings = new ArrayList<>();
        Set<Figures.Root> shown = new LinkedHashSet<>(roots);
        if (query.where() instanceof Where.Below) {
            shown.addAll(origins.undistributed());
        }
        Set<Figures.Root> askedFor = new HashSet<>(roots);
        for (Figures.Root root : shown) {
            boolean asked = askedFor.contains(root);
            for (Period period : query.when()) {
                for (FigureQuery.What what : query.what()) {
                    overTime(root, asked, what, period, sums)
                            .ifPresent(part -> readings.add(
                                    new Reading(root.id(), period, what, part.total(), part.given(), part.marks())));
                }
            }
        }
        return readings;
    }

    /** The figure of the period itself where there is one, else what the shorter ones make, the longest first. */
    private Optional<Part> overTime(
            Figures.Root root,
            boolean asked,
            FigureQuery.What what,
            Period period,
            Map<BaseFigures.Place, BaseFigures.Sum> sums) {
        DataElement element = elements.get(what.element());
        if (element == null) {
            return Optional.empty();
        }
        Optional<Part> whole = drawn(root, asked, what, period, sums);
        for (int kind = period.kind().ordinal() - 1; kind >= 0; kind--) {
            List<Period> parts = Periods.parts(period, Kind.values()[kind]);
            List<@Nullable Part> given = new ArrayList<>();
            parts.forEach(part -> given.add(drawn(root, asked, what, part, sums).orElse(null)));
            if (given.stream().anyMatch(Objects::nonNull)) {
                Part made = combined(element.overTime(), given);
                return whole.map(own -> own.given() < made.given() ? marked(own, Mark.INCOMPLETE) : own)
                        .or(() -> Optional.of(made));
            }
        }
        return whole;
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
    private Optional<Part> drawn(
            Figures.Root root,
            boolean asked,
            FigureQuery.What what,
            Period period,
            Map<BaseFigures.Place, BaseFigures.Sum> sums) {
        BaseFigures.Sum own = asked ? sums.get(place(root.key(), what, period)) : null;
        if (own != null) {
            return Optional.of(new Part(own.total(), own.given(), marks(own)));
        }
        BigDecimal total = BigDecimal.ZERO;
        int given = 0;
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Origins.Share share : origins.of(root.id())) {
            BaseFigures.Sum former = sums.get(place(share.former(), what, period));
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
        return given == 0 ? Optional.empty() : Optional.of(new Part(total, given, marks));
    }

    private static Set<Mark> marks(BaseFigures.Sum sum) {
        return sum.open() > 0 ? EnumSet.of(Mark.OPEN) : EnumSet.noneOf(Mark.class);
    }

    private static BaseFigures.Place place(int unit, FigureQuery.What what, Period period) {
        return new BaseFigures.Place(unit, what.element(), what.breakdown().key(), period);
    }
}
