/** Figures that come in bulk from files and other programs. */
@NullMarked
package vn.binhquyen.statistics.exchange;

import org.jspecify.annotations.NullMarked;
