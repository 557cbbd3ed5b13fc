package vn.binhquyen.kernel;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows as the columns that {@code unnest} takes, so that one statement serves many. */
public final class Columns {
    private Columns() {}

    /** One column in the order of the rows; its elements may be null. */
    public static <E, T> T[] column(
            Collection<E> rows, Function<? super E, ? extends @Nullable T> value, IntFunction<T[]> array) {
        T[] column = array.apply(rows.size());
        int place = 0;
        for (E row : rows) {
            column[place++] = value.apply(row);
        }
        return column;
    }
}
