/** The product used as its users use it, in a real browser. */
@NullMarked
package vn.binhquyen.journey;

import org.jspecify.annotations.NullMarked;
