package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.reporting.ConsolidatedReport.Basis;
import vn.binhquyen.reporting.ConsolidatedReport.Edit;
import vn.binhquyen.reporting.ConsolidatedReport.GatheredPassage;
import vn.binhquyen.reporting.ConsolidatedReport.PartFigure;
import vn.binhquyen.reporting.ConsolidatedReport.Source;
import vn.binhquyen.reporting.ConsolidatedReport.SummedFigure;
import vn.binhquyen.reporting.ConsolidationRows.Taken;
import vn.binhquyen.reporting.ReportedIndicators.Owner;
import vn.binhquyen.reporting.SubmissionRows.Accepted;
import vn.binhquyen.statistics.Cell;

/** Makes one report of many: adds what can be added, gathers words with their sources, keeps the way back to each. */
final class Consolidator {
    private Consolidator() {}

    /**
     * @param chosen whose figures are added; null takes the unit's own agencies where these and units below gave one
     * @param owners who follows the indicator in the unit
     */
    static SummedFigure sum(
            OwedIndicator indicator,
            UnitId unit,
            List<Accepted> accepted,
            @Nullable Basis chosen,
            Map<Cell, Edit> edited,
            List<Owner> owners) {
        List<PartFigure> given = parts(indicator, unit, accepted);
        boolean choice = given.stream().map(PartFigure::unitBelow).distinct().count() > 1;
        Basis basis = chosen != null ? chosen : choice ? Basis.AGENCIES : Basis.ALL;
        List<PartFigure> parts = given.stream()
                .map(part -> new PartFigure(
                        part.submission(), part.reporter(), part.unitBelow(), counts(basis, part), part.figure()))
                .toList();
        Map<Slot, BigDecimal> sums = Sums.of(parts.stream()
                .filter(PartFigure::counted)
                .map(part -> part.figure().numbers())
                .toList());
        Map<Slot, Edit> edits = new TreeMap<>();
        for (Slot slot : Slot.of(indicator, true)) {
            Edit edit = edited.get(Figure.cell(indicator, slot));
            if (edit != null) {
                edits.put(slot, edit);
            }
        }
        Map<Slot, BigDecimal> numbers = new TreeMap<>(sums);
        edits.forEach((slot, edit) -> numbers.put(slot, edit.value()));
        List<String> awaited = owners.stream()
                .filter(owner -> accepted.stream()
                        .noneMatch(report -> report.agency().equals(owner.agency())
                                && given(report, indicator).isPresent()))
                .map(Owner::name)
                .toList();
        return new SummedFigure(
                new Figure(indicator, numbers, notes(parts), 0), sums, edits, choice, basis, parts, awaited);
    }

    private static Optional<Figure> given(Accepted report, OwedIndicator indicator) {
        return report.content().figures().stream()
                .filter(figure -> figure.indicator().id().equals(indicator.id()) && !figure.isEmpty())
                .findFirst();
    }

    private static List<PartFigure> parts(OwedIndicator indicator, UnitId unit, List<Accepted> accepted) {
        List<PartFigure> parts = new ArrayList<>();
        for (Accepted report : accepted) {
            given(report, indicator)
                    .ifPresent(figure -> parts.add(new PartFigure(
                            report.id(), reporter(report, unit), !report.unit().equals(unit), true, figure)));
        }
        return parts;
    }

    private static boolean counts(Basis basis, PartFigure part) {
        return switch (basis) {
            case ALL -> true;
            case AGENCIES -> !part.unitBelow();
            case UNITS_BELOW -> part.unitBelow();
        };
    }

    private static String notes(List<PartFigure> parts) {
        return parts.stream()
                .filter(part -> part.counted() && !part.figure().note().isBlank())
                .map(part -> part.reporter() + ": " + part.figure().note())
                .collect(Collectors.joining("; "));
    }

    static GatheredPassage gather(
            Section section, UnitId unit, @Nullable Passage written, List<Accepted> accepted, Set<Taken> taken) {
        List<Source> sources = accepted.stream()
                .filter(report -> !report.content().text(section).isBlank())
                .map(report -> new Source(
                        report.id(),
                        report.edition(),
                        reporter(report, unit),
                        report.content().text(section),
                        taken.contains(new Taken(section, report.id(), report.edition()))))
                .toList();
        return new GatheredPassage(
                section, written == null ? "" : written.text(), written == null ? 0 : written.version(), sources);
    }

    /** The text with what it does not hold yet put behind, each passage led by who said it. */
    static String takeIn(GatheredPassage passage) {
        String added = passage.sources().stream()
                .filter(source -> !source.taken())
                .map(source -> source.reporter() + ": " + source.text())
                .collect(Collectors.joining("\n"));
        return passage.text().isBlank() ? added : added.isEmpty() ? passage.text() : passage.text() + "\n" + added;
    }

    /** Own agencies by their name, units below by theirs. */
    private static String reporter(Accepted report, UnitId unit) {
        return report.unit().equals(unit) ? report.agencyName() : capitalised(report.unitName());
    }

    static String capitalised(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static List<TaskReport> tasks(List<Accepted> accepted) {
        return accepted.stream()
                .flatMap(report -> report.content().tasks().stream())
                .toList();
    }
}
