package vn.binhquyen.statistics.entry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.form.CellKey;

/**
 * What somebody typed into a cell.
 *
 * @param seen the figure that stood there when they typed; null where there was none
 * @param typed as it was typed; empty takes the figure away
 */
public record CellChange(CellKey cell, @Nullable BigDecimal seen, String typed) {}
