package vn.binhquyen.access.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AccountId;

/** @param next hand it back as {@code after} to see more; null on the last page */
public record AccountPage(List<AccountRow> rows, @Nullable AccountId next) {}
