package vn.binhquyen.intake.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanItem.At;

/**
 * A draft seen as if it had just been read, so that the rules can be asked about it after every edit, and which item
 * stands at each of the paths that the rules speak of.
 *
 * @param items ids by path: {@code objectives/3/indicators/1}, {@code assignments/2/tasks/0} …
 */
public record ReadingOfDraft(ReadPlan plan, Map<String, UUID> items) {

    /** The item at the path, or the nearest one that it stands in. */
    public Optional<UUID> itemAt(String path) {
        for (String at = path; !at.isEmpty(); at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "") {
            UUID id = items.get(at);
            if (id != null) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** One indicator with its targets, as if it had just been read. */
    public static ReadPlan.Indicator indicator(PlanItem.Indicator indicator) {
        return new ReadPlan.Indicator(
                indicator.no(),
                indicator.text(),
                indicator.direction(),
                indicator.targets().stream()
                        .map(target -> measure(target, indicator))
                        .toList(),
                indicator.catalogue(),
                View.place(indicator.at()));
    }

    public static ReadPlan.Measure measure(PlanItem.Target target, PlanItem.Indicator indicator) {
        return View.measure(target, indicator);
    }

    /** @param original what the document's head said; for a draft without document, its issuer with empty lists */
    public static ReadingOfDraft of(PlanContent content, ReadPlan original) {
        return new View(content, original).build();
    }

    /** The reading that a draft without document starts from. */
    public static ReadPlan ofNothing(ReadPlan.Issuer issuer, String symbol) {
        return new ReadPlan(
                new ReadPlan.Source("", DocumentText.Format.TXT, false, 0),
                DocumentType.KE_HOACH,
                null,
                symbol,
                issuer,
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
                null,
                Map.of(),
                List.of());
    }

    private static final class View {
        private final PlanContent content;
        private final ReadPlan original;
        private final Map<String, UUID> items = new HashMap<>();
        private final Map<String, Place> places = new HashMap<>();

        View(PlanContent content, ReadPlan original) {
            this.content = content;
            this.original = original;
        }

        ReadingOfDraft build() {
            original.places().forEach((path, place) -> {
                if (!path.startsWith("purposes/") && !path.startsWith("requirements/")) {
                    places.put(path, place);
                }
            });
            PlanContent.Period period = content.period();
            PlanContent.Signatory signatory = content.signatory();
            ReadPlan plan = new ReadPlan(
                    original.source(),
                    DocumentType.valueOf(content.documentType().name()),
                    original.number(),
                    original.symbol(),
                    original.issuer(),
                    content.place(),
                    original.issuedOn(),
                    content.title(),
                    period == null ? null : new ReadPlan.Period(period.from(), period.to()),
                    list("legalBases", content.legalBases(), View::legalBasis),
                    list("purposes", content.purposes(), this::purpose),
                    list("requirements", content.requirements(), this::requirement),
                    list("objectives", content.objectives(), this::objective),
                    list("taskGroups", content.taskGroups(), this::taskGroup),
                    list("assignments", content.parties(), this::assignment),
                    list(
                            "budget",
                            content.budget(),
                            (line, path) -> new ReadPlan.BudgetLine(
                                    ReadPlan.BudgetSource.valueOf(line.source().name()),
                                    line.text(),
                                    place(line.at()))),
                    list("reporting", content.reportingDuties(), this::duty),
                    list(
                            "events",
                            content.events(),
                            (event, path) -> new ReadPlan.Event(
                                    event.name(), event.from(), event.to(), event.yearly(), place(event.at()))),
                    list(
                            "recipients",
                            content.recipients(),
                            (recipient, path) -> new ReadPlan.Recipient(
                                    recipient.name(), recipient.purpose(), place(recipient.at()))),
                    signatory == null
                            ? null
                            : new ReadPlan.Signatory(
                                    signatory.authority(),
                                    signatory.capacity(),
                                    signatory.position(),
                                    signatory.name(),
                                    place(signatory.at())),
                    Map.copyOf(places),
                    List.of());
            return new ReadingOfDraft(plan, Map.copyOf(items));
        }

        private interface Part<I, R> {
            R read(I item, String path);
        }

        private <I extends PlanItem, R> List<R> list(String list, List<I> all, Part<I, R> part) {
            List<R> read = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                String path = list + "/" + i;
                items.put(path, all.get(i).id());
                read.add(part.read(all.get(i), path));
            }
            return read;
        }

        private static ReadPlan.LegalBasis legalBasis(PlanItem.LegalBasis basis, String path) {
            return new ReadPlan.LegalBasis(
                    typeNamed(basis.type()),
                    basis.number(),
                    basis.issuedOn(),
                    basis.issuer(),
                    basis.title(),
                    basis.parentPlan(),
                    place(basis.at()));
        }

        private static DocumentType typeNamed(String name) {
            String folded = VietnameseText.fold(name);
            return Arrays.stream(DocumentType.values())
                    .filter(type -> VietnameseText.fold(type.vietnamese()).equals(folded))
                    .findFirst()
                    .or(() -> DocumentType.ofHeading(name))
                    .orElse(DocumentType.CONG_VAN);
        }

        private String purpose(PlanItem.Statement statement, String path) {
            return statement(statement, path);
        }

        private String requirement(PlanItem.Statement statement, String path) {
            return statement(statement, path);
        }

        private String statement(PlanItem.Statement statement, String path) {
            Place place = place(statement.at());
            if (place != null) {
                places.put(path, place);
            }
            return statement.text();
        }

        private ReadPlan.Objective objective(PlanItem.Objective objective, String path) {
            return new ReadPlan.Objective(
                    objective.no(),
                    objective.title(),
                    list(path + "/indicators", objective.indicators(), this::indicator),
                    place(objective.at()));
        }

        private ReadPlan.Indicator indicator(PlanItem.Indicator indicator, String path) {
            return new ReadPlan.Indicator(
                    indicator.no(),
                    indicator.text(),
                    indicator.direction(),
                    list(path + "/measures", indicator.targets(), (target, at) -> measure(target, indicator)),
                    indicator.catalogue(),
                    place(indicator.at()));
        }

        private static ReadPlan.Measure measure(PlanItem.Target target, PlanItem.Indicator indicator) {
            String what = target.what();
            PlanItem.Frequency frequency = target.frequency();
            return new ReadPlan.Measure(
                    what == null ? indicator.text() : what,
                    target.comparator(),
                    target.value(),
                    target.high(),
                    target.unit(),
                    target.baseline(),
                    target.byYear(),
                    frequency == null ? null : ReadPlan.Frequency.valueOf(frequency.name()),
                    target.catalogue() == null ? indicator.catalogue() : target.catalogue(),
                    place(target.at()));
        }

        private ReadPlan.TaskGroup taskGroup(PlanItem.TaskGroup group, String path) {
            return new ReadPlan.TaskGroup(
                    group.no(),
                    group.title(),
                    list(
                            path + "/tasks",
                            content.tasksOfGroup(group.id()),
                            (task, at) -> new ReadPlan.GroupTask(
                                    task.text(), objectiveNo(task.objective()), place(task.at()))),
                    place(group.at()));
        }

        private @Nullable String objectiveNo(@Nullable UUID objective) {
            return content.objectives().stream()
                    .filter(one -> one.id().equals(objective))
                    .map(PlanItem.Objective::no)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private ReadPlan.Assignment assignment(PlanItem.Party party, String path) {
            List<PlanItem.Task> own = content.tasks().stream()
                    .filter(task -> task.group() == null)
                    .filter(task -> party.id().equals(task.lead())
                            || (task.lead() == null && task.coordinating().contains(party.id())))
                    .toList();
            List<String> owned = new ArrayList<>();
            for (PlanItem.Objective objective : content.objectives()) {
                objective.indicators().stream()
                        .filter(indicator -> indicator.owners().contains(party.id()))
                        .map(indicator -> objective.no() == null
                                ? indicator.no()
                                : DraftFromReading.indicatorPath(objective.no(), indicator.no()))
                        .filter(Objects::nonNull)
                        .forEach(owned::add);
            }
            return new ReadPlan.Assignment(
                    party.name(),
                    party.kind() == PlanItem.PartyKind.GROUP,
                    party.request(),
                    null,
                    list(path + "/tasks", own, (task, at) -> assigned(task, party)),
                    List.of(),
                    owned,
                    place(party.at()));
        }

        private ReadPlan.AssignedTask assigned(PlanItem.Task task, PlanItem.Party party) {
            return new ReadPlan.AssignedTask(
                    task.text(),
                    party.id().equals(task.lead()) ? ReadPlan.Role.LEAD : ReadPlan.Role.COORDINATE,
                    names(task.coordinating().stream()
                            .filter(id -> !id.equals(party.id()))
                            .toList()),
                    place(task.at()));
        }

        private ReadPlan.ReportingDuty duty(PlanItem.ReportingDuty duty, String path) {
            return new ReadPlan.ReportingDuty(
                    ReadPlan.ReportKind.valueOf(duty.kind().name()),
                    duty.dueOn(),
                    duty.recurring(),
                    names(duty.from()),
                    duty.to(),
                    duty.via(),
                    place(duty.at()));
        }

        private List<String> names(List<UUID> ids) {
            return ids.stream()
                    .flatMap(id -> content.party(id).stream())
                    .map(PlanItem.Party::name)
                    .toList();
        }

        private static @Nullable Place place(@Nullable At at) {
            return at == null ? null : new Place(at.line(), at.column(), at.length());
        }
    }
}
