package vn.binhquyen.intake.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.review.Progress;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.TaskKind;

/** Puts the items of a draft into rows and blocks, each saying its most important things in one line. */
final class Rows {
    private final PlanContent content;
    private final Map<AgencyId, String> agencyNames;
    private final Set<UUID> doubtful;
    private final Progress progress;
    private final DraftWords words;

    /** @param agencyNames names of the agencies that parties stand for */
    Rows(
            PlanContent content,
            Map<AgencyId, String> agencyNames,
            Set<UUID> doubtful,
            Progress progress,
            DraftWords words) {
        this.content = content;
        this.agencyNames = agencyNames;
        this.doubtful = doubtful;
        this.progress = progress;
        this.words = words;
    }

    List<Block> blocks(Section section) {
        return switch (section) {
            case GOALS -> goals();
            case TASKS -> tasks();
            case PARTIES -> List.of(block("intake.block.parties", ItemList.PARTIES, content.parties()));
            case REPORTS ->
                List.of(block("intake.block.reports", ItemList.REPORTING_DUTIES, content.reportingDuties()));
            case BASES -> List.of(block("intake.block.bases", ItemList.LEGAL_BASES, content.legalBases()));
            case GENERAL ->
                List.of(
                        block("intake.block.purposes", ItemList.PURPOSES, content.purposes()),
                        block("intake.block.requirements", ItemList.REQUIREMENTS, content.requirements()),
                        block("intake.block.budget", ItemList.BUDGET, content.budget()),
                        block("intake.block.events", ItemList.EVENTS, content.events()),
                        block("intake.block.recipients", ItemList.RECIPIENTS, content.recipients()));
            case REVIEW, COMPARE -> List.of();
        };
    }

    Row row(ItemList.Found found) {
        return row(found.list(), found.item());
    }

    /**
     * An item in a few words.
     *
     * @param label what it is: "Chỉ tiêu 2.2"
     * @param text what it says; empty where the label says it all
     */
    record About(String label, String text) {}

    /** @param said a sentence beside it, which need not be said twice */
    @Nullable
    About about(UUID id, String said) {
        Optional<ItemList.Found> found = ItemList.find(content, id);
        Optional<ItemList.Found> shown = found.filter(one -> one.list() == ItemList.TARGETS)
                .flatMap(target -> Optional.ofNullable(target.parent()))
                .flatMap(parent -> ItemList.find(content, parent))
                .or(() -> found);
        return shown.map(one -> about(one, said)).orElse(null);
    }

    private @Nullable About about(ItemList.Found found, String said) {
        String label = words.say("intake.about." + found.list().key());
        String text = row(found).title();
        if (found.item() instanceof PlanItem.Indicator indicator) {
            label = join(" ", label, number(found.parent(), indicator));
            text = indicator.text();
        }
        return said.contains(text) ? null : new About(label, text);
    }

    /** "2.4": the number of an indicator behind that of its objective. */
    private @Nullable String number(@Nullable UUID objective, PlanItem.Indicator indicator) {
        String of = content.objectives().stream()
                .filter(one -> one.id().equals(objective))
                .map(PlanItem.Objective::no)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String no = indicator.no();
        return of == null || no == null || no.startsWith(of + ".") ? no : of + "." + no;
    }

    /** The targets of an indicator. */
    List<Row> inside(PlanItem item) {
        return item instanceof PlanItem.Indicator indicator
                ? indicator.targets().stream()
                        .map(target -> row(ItemList.TARGETS, target))
                        .toList()
                : List.of();
    }

    private List<Block> goals() {
        List<Block> blocks = new ArrayList<>();
        for (PlanItem.Objective objective : content.objectives()) {
            List<Row> rows = objective.indicators().stream()
                    .map(indicator -> row(ItemList.INDICATORS, indicator))
                    .toList();
            blocks.add(new Block(
                    null, row(ItemList.OBJECTIVES, objective), rows, ItemList.INDICATORS, objective.id(), null));
        }
        blocks.add(new Block(null, null, List.of(), ItemList.OBJECTIVES, null, null));
        return blocks;
    }

    private List<Block> tasks() {
        List<Block> blocks = new ArrayList<>();
        for (PlanItem.TaskGroup group : content.taskGroups()) {
            blocks.add(new Block(
                    null,
                    row(ItemList.TASK_GROUPS, group),
                    rows(content.tasksOfGroup(group.id())),
                    ItemList.TASKS,
                    null,
                    group.id()));
        }
        blocks.add(new Block(null, null, List.of(), ItemList.TASK_GROUPS, null, null));
        List<PlanItem.Task> direct =
                content.tasks().stream().filter(task -> task.group() == null).toList();
        blocks.add(new Block("intake.block.direct-tasks", null, rows(direct), ItemList.TASKS, null, null));
        return blocks;
    }

    private List<Row> rows(List<PlanItem.Task> tasks) {
        return tasks.stream().map(task -> row(ItemList.TASKS, task)).toList();
    }

    private Block block(String title, ItemList list, List<? extends PlanItem> items) {
        return new Block(
                title, null, items.stream().map(item -> row(list, item)).toList(), list, null, null);
    }

    private Row row(ItemList list, PlanItem item) {
        return switch (item) {
            case PlanItem.LegalBasis it ->
                row(
                        list,
                        it,
                        join(" ", it.type(), it.number()),
                        join(" · ", it.issuedOn() == null ? null : words.date(it.issuedOn()), it.issuer(), it.title()),
                        null,
                        it.parentPlan() ? List.of(chip("brand", "sitemap", "intake.chip.parent-plan")) : List.of());
            case PlanItem.Statement it -> row(list, it, it.text(), "", null, List.of());
            case PlanItem.Objective it -> row(list, it, join(". ", it.no(), it.title()), "", null, List.of());
            case PlanItem.TaskGroup it -> row(list, it, join(". ", it.no(), it.title()), "", null, List.of());
            case PlanItem.Indicator it ->
                row(
                        list,
                        it,
                        join(". ", it.no(), it.text()),
                        join(" · ", national(it.catalogue()), names(it.owners())),
                        it.targets().stream().map(words::target).collect(Collectors.joining("\n")),
                        it.owners().isEmpty() ? List.of(chip("none", "users", "intake.chip.no-owner")) : List.of());
            case PlanItem.Target it ->
                row(list, it, words.target(it), join(" · ", it.what(), national(it.catalogue())), null, List.of());
            case PlanItem.Task it -> task(list, it);
            case PlanItem.Party it -> party(list, it);
            case PlanItem.BudgetLine it -> row(list, it, it.text(), words.choice(it.source()), null, List.of());
            case PlanItem.ReportingDuty it ->
                row(
                        list,
                        it,
                        words.choice(it.kind()),
                        join(
                                " → ",
                                it.from().isEmpty() ? words.say("intake.row.nobody") : names(it.from()),
                                join(" · ", it.to(), it.via())),
                        it.dueOn() == null ? null : words.date(it.dueOn()),
                        it.dueOn() == null
                                ? List.of(chip("warn", "clock", "intake.chip.no-date"))
                                : it.recurring()
                                        ? List.of(chip("none", "refresh", "intake.chip.recurring"))
                                        : List.of());
            case PlanItem.Event it ->
                row(
                        list,
                        it,
                        it.name(),
                        "",
                        words.date(it.from()) + " – " + words.date(it.to()),
                        it.yearly() ? List.of(chip("none", "refresh", "intake.chip.recurring")) : List.of());
            case PlanItem.Recipient it -> row(list, it, it.name(), join(" ", it.purpose()), null, List.of());
        };
    }

    private Row task(ItemList list, PlanItem.Task task) {
        String lead = task.lead() == null ? null : names(List.of(task.lead()));
        String with = task.coordinating().isEmpty() ? null : words.say("intake.row.with", names(task.coordinating()));
        List<Row.Chip> chips = new ArrayList<>();
        if (task.request()) {
            chips.add(chip("none", "message", "intake.chip.request"));
        }
        if (lead == null && task.coordinating().isEmpty()) {
            chips.add(chip("none", "users", "intake.chip.no-lead"));
        }
        boolean undated = task.kind() == TaskKind.ONCE && task.dueOn() == null;
        if (undated && !task.request()) {
            chips.add(chip("none", "clock", "intake.chip.no-date"));
        }
        String when = task.dueOn() == null ? words.choice(task.kind()) : words.day(task.dueOn());
        return row(list, task, task.text(), join(" · ", lead, with), undated ? null : when, chips);
    }

    private Row party(ItemList list, PlanItem.Party party) {
        List<String> known = party.agencies().stream()
                .map(agencyNames::get)
                .filter(Objects::nonNull)
                .toList();
        String standsFor = known.size() > 3
                ? words.say("intake.row.and-more", String.join(", ", known.subList(0, 3)), known.size() - 3)
                : String.join(", ", known);
        List<Row.Chip> chips = new ArrayList<>();
        if (party.request()) {
            chips.add(chip("none", "message", "intake.chip.request"));
        }
        if (party.unmatched()) {
            boolean group = party.kind() == PlanItem.PartyKind.GROUP;
            chips.add(chip("warn", "alert-triangle", group ? "intake.chip.nobody" : "intake.chip.unmatched"));
        } else if (party.kind() == PlanItem.PartyKind.GROUP) {
            chips.add(new Row.Chip("brand", "users", words.say("intake.chip.members", known.size())));
        } else {
            chips.add(chip("ok", "check", "intake.chip.matched"));
        }
        return row(list, party, party.name(), standsFor, null, chips);
    }

    private Row row(
            ItemList list, PlanItem item, String title, String detail, @Nullable String figure, List<Row.Chip> chips) {
        return new Row(
                item.id().toString(),
                list,
                title,
                detail,
                figure == null || figure.isEmpty() ? null : figure,
                chips,
                isDoubtful(item),
                item.at() != null,
                list == ItemList.TARGETS ? null : certainty(item));
    }

    private Row.Certainty certainty(PlanItem item) {
        if (progress.seen().contains(item.id())) {
            return Row.Certainty.SEEN;
        }
        return progress.certain().contains(item.id()) ? Row.Certainty.CERTAIN : Row.Certainty.TO_LOOK_AT;
    }

    /** An indicator is in doubt with any of its targets. */
    private boolean isDoubtful(PlanItem item) {
        boolean inside = item instanceof PlanItem.Indicator indicator
                && indicator.targets().stream().anyMatch(target -> doubtful.contains(target.id()));
        return inside || doubtful.contains(item.id());
    }

    /** "Chỉ tiêu quốc gia 2.2" for the code NQ28-2.2. */
    private @Nullable String national(@Nullable String code) {
        return code == null ? null : words.say("intake.row.national", code.replaceFirst("^[^-]+-", ""));
    }

    private Row.Chip chip(String colour, String icon, String key) {
        return new Row.Chip(colour, icon, words.say(key));
    }

    private String names(Collection<UUID> parties) {
        return parties.stream()
                .flatMap(id -> content.party(id).stream())
                .map(PlanItem.Party::name)
                .collect(Collectors.joining(", "));
    }

    private static String join(String between, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(between));
    }
}
