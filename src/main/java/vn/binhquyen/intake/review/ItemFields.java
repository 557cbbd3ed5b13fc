package vn.binhquyen.intake.review;

import static vn.binhquyen.intake.review.Field.optional;
import static vn.binhquyen.intake.review.Field.required;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.review.Field.Kind;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanItem.Frequency;
import vn.binhquyen.plan.PlanItem.PartyKind;
import vn.binhquyen.plan.PlanItem.ReportKind;
import vn.binhquyen.plan.TaskKind;

/** The items of a plan as fields of text that a form can show and send back, and the items that such fields say. */
public final class ItemFields {

    private ItemFields() {}

    /** The fields of the items of a list, in the order in which a form shows them. */
    public static List<Field> of(ItemList list) {
        return switch (list) {
            case LEGAL_BASES ->
                List.of(
                        required("type", Kind.LINE),
                        optional("number", Kind.LINE),
                        optional("issuedOn", Kind.DATE),
                        optional("issuer", Kind.LINE),
                        optional("title", Kind.TEXT),
                        optional("parentPlan", Kind.YES_NO));
            case PURPOSES, REQUIREMENTS -> List.of(required("text", Kind.TEXT));
            case OBJECTIVES, TASK_GROUPS -> List.of(optional("no", Kind.LINE), required("title", Kind.TEXT));
            case INDICATORS ->
                List.of(
                        optional("no", Kind.LINE),
                        required("text", Kind.TEXT),
                        optional("catalogue", Kind.CATALOGUE),
                        required("direction", Kind.DIRECTION),
                        optional("countsPersons", Kind.YES_NO),
                        optional("owners", Kind.PARTIES));
            case TARGETS ->
                List.of(
                        optional("what", Kind.LINE),
                        required("comparator", Kind.COMPARATOR),
                        required("value", Kind.NUMBER),
                        optional("high", Kind.NUMBER),
                        optional("unit", Kind.LINE),
                        optional("baseline", Kind.NUMBER),
                        optional("byYear", Kind.YEAR),
                        optional("frequency", Kind.FREQUENCY),
                        optional("catalogue", Kind.CATALOGUE));
            case TASKS ->
                List.of(
                        required("text", Kind.TEXT),
                        optional("lead", Kind.PARTY),
                        optional("coordinating", Kind.PARTIES),
                        required("kind", Kind.TASK_KIND),
                        optional("recurrence", Kind.FREQUENCY),
                        optional("dueOn", Kind.DAY),
                        optional("group", Kind.TASK_GROUP),
                        optional("objective", Kind.OBJECTIVE),
                        optional("request", Kind.YES_NO));
            case PARTIES ->
                List.of(
                        required("name", Kind.LINE),
                        required("kind", Kind.PARTY_KIND),
                        optional("agencies", Kind.AGENCIES),
                        optional("request", Kind.YES_NO));
            case BUDGET -> List.of(required("source", Kind.BUDGET_SOURCE), required("text", Kind.TEXT));
            case REPORTING_DUTIES ->
                List.of(
                        required("kind", Kind.REPORT_KIND),
                        optional("dueOn", Kind.DATE),
                        optional("recurring", Kind.YES_NO),
                        optional("from", Kind.PARTIES),
                        optional("to", Kind.LINE),
                        optional("toAgency", Kind.AGENCY),
                        optional("via", Kind.LINE));
            case EVENTS ->
                List.of(
                        required("name", Kind.LINE),
                        required("from", Kind.DATE),
                        required("to", Kind.DATE),
                        optional("yearly", Kind.YES_NO));
            case RECIPIENTS ->
                List.of(required("name", Kind.LINE), optional("purpose", Kind.LINE), optional("party", Kind.PARTY));
        };
    }

    /** The fields of an item that nobody has written yet. */
    public static Map<String, String> blank(ItemList list) {
        Map<String, String> fields = new LinkedHashMap<>();
        of(list).forEach(field -> fields.put(field.name(), first(field.kind())));
        return fields;
    }

    private static String first(Kind kind) {
        return switch (kind) {
            case YES_NO -> "false";
            case DIRECTION -> Direction.UP.name();
            case COMPARATOR -> Comparator.AT_LEAST.name();
            case TASK_KIND -> TaskKind.ONCE.name();
            case PARTY_KIND -> PartyKind.AGENCY.name();
            case REPORT_KIND -> ReportKind.YEAR.name();
            case BUDGET_SOURCE -> PlanItem.BudgetSource.STATE_BUDGET.name();
            default -> "";
        };
    }

    /** All that an item says, with the targets of an indicator. */
    public static List<Map<String, String>> whole(PlanItem item) {
        Stream<PlanItem.Target> targets =
                item instanceof PlanItem.Indicator indicator ? indicator.targets().stream() : Stream.empty();
        return Stream.concat(Stream.of(item), targets).map(ItemFields::of).toList();
    }

    public static Map<String, String> of(PlanItem item) {
        return switch (item) {
            case PlanItem.LegalBasis it ->
                fields(
                        "type", it.type(),
                        "number", it.number(),
                        "issuedOn", it.issuedOn(),
                        "issuer", it.issuer(),
                        "title", it.title(),
                        "parentPlan", it.parentPlan());
            case PlanItem.Statement it -> fields("text", it.text());
            case PlanItem.Objective it -> fields("no", it.no(), "title", it.title());
            case PlanItem.TaskGroup it -> fields("no", it.no(), "title", it.title());
            case PlanItem.Indicator it ->
                fields(
                        "no", it.no(),
                        "text", it.text(),
                        "catalogue", it.catalogue(),
                        "direction", it.direction(),
                        "countsPersons", it.countsPersons(),
                        "owners", it.owners());
            case PlanItem.Target it ->
                fields(
                        "what", it.what(),
                        "comparator", it.comparator(),
                        "value", it.value(),
                        "high", it.high(),
                        "unit", it.unit(),
                        "baseline", it.baseline(),
                        "byYear", it.byYear(),
                        "frequency", it.frequency(),
                        "catalogue", it.catalogue());
            case PlanItem.Task it ->
                fields(
                        "text", it.text(),
                        "lead", it.lead(),
                        "coordinating", it.coordinating(),
                        "kind", it.kind(),
                        "recurrence", it.recurrence(),
                        "dueOn", it.dueOn(),
                        "group", it.group(),
                        "objective", it.objective(),
                        "request", it.request());
            case PlanItem.Party it ->
                fields(
                        "name", it.name(),
                        "kind", it.kind(),
                        "agencies", it.agencies(),
                        "request", it.request());
            case PlanItem.BudgetLine it -> fields("source", it.source(), "text", it.text());
            case PlanItem.ReportingDuty it ->
                fields(
                        "kind", it.kind(),
                        "dueOn", it.dueOn(),
                        "recurring", it.recurring(),
                        "from", it.from(),
                        "to", it.to(),
                        "toAgency", it.toAgency(),
                        "via", it.via());
            case PlanItem.Event it ->
                fields(
                        "name", it.name(),
                        "from", it.from(),
                        "to", it.to(),
                        "yearly", it.yearly());
            case PlanItem.Recipient it -> fields("name", it.name(), "purpose", it.purpose(), "party", it.party());
        };
    }

    /**
     * The item that the fields say.
     *
     * @param before the item as it is; null for a new one
     * @throws Unfit where a text does not fit its field
     */
    public static PlanItem item(ItemList list, UUID id, @Nullable PlanItem before, Map<String, String> fields) {
        Typed typed = new Typed(fields);
        PlanItem.At at = before == null ? null : before.at();
        PlanItem item = switch (list) {
            case LEGAL_BASES ->
                new PlanItem.LegalBasis(
                        id,
                        typed.required("type"),
                        typed.text("number"),
                        typed.date("issuedOn"),
                        typed.text("issuer"),
                        typed.text("title"),
                        typed.flag("parentPlan"),
                        at);
            case PURPOSES, REQUIREMENTS -> new PlanItem.Statement(id, typed.required("text"), at);
            case OBJECTIVES ->
                new PlanItem.Objective(
                        id,
                        typed.text("no"),
                        typed.required("title"),
                        before instanceof PlanItem.Objective known ? known.indicators() : List.of(),
                        at);
            case TASK_GROUPS -> new PlanItem.TaskGroup(id, typed.text("no"), typed.required("title"), at);
            case INDICATORS -> indicator(id, before, typed, at);
            case TARGETS -> target(id, typed, at);
            case TASKS -> task(id, before, typed, at);
            case PARTIES ->
                new PlanItem.Party(
                        id,
                        typed.required("name"),
                        typed.choice("kind", PartyKind.class),
                        typed.flag("request"),
                        typed.ids(
                                "agencies",
                                before instanceof PlanItem.Party known ? known.agencies() : List.of(),
                                AgencyId::of),
                        at);
            case BUDGET ->
                new PlanItem.BudgetLine(
                        id, typed.choice("source", PlanItem.BudgetSource.class), typed.required("text"), at);
            case REPORTING_DUTIES -> duty(id, before, typed, at);
            case EVENTS ->
                new PlanItem.Event(
                        id,
                        typed.required("name"),
                        typed.requiredDate("from"),
                        typed.requiredDate("to"),
                        typed.flag("yearly"),
                        at);
            case RECIPIENTS ->
                new PlanItem.Recipient(id, typed.required("name"), typed.text("purpose"), typed.id("party"), at);
        };
        return typed.checked(item);
    }

    private static PlanItem indicator(UUID id, @Nullable PlanItem before, Typed typed, PlanItem.@Nullable At at) {
        PlanItem.Indicator known = before instanceof PlanItem.Indicator indicator ? indicator : null;
        return new PlanItem.Indicator(
                id,
                typed.text("no"),
                typed.required("text"),
                typed.choice("direction", Direction.class),
                typed.text("catalogue"),
                typed.flag("countsPersons"),
                known == null ? List.of() : known.targets(),
                typed.ids("owners", known == null ? List.of() : known.owners(), UUID::fromString),
                at);
    }

    private static PlanItem target(UUID id, Typed typed, PlanItem.@Nullable At at) {
        BigDecimal value = typed.requiredNumber("value");
        BigDecimal high = typed.number("high");
        if (high != null && high.compareTo(value) < 0) {
            typed.unfit("high", "high");
        }
        return new PlanItem.Target(
                id,
                typed.text("what"),
                typed.choice("comparator", Comparator.class),
                value,
                high,
                typed.plain("unit"),
                typed.number("baseline"),
                typed.year("byYear"),
                typed.choiceOrNull("frequency", Frequency.class),
                typed.text("catalogue"),
                at);
    }

    private static PlanItem task(UUID id, @Nullable PlanItem before, Typed typed, PlanItem.@Nullable At at) {
        TaskKind kind = typed.choice("kind", TaskKind.class);
        Frequency recurrence = typed.choiceOrNull("recurrence", Frequency.class);
        UUID lead = typed.id("lead");
        List<UUID> coordinating = typed.ids(
                "coordinating",
                before instanceof PlanItem.Task known ? known.coordinating() : List.of(),
                UUID::fromString);
        return new PlanItem.Task(
                id,
                typed.id("group"),
                typed.required("text"),
                typed.id("objective"),
                kind,
                kind == TaskKind.RECURRING ? recurrence : null,
                typed.day("dueOn"),
                lead,
                coordinating.stream().filter(party -> !party.equals(lead)).toList(),
                typed.flag("request"),
                at);
    }

    private static PlanItem duty(UUID id, @Nullable PlanItem before, Typed typed, PlanItem.@Nullable At at) {
        String receiver = typed.text("toAgency");
        return new PlanItem.ReportingDuty(
                id,
                typed.choice("kind", ReportKind.class),
                typed.date("dueOn"),
                typed.flag("recurring"),
                typed.ids(
                        "from",
                        before instanceof PlanItem.ReportingDuty known ? known.from() : List.of(),
                        UUID::fromString),
                typed.text("to"),
                receiver == null ? null : AgencyId.of(receiver),
                typed.text("via"),
                at);
    }

    static Map<String, String> fields(@Nullable Object... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(Objects.requireNonNull(namesAndValues[i]).toString(), written(namesAndValues[i + 1]));
        }
        return fields;
    }

    private static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> VietnameseNumbers.format(number);
            case PartialDate date -> Typed.written(date);
            case LocalDate day -> Typed.written(PartialDate.of(day));
            case Enum<?> choice -> choice.name();
            case Collection<?> ids ->
                ids.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
            default -> value.toString();
        };
    }
}
