package vn.binhquyen.audit.query;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next the entry after which the next page begins; null on the last */
public record AuditPage(List<AuditRow> rows, @Nullable UUID next) {}
