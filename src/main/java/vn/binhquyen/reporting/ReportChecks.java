package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.Nature;

/** What a report is looked through for before it is sent: what is missing and what can't be. */
final class ReportChecks {
    private ReportChecks() {}

    static List<Concern> of(ReportContent content) {
        List<Concern> concerns = new ArrayList<>();
        content.figures().forEach(figure -> concerns.addAll(of(figure)));
        for (TaskReport task : content.tasks()) {
            boolean begun = task.state() != TaskState.NOT_STARTED;
            if (begun && task.leads() && task.narrative().isBlank()) {
                concerns.add(concern(task, "task-untold"));
            } else if (!begun && !task.narrative().isBlank()) {
                concerns.add(concern(task, "task-told-not-started"));
            }
        }
        notStarted(content.tasks(), concerns);
        if (content.text(Section.RESULTS).isBlank()) {
            concerns.add(new Concern("section-RESULTS", "no-results", List.of(), true));
        }
        return concerns;
    }

    /** One sentence for all of them, leading to the first. */
    private static void notStarted(List<TaskReport> tasks, List<Concern> concerns) {
        List<TaskReport> waiting = tasks.stream()
                .filter(task -> task.leads()
                        && task.state() == TaskState.NOT_STARTED
                        && task.narrative().isBlank())
                .toList();
        if (!waiting.isEmpty()) {
            concerns.add(new Concern(
                    "task-" + waiting.getFirst().task(),
                    "tasks-not-started",
                    List.of(String.valueOf(waiting.size())),
                    false));
        }
    }

    private static Concern concern(TaskReport task, String code) {
        return new Concern("task-" + task.task(), code, List.of(task.text()), false);
    }

    static List<Concern> of(Figure figure) {
        List<Concern> concerns = new ArrayList<>();
        if (figure.isEmpty()) {
            concerns.add(concern(figure, "no-figure", true));
            return concerns;
        }
        for (Nature nature : Nature.values()) {
            countsAgree(figure, nature, concerns);
        }
        sexesAgree(figure, concerns);
        actualWithinEstimate(figure, concerns);
        if (figure.isOnlyValue()) {
            concerns.add(concern(figure, "only-ratio", false));
        }
        return concerns;
    }

    private static void countsAgree(Figure figure, Nature nature, List<Concern> concerns) {
        if (figure.indicator().computation() != Computation.RATIO) {
            return;
        }
        BigDecimal numerator = figure.total(Part.NUMERATOR, nature);
        BigDecimal denominator = figure.total(Part.DENOMINATOR, nature);
        if ((numerator == null) != (denominator == null)) {
            concerns.add(concern(figure, numerator == null ? "no-numerator" : "no-denominator", true));
        } else if (numerator != null && denominator != null) {
            boolean share = figure.indicator().unit().contains("%");
            if (share && numerator.compareTo(denominator) > 0) {
                concerns.add(concern(figure, "more-than-all", true));
            } else if (denominator.signum() == 0 && numerator.signum() > 0) {
                concerns.add(concern(figure, "out-of-nothing", true));
            }
        }
    }

    private static void sexesAgree(Figure figure, List<Concern> concerns) {
        BigDecimal all = figure.total(Part.NUMERATOR, Nature.ACTUAL);
        BigDecimal women = figure.women();
        BigDecimal men = figure.men();
        if (all != null && women != null && men != null && women.add(men).compareTo(all) != 0) {
            concerns.add(concern(figure, "sexes-differ", true));
        } else if (all != null && (exceeds(women, all) || exceeds(men, all))) {
            concerns.add(concern(figure, "sex-exceeds", true));
        } else if (all != null && all.signum() > 0 && figure.indicator().bySex() && (women == null || men == null)) {
            concerns.add(concern(figure, "no-sexes", false));
        }
    }

    /** What was carried out can't exceed what is expected for the whole period, where things are counted up. */
    private static void actualWithinEstimate(Figure figure, List<Concern> concerns) {
        BigDecimal actual = figure.total(Part.NUMERATOR, Nature.ACTUAL);
        BigDecimal estimated = figure.total(Part.NUMERATOR, Nature.ESTIMATED);
        if (actual != null && estimated != null && actual.compareTo(estimated) > 0) {
            concerns.add(concern(figure, "estimate-below-actual", false));
        }
    }

    private static boolean exceeds(@Nullable BigDecimal part, BigDecimal all) {
        return part != null && part.compareTo(all) > 0;
    }

    private static Concern concern(Figure figure, String code, boolean blocking) {
        return new Concern(
                "figure-" + figure.indicator().id(),
                code,
                List.of(figure.indicator().name()),
                blocking);
    }
}
