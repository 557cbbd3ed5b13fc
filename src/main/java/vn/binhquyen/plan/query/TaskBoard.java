package vn.binhquyen.plan.query;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tasks of a plan, grouped; a task with several agencies stands under each of them. */
public record TaskBoard(Grouping grouping, TaskCounts counts, List<Section> sections) {
    public enum Grouping {
        AGENCY,
        OBJECTIVE,
        DUE_DATE
    }

    /**
     * @param key names the section in a link: an agency's id, an objective's title, or one of {@code overdue}, {@code
     *     month}, {@code later}, {@code standing}, {@code undated}, {@code done}
     * @param title in the words of the plan; null where the key's message ({@code plan.board.<key>}) is the title, as for
     *     {@code none}: without agency or objective
     * @param counts of both lists
     * @param tasks what stands under the heading; where that is an agency, what it leads
     * @param helping where the heading is an agency, the tasks of others in which it takes part
     */
    public record Section(
            String key, @Nullable String title, TaskCounts counts, List<TaskRow> tasks, List<TaskRow> helping) {
        public boolean isEmpty() {
            return tasks.isEmpty() && helping.isEmpty();
        }

        /** The section with those of its tasks only that fit. */
        public Section only(Predicate<TaskRow> fits) {
            return new Section(
                    key,
                    title,
                    counts,
                    tasks.stream().filter(fits).toList(),
                    helping.stream().filter(fits).toList());
        }
    }
}
