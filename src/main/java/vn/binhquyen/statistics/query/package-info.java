/**
 * Reading figures: the one language of what, where, when and broken down by what, behind every screen and the API.
 *
 * <p>A question in words ({@code Questions}) becomes one of keys ({@code Figures}, {@code IndicatorFigures}); sums of single
 * units and periods answer it ({@code BaseFigures}, from {@code KeptSums} or {@code UnitSums}), put together over boundaries
 * and time ({@code Answer}) and withheld where they are small ({@code Withholding}). {@code Summing} and {@code Layers} say
 * what belongs to which sum; {@code Rollups} keeps the sums, {@code RollupCheck} proves them, {@code Sources} says where they
 * come from.
 */
@NamedInterface("query")
@NullMarked
package vn.binhquyen.statistics.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
