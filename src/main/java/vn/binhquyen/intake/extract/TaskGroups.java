package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.ReadPlan.GroupTask;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.intake.ReadPlan.TaskGroup;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.intake.structure.Part;
import vn.binhquyen.intake.structure.Table;
import vn.binhquyen.kernel.Names;

/** The tasks and solutions, grouped as the document groups them. */
final class TaskGroups {

    private static final Pattern OBJECTIVE = Pattern.compile("muc tieu (?:so )?(?<no>\\d{1,2})(?!\\d)");
    private static final double SAME_FIELD = 0.8;

    private final List<Objective> objectives;
    private final List<TaskGroup> groups = new ArrayList<>();

    private TaskGroups(List<Objective> objectives) {
        this.objectives = objectives;
    }

    static List<TaskGroup> of(Outline outline, List<Objective> objectives) {
        var reader = new TaskGroups(objectives);
        outline.partsOf(Part.TASKS)
                .forEach(part -> reader.group(part, part.label().text()));
        return List.copyOf(reader.groups);
    }

    private void group(Node node, String no) {
        String objective = objective(node);
        var tasks = new ArrayList<GroupTask>();
        if (node.hasInline()) {
            Node.Words words = node.inline();
            tasks.add(new GroupTask(
                    words.text().strip(),
                    objective,
                    node.block().place(words.from(), node.block().text().length())));
        }
        int at = groups.size();
        for (Node child : node.children()) {
            if (child.part() != Part.TASKS) {
                continue;
            }
            Table table = child.block().table();
            if (table != null) {
                table.rows().stream()
                        .filter(row -> !table.isSection(row))
                        .flatMap(row -> TargetTable.subject(table, row).stream())
                        .forEach(cell -> tasks.add(new GroupTask(cell.text(), objective, cell.at())));
                continue;
            }
            if (isGroup(child)) {
                group(child, number(no, child.label()));
            } else if (!(child.label().kind() == Label.Kind.NONE
                    && child.block().body().strip().endsWith(":"))) {
                tasks.add(new GroupTask(child.wholeText(), objective, child.place()));
            }
        }
        if (!tasks.isEmpty()) {
            groups.add(
                    at, new TaskGroup(no.isEmpty() ? null : no, node.title(), List.copyOf(tasks), node.titlePlace()));
        }
    }

    private static boolean isGroup(Node node) {
        boolean holds = !node.children().isEmpty();
        boolean wide = node.label().kind().compareTo(Label.Kind.LETTER) < 0
                || node.label().kind() == Label.Kind.NONE;
        boolean lettered = node.label().kind() == Label.Kind.LETTER && holds && node.isHeadingLike();
        return lettered
                || (wide && node.isHeadingLike() && (holds || node.hasInline()))
                || (wide && node.block().isBold() && node.label().isPresent() && node.hasInline());
    }

    private static String number(String above, Label label) {
        if (label.text().isEmpty()) {
            return above;
        }
        return above.isEmpty() ? label.text() : above + "." + label.text();
    }

    private @Nullable String objective(Node node) {
        for (Node around = node; around != null; around = around.parent()) {
            Matcher named = OBJECTIVE.matcher(around.foldedTitle());
            if (named.find()) {
                return named.group("no");
            }
        }
        return objectives.stream()
                .filter(objective ->
                        objective.no() != null && Names.areAlike(objective.title(), node.title(), SAME_FIELD))
                .findFirst()
                .map(Objective::no)
                .orElse(null);
    }
}
