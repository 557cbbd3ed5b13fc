package vn.binhquyen.statistics.quality;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;

/**
 * Which owed sheets are asked for; null leaves a question open.
 *
 * @param form code of the form
 * @param words in the name of the unit; may be empty
 * @param after the cursor of the last sheet of the page before; null for the first page
 */
public record OwedFilter(
        @Nullable String form,
        @Nullable Period period,
        OwedSheet.@Nullable State state,
        String words,
        @Nullable String after) {}
