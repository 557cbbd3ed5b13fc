package vn.binhquyen.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next hand it back as {@code after} to see more; null on the last page */
public record RegisterPage<E>(List<Kept<E>> rows, @Nullable EntryId next) {}
