package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.TaskGroup;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Is there a group of tasks that no agency is given? Plans seldom say so in words, so a group counts as given where an
 * agency follows its objective, an agency's own tasks hold most of the telling words of its title, or one of its tasks is
 * much like one of an agency.
 */
final class UnassignedTaskGroup implements Rule {

    private static final double ENOUGH = 0.5;
    private static final double ALIKE = 0.4;
    private static final int FEWEST_WORDS = 3;
    private static final Set<String> TELL_NOTHING = Set.of(
            "nhiem", "vu", "giai", "phap", "noi", "dung", "hoat", "dong", "thuc", "hien", "trong", "tam", "chu", "yeu",
            "nhom", "muc", "tieu", "cong", "tac", "viec", "cac", "va", "cua", "ve", "cho", "tang", "cuong", "day",
            "manh", "nang", "cao", "trien", "khai", "to", "chuc", "binh", "dang", "gioi", "nham", "doi", "voi", "tren",
            "dia", "ban", "linh", "vuc", "hieu", "qua", "duoc", "mot", "so", "theo", "tai", "o", "nam");

    private record Given(Set<String> words, List<Set<String>> tasks) {
        static Given of(Assignment assignment) {
            List<Set<String>> tasks = assignment.tasks().stream()
                    .map(task -> UnassignedTaskGroup.words(task.text()))
                    .toList();
            Set<String> all = UnassignedTaskGroup.words(assignment.agency());
            tasks.forEach(all::addAll);
            return new Given(all, tasks);
        }
    }

    @Override
    public String id() {
        return "unassigned-task-group";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan plan = hand.plan();
        if (plan.assignments().isEmpty()) {
            return List.of();
        }
        var left = new ArrayList<Integer>();
        for (int g = 0; g < plan.taskGroups().size(); g++) {
            TaskGroup group = plan.taskGroups().get(g);
            if (plan.assignments().stream().noneMatch(one -> follows(one, group))) {
                left.add(g);
            }
        }
        if (!left.isEmpty()) {
            List<Given> given = plan.assignments().stream().map(Given::of).toList();
            left.removeIf(g -> isGiven(plan.taskGroups().get(g), given));
        }
        if (left.isEmpty()) {
            return List.of();
        }
        TaskGroup first = plan.taskGroups().get(left.getFirst());
        String titles = left.stream().map(g -> plan.taskGroups().get(g).title()).collect(Collectors.joining("; "));
        return List.of(new Doubt("", "taskGroups/" + left.getFirst(), first.at(), left.size(), titles));
    }

    private static boolean isGiven(TaskGroup group, List<Given> given) {
        Set<String> telling = words(group.title());
        if (telling.size() < FEWEST_WORDS) {
            return true;
        }
        List<Set<String>> tasks =
                group.tasks().stream().map(task -> words(task.text())).toList();
        return given.stream()
                .anyMatch(one -> holds(one.words(), telling)
                        || tasks.stream().anyMatch(task -> one.tasks().stream().anyMatch(own -> areAlike(own, task))));
    }

    private static boolean follows(Assignment assignment, TaskGroup group) {
        String objective = group.tasks().stream()
                .map(ReadPlan.GroupTask::objective)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return objective != null
                && (assignment.ownsObjectives().contains(objective)
                        || assignment.ownsIndicators().stream().anyMatch(no -> no.startsWith(objective + ".")));
    }

    private static boolean holds(Set<String> said, Set<String> telling) {
        return telling.stream().filter(said::contains).count() >= ENOUGH * telling.size();
    }

    private static boolean areAlike(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return common >= FEWEST_WORDS && common >= ALIKE * Math.min(one.size(), other.size());
    }

    private static Set<String> words(String text) {
        String folded = VietnameseText.fold(text);
        var words = new HashSet<String>();
        int from = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i == folded.length() || !Words.isLetter(folded.charAt(i))) {
                if (i > from) {
                    words.add(folded.substring(from, i));
                }
                from = i + 1;
            }
        }
        words.removeAll(TELL_NOTHING);
        return words;
    }
}
