package vn.binhquyen.statistics.quality;

import org.jspecify.annotations.Nullable;

/**
 * A coarser breakdown that a breakdown is a part of.
 *
 * @param whole the coarser one
 * @param dropped the dimensions by which it is coarser, such as "age,sex"
 * @param needed so many parts make the whole; null where one person may count under several, so that nothing can be added
 * @param complete whether the parts make the whole where all were given; else some may never be given
 * @param women whether the part is its women
 */
record Margin(int whole, String dropped, @Nullable Integer needed, boolean complete, boolean women) {}
