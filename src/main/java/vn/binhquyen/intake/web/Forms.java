package vn.binhquyen.intake.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.intake.draft.KnownAgencies;
import vn.binhquyen.intake.review.Agencies;
import vn.binhquyen.intake.review.Field;
import vn.binhquyen.intake.review.HeadFields;
import vn.binhquyen.intake.review.ItemFields;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.web.ItemForm.Entry;
import vn.binhquyen.intake.web.ItemForm.Option;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.TaskKind;
import vn.binhquyen.statistics.NationalStrategy;

/** Opens an item of a draft as a form, with the choices that its fields have. */
@Component
class Forms {
    private static final Set<Field.Kind> OF_AGENCIES = Set.of(Field.Kind.AGENCY, Field.Kind.AGENCIES);

    /** The fields of an item that nobody has saved, as JSON. */
    static final String NOTHING = "{}";

    private final DraftWords words;
    private final Agencies agencies;
    private final JsonMapper json;

    Forms(DraftWords words, Agencies agencies, JsonMapper json) {
        this.words = words;
        this.agencies = agencies;
        this.json = json;
    }

    /** @param mine what the writer wanted where somebody else had saved another value */
    ItemForm head(PlanDraft draft, Map<String, String> mine) {
        Map<String, String> fields = HeadFields.of(draft.content());
        String base = json.writeValueAsString(fields);
        return new ItemForm(
                ItemForm.HEAD,
                null,
                null,
                null,
                base,
                false,
                entries("head", HeadFields.ALL, fields, draft, mine, Map.of()),
                List.of());
    }

    /** The head as it was typed, with what does not fit. */
    ItemForm unfitHead(PlanDraft draft, String base, Map<String, String> typed, Map<String, String> errors) {
        return new ItemForm(
                ItemForm.HEAD,
                null,
                null,
                null,
                base,
                false,
                entries("head", HeadFields.ALL, typed, draft, Map.of(), errors),
                List.of());
    }

    /** @param mine what the writer wanted where somebody else had saved another value */
    ItemForm known(PlanDraft draft, ItemList.Found found, Rows rows, Map<String, String> mine) {
        Map<String, String> fields = ItemFields.of(found.item());
        return new ItemForm(
                found.item().id().toString(),
                found.list(),
                found.parent(),
                null,
                json.writeValueAsString(fields),
                false,
                entries(found.list().key(), ItemFields.of(found.list()), fields, draft, mine, Map.of()),
                rows.inside(found.item()));
    }

    /**
     * The form of an item as it was typed.
     *
     * @param base the fields as the writer saw them; an empty object for an item that is not saved yet
     * @param errors messages by field
     */
    ItemForm typed(
            PlanDraft draft,
            ItemList list,
            UUID id,
            @Nullable UUID parent,
            @Nullable UUID group,
            String base,
            Map<String, String> fields,
            Map<String, String> errors) {
        return new ItemForm(
                id.toString(),
                list,
                parent,
                group,
                base,
                base.equals(NOTHING),
                entries(list.key(), ItemFields.of(list), fields, draft, Map.of(), errors),
                List.of());
    }

    /** What a form sent for its fields. @param sent values by name of the input */
    static Map<String, String> typed(List<Field> fields, Function<String, @Nullable List<String>> sent) {
        return fields.stream()
                .collect(Collectors.toMap(Field::name, field -> typed(field, sent.apply("f_" + field.name()))));
    }

    private static String typed(Field field, @Nullable List<String> values) {
        if (field.kind() == Field.Kind.YES_NO) {
            return String.valueOf(values != null && values.contains("true"));
        }
        if (values == null) {
            return "";
        }
        if (field.kind().several()) {
            return values.stream().filter(value -> !value.isBlank()).sorted().collect(Collectors.joining(","));
        }
        String value = values.getFirst().replace("\r\n", "\n").strip();
        return field.kind() == Field.Kind.CATALOGUE ? value.split(" · ", 2)[0] : value;
    }

    private List<Entry> entries(
            String list,
            List<Field> fields,
            Map<String, String> values,
            PlanDraft draft,
            Map<String, String> mine,
            Map<String, String> errors) {
        boolean ofAgencies = fields.stream().anyMatch(field -> OF_AGENCIES.contains(field.kind()));
        KnownAgencies known = ofAgencies ? agencies.of(draft.head().issuer()) : null;
        List<Entry> entries = new ArrayList<>();
        for (Field field : fields) {
            String value = values.getOrDefault(field.name(), "");
            String wanted = mine.get(field.name());
            String error = errors.get(field.name());
            entries.add(new Entry(
                    field,
                    words.label(list, field.name()),
                    words.help(list, field.name()),
                    field.kind() == Field.Kind.CATALOGUE ? catalogued(value) : value,
                    options(field, value, draft.content(), known),
                    wanted,
                    wanted == null ? null : inWords(field, wanted, draft.content(), known),
                    error == null ? null : words.say(error)));
        }
        return entries;
    }

    private static String catalogued(String code) {
        return NationalStrategy.shipped()
                .find(code)
                .map(measure -> measure.code() + " · " + measure.nameVi())
                .orElse(code);
    }

    private String inWords(Field field, String value, PlanContent content, @Nullable KnownAgencies known) {
        String chosen = options(field, value, content, known).stream()
                .filter(Option::chosen)
                .map(Option::label)
                .collect(Collectors.joining(", "));
        if (field.kind() == Field.Kind.YES_NO) {
            return words.say("intake.yes-no." + value);
        }
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return value.isEmpty() ? words.say("intake.nothing") : value;
    }

    private List<Option> options(Field field, String value, PlanContent content, @Nullable KnownAgencies known) {
        Set<String> chosen =
                Set.copyOf(Arrays.stream(value.split(",", -1)).distinct().toList());
        return switch (field.kind()) {
            case DOCUMENT_KIND -> choices(PlanKind.values(), chosen);
            case DIRECTION -> choices(Direction.values(), chosen);
            case COMPARATOR -> choices(Comparator.values(), chosen);
            case FREQUENCY -> choices(PlanItem.Frequency.values(), chosen);
            case TASK_KIND -> choices(TaskKind.values(), chosen);
            case PARTY_KIND -> choices(PlanItem.PartyKind.values(), chosen);
            case REPORT_KIND -> choices(PlanItem.ReportKind.values(), chosen);
            case BUDGET_SOURCE -> choices(PlanItem.BudgetSource.values(), chosen);
            case OBJECTIVE ->
                options(content.objectives(), chosen, PlanItem.Objective::id, one -> numbered(one.no(), one.title()));
            case TASK_GROUP ->
                options(content.taskGroups(), chosen, PlanItem.TaskGroup::id, one -> numbered(one.no(), one.title()));
            case PARTY, PARTIES -> options(content.parties(), chosen, PlanItem.Party::id, PlanItem.Party::name);
            case AGENCY -> agencies(Objects.requireNonNull(known), true, chosen);
            case AGENCIES -> agencies(Objects.requireNonNull(known), false, chosen);
            case LINE, TEXT, NUMBER, YEAR, DAY, DATE, YES_NO, CATALOGUE -> List.of();
        };
    }

    private static List<Option> agencies(KnownAgencies known, boolean receivers, Set<String> chosen) {
        Stream<Agency> rest = receivers ? known.above().stream() : known.below().stream();
        return Stream.concat(known.own().stream(), rest)
                .map(agency -> new Option(
                        agency.id().toString(),
                        agency.name(),
                        chosen.contains(agency.id().toString())))
                .toList();
    }

    private List<Option> choices(Enum<?>[] values, Set<String> chosen) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), words.choice(value), chosen.contains(value.name())))
                .toList();
    }

    private static <T> List<Option> options(
            List<T> items, Set<String> chosen, Function<T, UUID> id, Function<T, String> label) {
        return items.stream()
                .map(item -> new Option(
                        id.apply(item).toString(),
                        label.apply(item),
                        chosen.contains(id.apply(item).toString())))
                .toList();
    }

    private static String numbered(@Nullable String no, String title) {
        String whole = no == null ? title : no + ". " + title;
        return whole.length() > 90 ? whole.substring(0, 88) + "…" : whole;
    }
}
