package vn.binhquyen.plan.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.plan.TaskKind;
import vn.binhquyen.plan.TaskRole;
import vn.binhquyen.plan.TaskState;

/** Groups the tasks of a plan for its board: pure functions. */
final class Boards {
    private static final String NONE = "none";
    private static final int SOON_DAYS = 30;

    private record Key(String name, @Nullable String title) {}

    private Boards() {}

    static TaskBoard board(List<TaskRow> tasks, TaskBoard.Grouping grouping, AgencyId own, LocalDate today) {
        List<TaskBoard.Section> sections = switch (grouping) {
            case AGENCY -> byAgency(tasks, own);
            case OBJECTIVE -> grouped(tasks, Boards::objective, null);
            case DUE_DATE -> grouped(tasks, task -> new Key(due(task, today), null), DUE_ORDER);
        };
        return new TaskBoard(grouping, counts(tasks, TaskRow::status), sections);
    }

    static TaskCounts counts(List<TaskRow> tasks, Function<TaskRow, TaskStatus> status) {
        Map<TaskStatus, Integer> counts = new EnumMap<>(TaskStatus.class);
        tasks.forEach(task -> counts.merge(status.apply(task), 1, Integer::sum));
        return new TaskCounts(
                counts.getOrDefault(TaskStatus.NOT_STARTED, 0),
                counts.getOrDefault(TaskStatus.UNDER_WAY, 0),
                counts.getOrDefault(TaskStatus.DONE, 0),
                counts.getOrDefault(TaskStatus.OVERDUE, 0));
    }

    /** Own agency first, then as the plan first names them, at last what nobody has; counted is what each has done itself. */
    private static List<TaskBoard.Section> byAgency(List<TaskRow> tasks, AgencyId own) {
        Map<String, List<TaskRow>> byKey = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        for (TaskRow task : tasks) {
            for (TaskRow.Part part : task.parts()) {
                String key = part.agency().toString();
                titles.put(key, part.agencyName());
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(task);
            }
            if (task.parts().isEmpty()) {
                String lead = task.leadName();
                String key = lead == null ? NONE : lead;
                if (lead != null) {
                    titles.put(key, lead);
                }
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(task);
            }
        }
        return byKey.entrySet().stream()
                .map(entry -> new TaskBoard.Section(
                        entry.getKey(),
                        titles.get(entry.getKey()),
                        counts(entry.getValue(), task -> statusFor(task, entry.getKey())),
                        entry.getValue().stream()
                                .filter(task -> !helps(entry.getKey(), task))
                                .toList(),
                        entry.getValue().stream()
                                .filter(task -> helps(entry.getKey(), task))
                                .toList()))
                .sorted(Comparator.comparing(
                                (TaskBoard.Section section) -> !section.key().equals(own.toString()))
                        .thenComparing(section -> section.key().equals(NONE)))
                .toList();
    }

    private static boolean helps(String agency, TaskRow task) {
        return task.parts().stream()
                .anyMatch(part -> part.agency().toString().equals(agency) && part.role() == TaskRole.COORDINATE);
    }

    private static TaskStatus statusFor(TaskRow task, String agency) {
        return task.parts().stream()
                .filter(part -> part.agency().toString().equals(agency))
                .findFirst()
                .map(part -> part.state() == TaskState.DONE
                        ? TaskStatus.DONE
                        : task.status() == TaskStatus.OVERDUE
                                ? TaskStatus.OVERDUE
                                : TaskStatus.valueOf(part.state().name()))
                .orElse(task.status());
    }

    private static Key objective(TaskRow task) {
        return task.objective() == null ? new Key(NONE, null) : new Key(task.objective(), task.objective());
    }

    static final List<String> DUE_ORDER = List.of("overdue", "month", "later", "undated", "standing", "done");

    private static String due(TaskRow task, LocalDate today) {
        LocalDate due = task.dueOn();
        if (task.status() == TaskStatus.DONE) {
            return "done";
        }
        if (task.status() == TaskStatus.OVERDUE) {
            return "overdue";
        }
        if (task.kind() == TaskKind.STANDING) {
            return "standing";
        }
        if (due == null) {
            return "undated";
        }
        return due.isAfter(today.plusDays(SOON_DAYS)) ? "later" : "month";
    }

    private static List<TaskBoard.Section> grouped(
            List<TaskRow> tasks, Function<TaskRow, Key> key, @Nullable List<String> order) {
        Map<Key, List<TaskRow>> groups = new LinkedHashMap<>();
        tasks.forEach(task ->
                groups.computeIfAbsent(key.apply(task), k -> new ArrayList<>()).add(task));
        Comparator<TaskBoard.Section> sorting = order == null
                ? Comparator.comparing(section -> section.key().equals(NONE))
                : Comparator.comparing(section -> order.indexOf(section.key()));
        return groups.entrySet().stream()
                .map(entry -> new TaskBoard.Section(
                        entry.getKey().name(),
                        entry.getKey().title(),
                        counts(entry.getValue(), TaskRow::status),
                        entry.getValue(),
                        List.of()))
                .sorted(sorting)
                .toList();
    }
}
