package vn.binhquyen.organization.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;

/** @param next the unit after which the next page begins; null on the last */
public record UnitPage(List<UnitRow> rows, @Nullable UnitId next) {}
