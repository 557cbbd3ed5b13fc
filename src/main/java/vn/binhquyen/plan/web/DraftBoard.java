package vn.binhquyen.plan.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.query.TaskBoard;
import vn.binhquyen.plan.query.TaskCounts;
import vn.binhquyen.plan.query.TaskRow;
import vn.binhquyen.plan.query.TaskStatus;

/** The tasks of a plan that is not in force yet, grouped as they will be. */
final class DraftBoard {
    private record Heading(String key, @Nullable String title) {
        static final Heading NONE = new Heading("none", null);
    }

    private DraftBoard() {}

    static TaskBoard of(PlanId plan, PlanContent content, TaskBoard.Grouping grouping) {
        Map<Heading, List<TaskRow>> groups = new LinkedHashMap<>();
        for (PlanItem.Task task : content.tasks()) {
            TaskRow row = row(plan, content, task);
            for (Heading heading : headings(content, task, grouping)) {
                groups.computeIfAbsent(heading, key -> new ArrayList<>()).add(row);
            }
        }
        List<TaskBoard.Section> sections = groups.entrySet().stream()
                .map(group -> section(group.getKey(), group.getValue(), grouping))
                .sorted(Comparator.comparing(section -> section.key().equals(Heading.NONE.key())))
                .toList();
        return new TaskBoard(grouping, waiting(content.tasks().size()), sections);
    }

    /** The sections with tasks of one status only; all where none is asked for. */
    static List<TaskBoard.Section> only(TaskBoard board, @Nullable TaskStatus status) {
        return board.sections().stream()
                .map(section -> section.only(task -> status == null || task.status() == status))
                .filter(section -> !section.isEmpty())
                .toList();
    }

    private static TaskBoard.Section section(Heading heading, List<TaskRow> tasks, TaskBoard.Grouping grouping) {
        Map<Boolean, List<TaskRow>> byRole = tasks.stream()
                .collect(Collectors.partitioningBy(task -> grouping == TaskBoard.Grouping.AGENCY
                        && heading.title() != null
                        && !heading.title().equals(task.leadName())));
        return new TaskBoard.Section(
                heading.key(),
                heading.title(),
                waiting(tasks.size()),
                byRole.getOrDefault(false, List.of()),
                byRole.getOrDefault(true, List.of()));
    }

    private static List<Heading> headings(PlanContent content, PlanItem.Task task, TaskBoard.Grouping grouping) {
        List<Heading> found = switch (grouping) {
            case AGENCY ->
                Stream.concat(Stream.ofNullable(task.lead()), task.coordinating().stream())
                        .distinct()
                        .flatMap(id -> content.party(id).stream())
                        .map(party -> new Heading(party.id().toString(), party.name()))
                        .toList();
            case OBJECTIVE ->
                objective(content, task.objective()).stream()
                        .map(title -> new Heading(title, title))
                        .toList();
            case DUE_DATE -> List.of(new Heading(dateKey(task), null));
        };
        return found.isEmpty() ? List.of(Heading.NONE) : found;
    }

    private static List<String> objective(PlanContent content, @Nullable UUID id) {
        return content.objectives().stream()
                .filter(objective -> objective.id().equals(id))
                .map(PlanItem.Objective::title)
                .toList();
    }

    private static String dateKey(PlanItem.Task task) {
        return switch (task.kind()) {
            case STANDING -> "standing";
            case ONCE, RECURRING -> task.dueOn() == null ? "undated" : "later";
        };
    }

    private static TaskRow row(PlanId plan, PlanContent content, PlanItem.Task task) {
        return new TaskRow(
                new TaskId(task.id()),
                plan,
                task.text(),
                content.taskGroups().stream()
                        .filter(group -> group.id().equals(task.group()))
                        .map(PlanItem.TaskGroup::title)
                        .findFirst()
                        .orElse(null),
                objective(content, task.objective()).stream().findFirst().orElse(null),
                task.kind(),
                task.recurrence(),
                task.dueOn(),
                task.request(),
                content.party(task.lead()).map(PlanItem.Party::name).orElse(null),
                TaskStatus.NOT_STARTED,
                List.of());
    }

    private static TaskCounts waiting(int tasks) {
        return new TaskCounts(tasks, 0, 0, 0);
    }
}
