package vn.binhquyen.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan says, as one immutable document: edited as a whole, compared between versions, frozen when issued.
 *
 * @param title the subject under the kind's name; null while nobody has written one
 * @param place the place name before the date; null while unknown
 * @param parent the plan of the level above that this one carries out; null where there is none
 */
public record PlanContent(
        PlanKind documentType,
        @Nullable String title,
        @Nullable Period period,
        @Nullable String place,
        @Nullable Parent parent,
        List<PlanItem.LegalBasis> legalBases,
        List<PlanItem.Statement> purposes,
        List<PlanItem.Statement> requirements,
        List<PlanItem.Objective> objectives,
        List<PlanItem.TaskGroup> taskGroups,
        List<PlanItem.Task> tasks,
        List<PlanItem.Party> parties,
        List<PlanItem.BudgetLine> budget,
        List<PlanItem.ReportingDuty> reportingDuties,
        List<PlanItem.Event> events,
        List<PlanItem.Recipient> recipients,
        @Nullable Signatory signatory) {

    /** First and last year. */
    public record Period(int from, int to) {
        public Period {
            if (to < from) {
                throw new IllegalArgumentException("the period ends in " + to + ", before it begins in " + from);
            }
        }
    }

    /** @param plan null where the plan above is not known here. @param text how the document cites it */
    public record Parent(@Nullable PlanId plan, String text) {}

    /**
     * Who signs: authority "TM. ỦY BAN NHÂN DÂN", capacity "KT. CHỦ TỊCH", position "PHÓ CHỦ TỊCH", each null where the
     * document has none.
     */
    public record Signatory(
            @Nullable String authority,
            @Nullable String capacity,
            @Nullable String position,
            @Nullable String name,
            PlanItem.@Nullable At at) {}

    public PlanContent {
        legalBases = List.copyOf(legalBases);
        purposes = List.copyOf(purposes);
        requirements = List.copyOf(requirements);
        objectives = List.copyOf(objectives);
        taskGroups = List.copyOf(taskGroups);
        tasks = List.copyOf(tasks);
        parties = List.copyOf(parties);
        budget = List.copyOf(budget);
        reportingDuties = List.copyOf(reportingDuties);
        events = List.copyOf(events);
        recipients = List.copyOf(recipients);
    }

    public static PlanContent blank(PlanKind documentType) {
        return new PlanContent(
                documentType,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** The signatory's name where the document has one; null until it is signed. */
    public @Nullable String signatoryName() {
        return signatory == null ? null : signatory.name();
    }

    /** The same with the signatory's name; a name that stands there already stays, unless it is to be taken away. */
    PlanContent signedBy(@Nullable String name) {
        Signatory before = signatory;
        if (before == null
                || (name != null && before.name() != null && !before.name().isBlank())) {
            return this;
        }
        return new PlanContent(
                documentType,
                title,
                period,
                place,
                parent,
                legalBases,
                purposes,
                requirements,
                objectives,
                taskGroups,
                tasks,
                parties,
                budget,
                reportingDuties,
                events,
                recipients,
                new Signatory(before.authority(), before.capacity(), before.position(), name, before.at()));
    }

    public Optional<PlanItem.Party> party(@Nullable UUID id) {
        return parties.stream().filter(party -> party.id().equals(id)).findFirst();
    }

    public List<PlanItem.Indicator> indicators() {
        return objectives.stream()
                .flatMap(objective -> objective.indicators().stream())
                .toList();
    }

    /** The tasks that the party leads, in the document's order. */
    public List<PlanItem.Task> tasksLedBy(UUID party) {
        return tasks.stream().filter(task -> party.equals(task.lead())).toList();
    }

    public List<PlanItem.Task> tasksOfGroup(UUID group) {
        return tasks.stream().filter(task -> group.equals(task.group())).toList();
    }
}
