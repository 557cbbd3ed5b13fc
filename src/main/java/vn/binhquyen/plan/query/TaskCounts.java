package vn.binhquyen.plan.query;

/** How many tasks stand where; the four add up to all of them. */
public record TaskCounts(int notStarted, int underWay, int done, int overdue) {
    public static final TaskCounts NONE = new TaskCounts(0, 0, 0, 0);

    public int all() {
        return notStarted + underWay + done + overdue;
    }

    /** Share of what is done, 0 to 100, rounded down; 0 where there is no task. */
    public int donePercentage() {
        return all() == 0 ? 0 : 100 * done / all();
    }
}
