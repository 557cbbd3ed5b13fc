package vn.binhquyen.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks what a plan lacks before it goes its way: a pure function. */
final class PlanCheck {
    private final PlanContent content;
    private final List<Missing> missing = new ArrayList<>();

    private PlanCheck(PlanContent content) {
        this.content = content;
    }

    /**
     * The blocking first.
     *
     * @param signed whether the document was signed outside, so that it must say by whom
     */
    static List<Missing> missing(PlanContent content, boolean signed) {
        PlanCheck check = new PlanCheck(content);
        check.head(signed);
        check.indicators();
        check.tasks();
        check.parties();
        check.duties();
        return check.missing.stream()
                .sorted(Comparator.comparing(Missing::blocking).reversed())
                .toList();
    }

    private void head(boolean signed) {
        PlanContent.Signatory signatory = content.signatory();
        block(blank(content.title()), "title", null);
        block(content.period() == null, "period", null);
        block(signatory == null, "signatory", null);
        block(signed && signatory != null && blank(signatory.name()), "signatory-name", null);
        block(content.indicators().isEmpty() && content.tasks().isEmpty(), "work", null);
        warn(blank(content.place()), "place", null);
        warn(content.legalBases().isEmpty(), "legal-bases", null);
        warn(content.recipients().isEmpty(), "recipients", null);
    }

    private void indicators() {
        for (PlanItem.Objective objective : content.objectives()) {
            block(objective.title().isBlank(), "objective-title", objective.id());
        }
        PlanContent.Period period = content.period();
        boolean severalYears = period != null && period.from() < period.to();
        for (PlanItem.Indicator indicator : content.indicators()) {
            block(indicator.text().isBlank(), "indicator-text", indicator.id());
            warn(indicator.owners().isEmpty(), "indicator-owner", indicator.id(), indicator.text());
            warn(
                    severalYears
                            && indicator.targets().stream()
                                    .anyMatch(target -> target.byYear() == null && target.frequency() == null),
                    "target-year",
                    indicator.id(),
                    indicator.text());
        }
    }

    private void tasks() {
        for (PlanItem.Task task : content.tasks()) {
            block(task.text().isBlank(), "task-text", task.id());
            warn(task.lead() == null && task.coordinating().isEmpty(), "task-agency", task.id(), task.text());
        }
    }

    private void parties() {
        Set<UUID> bound = new HashSet<>();
        content.indicators().forEach(indicator -> bound.addAll(indicator.owners()));
        content.reportingDuties().forEach(duty -> bound.addAll(duty.from()));
        content.tasks().stream()
                .filter(task -> !task.request())
                .flatMap(task -> Stream.concat(Stream.ofNullable(task.lead()), task.coordinating().stream()))
                .forEach(bound::add);
        for (PlanItem.Party party : content.parties()) {
            boolean blocking = bound.contains(party.id()) && !party.request();
            block(party.unmatched() && blocking, "party-agency", party.id(), party.name());
            warn(party.unmatched() && !blocking, "party-agency", party.id(), party.name());
        }
    }

    private void duties() {
        for (PlanItem.ReportingDuty duty : content.reportingDuties()) {
            warn(duty.dueOn() == null, "duty-date", duty.id());
            warn(duty.from().isEmpty(), "duty-from", duty.id());
        }
    }

    private void block(boolean lacks, String code, @Nullable UUID item, String... arguments) {
        add(lacks, true, code, item, arguments);
    }

    private void warn(boolean lacks, String code, @Nullable UUID item, String... arguments) {
        add(lacks, false, code, item, arguments);
    }

    private void add(boolean lacks, boolean blocking, String code, @Nullable UUID item, String... arguments) {
        if (lacks) {
            missing.add(new Missing("plan.missing." + code, List.of(arguments), blocking, item));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
