package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The report that a receiver makes from those it accepted: while it is written, with everything it is made of.
 *
 * @param tasks what the accepted reports say of the plan's tasks
 * @param accepted how many reports it is made of
 * @param owed how many agencies owe one
 */
public record ConsolidatedReport(
        ConsolidationHead head,
        List<SummedFigure> figures,
        List<GatheredPassage> sections,
        List<TaskReport> tasks,
        int accepted,
        int owed) {

    /** Whose figures are added. */
    public enum Basis {
        /** The unit's own agencies. */
        AGENCIES,
        UNITS_BELOW,
        ALL
    }

    /**
     * A figure with its way home.
     *
     * @param figure the result: sums, and over them what was edited
     * @param sums what the counted parts add up to
     * @param edits numbers that were set against the sum
     * @param choice whether both agencies and units below gave it, so that somebody has to say which are added
     * @param basis whose figures are added
     * @param awaited the agencies that follow the indicator and of which no accepted report gives it yet
     */
    public record SummedFigure(
            Figure figure,
            Map<Slot, BigDecimal> sums,
            Map<Slot, Edit> edits,
            boolean choice,
            Basis basis,
            List<PartFigure> parts,
            List<String> awaited) {

        public @Nullable Edit edit(Slot slot) {
            return edits.get(slot);
        }

        public @Nullable BigDecimal sum(Slot slot) {
            return sums.get(slot);
        }

        /** Whether a sum has become another one since its number was edited. */
        public boolean isRecalculated() {
            return edits.entrySet().stream().anyMatch(edit -> {
                BigDecimal now = sums.get(edit.getKey());
                BigDecimal was = edit.getValue().was();
                return now == null || was == null ? !Objects.equals(now, was) : now.compareTo(was) != 0;
            });
        }
    }

    /**
     * A number that was set against the sum.
     *
     * @param was the sum at that time; null where there was none
     */
    public record Edit(BigDecimal value, @Nullable BigDecimal was, String reason, String by) {}

    /** @param counted whether it is among those added */
    public record PartFigure(
            SubmissionId submission, String reporter, boolean unitBelow, boolean counted, Figure figure) {}

    /** @param sources what the accepted reports say there */
    public record GatheredPassage(Section section, String text, long version, List<Source> sources) {
        public boolean isBehind() {
            return sources.stream().anyMatch(source -> !source.taken());
        }
    }

    /** @param taken whether the section holds it already */
    public record Source(SubmissionId submission, int edition, String reporter, String text, boolean taken) {}

    public boolean isBehind() {
        return sections.stream().anyMatch(GatheredPassage::isBehind);
    }

    public boolean isRecalculated() {
        return figures.stream().anyMatch(SummedFigure::isRecalculated);
    }

    /** What it says, to be kept. */
    ReportContent content() {
        return new ReportContent(
                figures.stream().map(SummedFigure::figure).toList(),
                tasks,
                sections.stream()
                        .map(passage -> new Passage(passage.section(), passage.text(), 0))
                        .toList(),
                List.of());
    }
}
