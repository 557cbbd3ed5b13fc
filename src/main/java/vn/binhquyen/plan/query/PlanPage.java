package vn.binhquyen.plan.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next hand it back as {@code after} to see more; null on the last page
 * @param former whether the actor may see plans of units that have ended, whatever the filter
 */
public record PlanPage(List<PlanRow> rows, @Nullable String next, boolean former) {}
