package vn.binhquyen.plan.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next hand it back as {@code after} to see more; null on the last page
 * @param former whether plans of units that have ended can stand in the list, whatever the filter
 */
public record PlanPage(List<PlanRow> rows, @Nullable String next, boolean former) {}
