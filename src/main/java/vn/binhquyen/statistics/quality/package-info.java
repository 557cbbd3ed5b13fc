/** Whether figures can be right: rules, outliers, repeated and missing figures, and the locks that keep what is settled. */
@NamedInterface("quality")
@NullMarked
package vn.binhquyen.statistics.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
