package vn.binhquyen.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next hand it back as {@code after} to see more; null on the last page */
public record RegisterPage<I, T>(
        List<Kept<I, T>> rows, @Nullable UUID next) {}
