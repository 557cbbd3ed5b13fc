/** The catalogue as it is kept: formulas, and what is counted, measured and broken down, each with its former versions. */
@NamedInterface("catalogue")
@NullMarked
package vn.binhquyen.statistics.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
