package vn.binhquyen.intake.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanItem.At;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.TaskKind;

/**
 * Makes the content of a plan from what was read of a document: gives every fact an id, turns numbers that point at
 * objectives and names that point at agencies into references, and keeps every place in the text.
 */
public final class DraftFromReading {
    private final ReadPlan read;
    private final KnownAgencies known;
    private final ParentPlans parents;
    private final Parties parties;
    private final Map<String, UUID> objectiveIds = new HashMap<>();
    private final List<PlanItem.Task> tasks = new ArrayList<>();
    /** Owners by objective ("3") or indicator ("3.2"). */
    private final Map<String, Set<UUID>> owners = new LinkedHashMap<>();

    /** Finds the plan of the level above that a document cites, where it is known here. */
    @FunctionalInterface
    public interface ParentPlans {
        Optional<PlanId> cited(ReadPlan.LegalBasis basis);
    }

    private DraftFromReading(ReadPlan read, KnownAgencies known, ParentPlans parents) {
        this.read = read;
        this.known = known;
        this.parents = parents;
        this.parties = new Parties(known);
    }

    public static PlanContent convert(ReadPlan read, KnownAgencies known, ParentPlans parents) {
        return new DraftFromReading(read, known, parents).content();
    }

    private PlanContent content() {
        List<PlanItem.TaskGroup> groups = taskGroups();
        read.assignments().forEach(this::assignment);
        List<PlanItem.ReportingDuty> duties =
                read.reporting().stream().map(this::duty).toList();
        List<PlanItem.Objective> objectives = objectives();
        List<PlanItem.Recipient> recipients =
                read.recipients().stream().map(this::recipient).toList();
        return new PlanContent(
                kind(read.documentType()),
                read.title(),
                read.period() == null
                        ? null
                        : new PlanContent.Period(
                                read.period().from(), read.period().to()),
                read.place(),
                parent(),
                read.legalBases().stream().map(DraftFromReading::legalBasis).toList(),
                statements(read.purposes(), "purposes"),
                statements(read.requirements(), "requirements"),
                objectives,
                groups,
                tasks,
                parties.all(),
                read.budget().stream()
                        .map(line -> new PlanItem.BudgetLine(
                                UUID.randomUUID(),
                                PlanItem.BudgetSource.valueOf(line.source().name()),
                                line.text(),
                                at(line.at())))
                        .toList(),
                duties,
                read.events().stream()
                        .map(event -> new PlanItem.Event(
                                UUID.randomUUID(),
                                event.name(),
                                event.from(),
                                event.to(),
                                event.yearly(),
                                at(event.at())))
                        .toList(),
                recipients,
                signatory(read.signatory()));
    }

    private static PlanKind kind(DocumentType type) {
        return Arrays.stream(PlanKind.values())
                .filter(kind -> kind.name().equals(type.name()))
                .findFirst()
                .orElse(PlanKind.KE_HOACH);
    }

    private PlanContent.@Nullable Parent parent() {
        return read.legalBases().stream()
                .filter(ReadPlan.LegalBasis::parentPlan)
                .findFirst()
                .map(basis -> new PlanContent.Parent(parents.cited(basis).orElse(null), citation(basis)))
                .orElse(null);
    }

    private static String citation(ReadPlan.LegalBasis basis) {
        var words = new StringBuilder(basis.type().vietnamese());
        if (basis.number() != null) {
            words.append(" số ").append(basis.number());
        }
        if (basis.issuer() != null) {
            words.append(" của ").append(basis.issuer());
        }
        return words.toString();
    }

    private static PlanItem.LegalBasis legalBasis(ReadPlan.LegalBasis basis) {
        return new PlanItem.LegalBasis(
                UUID.randomUUID(),
                basis.type().vietnamese(),
                basis.number(),
                basis.issuedOn(),
                basis.issuer(),
                basis.title(),
                basis.parentPlan(),
                at(basis.at()));
    }

    private List<PlanItem.Statement> statements(List<String> texts, String list) {
        List<PlanItem.Statement> statements = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Place place = read.places().get(list + "/" + i);
            statements.add(new PlanItem.Statement(UUID.randomUUID(), texts.get(i), at(place)));
        }
        return statements;
    }

    private List<PlanItem.TaskGroup> taskGroups() {
        read.objectives().forEach(objective -> {
            if (objective.no() != null) {
                objectiveIds.putIfAbsent(objective.no(), UUID.randomUUID());
            }
        });
        List<PlanItem.TaskGroup> groups = new ArrayList<>();
        for (ReadPlan.TaskGroup group : read.taskGroups()) {
            UUID id = UUID.randomUUID();
            groups.add(new PlanItem.TaskGroup(id, group.no(), group.title(), at(group.at())));
            for (ReadPlan.GroupTask task : group.tasks()) {
                UUID objective = task.objective() == null ? null : objectiveIds.get(task.objective());
                tasks.add(task(id, task.text(), objective, null, List.of(), false, task.at()));
            }
        }
        return groups;
    }

    private void assignment(ReadPlan.Assignment assignment) {
        List<UUID> bearers =
                parties.of(assignment.agency(), assignment.group(), assignment.request(), at(assignment.at()));
        Stream.concat(assignment.ownsObjectives().stream(), assignment.ownsIndicators().stream())
                .forEach(no ->
                        owners.computeIfAbsent(no, any -> new LinkedHashSet<>()).addAll(bearers));
        for (ReadPlan.AssignedTask task : assignment.tasks()) {
            Set<UUID> coordinating = new LinkedHashSet<>(bearers);
            UUID lead = task.role() == ReadPlan.Role.COORDINATE ? null : bearers.getFirst();
            task.with().forEach(name -> coordinating.addAll(parties.of(name)));
            if (lead != null) {
                coordinating.remove(lead);
            }
            tasks.add(task(null, task.text(), null, lead, List.copyOf(coordinating), assignment.request(), task.at()));
        }
    }

    private static PlanItem.Task task(
            @Nullable UUID group,
            String text,
            @Nullable UUID objective,
            @Nullable UUID lead,
            List<UUID> coordinating,
            boolean request,
            @Nullable Place place) {
        TaskKind kind = Wording.kind(text);
        return new PlanItem.Task(
                UUID.randomUUID(),
                group,
                text,
                objective,
                kind,
                Wording.frequency(text).orElse(null),
                Wording.dueOn(text).orElse(null),
                lead,
                coordinating,
                request,
                at(place));
    }

    private List<PlanItem.Objective> objectives() {
        List<PlanItem.Objective> objectives = new ArrayList<>();
        Set<UUID> used = new LinkedHashSet<>();
        for (ReadPlan.Objective objective : read.objectives()) {
            UUID known = objective.no() == null ? null : objectiveIds.get(objective.no());
            UUID id = known == null || !used.add(known) ? UUID.randomUUID() : known;
            objectives.add(new PlanItem.Objective(
                    id,
                    objective.no(),
                    objective.title(),
                    objective.indicators().stream()
                            .map(indicator -> indicator(indicator, objective.no()))
                            .toList(),
                    at(objective.at())));
        }
        return objectives;
    }

    private PlanItem.Indicator indicator(ReadPlan.Indicator indicator, @Nullable String objectiveNo) {
        Set<UUID> followers = new LinkedHashSet<>();
        if (objectiveNo != null) {
            followers.addAll(owners.getOrDefault(objectiveNo, Set.of()));
            followers.addAll(owners.getOrDefault(indicatorPath(objectiveNo, indicator.no()), Set.of()));
        } else if (indicator.no() != null) {
            followers.addAll(owners.getOrDefault(indicator.no(), Set.of()));
        }
        return new PlanItem.Indicator(
                UUID.randomUUID(),
                indicator.no(),
                indicator.text(),
                indicator.direction(),
                indicator.catalogue(),
                !indicator.measures().isEmpty() && Wording.countsPersons(indicator.text()),
                indicator.measures().stream()
                        .map(measure -> target(measure, indicator))
                        .toList(),
                List.copyOf(followers),
                at(indicator.at()));
    }

    /** "3.2": the number of an indicator behind that of its objective, unless it says both itself. */
    static String indicatorPath(String objectiveNo, @Nullable String no) {
        if (no == null) {
            return objectiveNo + ".1";
        }
        return no.startsWith(objectiveNo + ".") ? no : objectiveNo + "." + no;
    }

    private static PlanItem.Target target(ReadPlan.Measure measure, ReadPlan.Indicator indicator) {
        boolean alone = indicator.measures().size() == 1;
        String catalogue = measure.catalogue();
        return new PlanItem.Target(
                UUID.randomUUID(),
                alone ? null : measure.what(),
                measure.comparator(),
                measure.value(),
                measure.high(),
                measure.unit(),
                measure.baseline(),
                measure.byYear(),
                frequency(measure.frequency()),
                catalogue == null || catalogue.equals(indicator.catalogue()) ? null : catalogue,
                at(measure.at()));
    }

    private PlanItem.ReportingDuty duty(ReadPlan.ReportingDuty duty) {
        Set<UUID> from = new LinkedHashSet<>();
        duty.from().forEach(name -> from.addAll(parties.of(name)));
        return new PlanItem.ReportingDuty(
                UUID.randomUUID(),
                PlanItem.ReportKind.valueOf(duty.kind().name()),
                duty.dueOn(),
                duty.recurring(),
                List.copyOf(from),
                duty.to(),
                receiver(duty),
                duty.via(),
                at(duty.at()));
    }

    /** Through whom it goes receives it; what goes to the People's Committee is received by its standing agency (null). */
    private @Nullable AgencyId receiver(ReadPlan.ReportingDuty duty) {
        Optional<Agency> via = Optional.ofNullable(duty.via()).flatMap(known::receiver);
        return via.or(() -> Optional.ofNullable(duty.to()).flatMap(known::receiver))
                .filter(agency -> agency.kind() != AgencyKind.PEOPLES_COMMITTEE)
                .map(Agency::id)
                .orElse(null);
    }

    private PlanItem.Recipient recipient(ReadPlan.Recipient recipient) {
        return new PlanItem.Recipient(
                UUID.randomUUID(),
                recipient.name(),
                recipient.purpose(),
                parties.find(recipient.name()).orElse(null),
                at(recipient.at()));
    }

    private static PlanContent.@Nullable Signatory signatory(ReadPlan.@Nullable Signatory signatory) {
        return signatory == null
                ? null
                : new PlanContent.Signatory(
                        signatory.authority(),
                        signatory.capacity(),
                        signatory.position(),
                        signatory.name(),
                        at(signatory.at()));
    }

    private static PlanItem.@Nullable Frequency frequency(ReadPlan.@Nullable Frequency frequency) {
        return frequency == null ? null : PlanItem.Frequency.valueOf(frequency.name());
    }

    private static @Nullable At at(@Nullable Place place) {
        return place == null ? null : new At(place.line(), place.column(), place.length());
    }
}
