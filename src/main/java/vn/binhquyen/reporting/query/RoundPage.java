package vn.binhquyen.reporting.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next hand it back as {@code after} to see more; null on the last page
 * @param former whether reports of units that have ended can stand in the list, whatever the filter
 */
public record RoundPage(List<RoundRow> rows, @Nullable String next, boolean former) {}
