package vn.binhquyen.organization.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;

/** @param next hand it back as {@code after} to see more; null on the last page */
public record AgencyPage(List<AgencyRow> rows, @Nullable AgencyId next) {}
