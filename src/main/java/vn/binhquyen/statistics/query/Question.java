package vn.binhquyen.statistics.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked in words that programs and addresses can hold.
 *
 * @param what codes of elements and indicators
 * @param where codes or ids of units; "19/COMMUNE" for all communes at or below one, "19/phường" for those of a kind
 * @param when "2026Q2", "2025Q1..2026Q4", "last-4-quarters", "last-12-months", "last-5-years", "this-year"
 * @param by dimensions such as "sex" by whose options it is split, or single options such as "sex:female"
 * @param after the last unit of the page before; null for the first page
 * @param units so many units make a page
 */
public record Question(
        List<String> what,
        List<String> where,
        List<String> when,
        List<String> by,
        Drawn drawn,
        @Nullable Integer after,
        int units) {
    /** All at once, as long as it is not too much. */
    public static final int ALL = Integer.MAX_VALUE;

    public Question {
        what = List.copyOf(what);
        where = List.copyOf(where);
        when = List.copyOf(when);
        by = List.copyOf(by);
    }
}
