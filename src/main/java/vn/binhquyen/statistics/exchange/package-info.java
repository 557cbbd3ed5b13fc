/** Figures that come in bulk from files and other programs. */
@NamedInterface("exchange")
@NullMarked
package vn.binhquyen.statistics.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
