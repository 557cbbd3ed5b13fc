/** Entering figures by hand into forms: cell by cell, by several people at once, with what each of them saw. */
@NamedInterface("entry")
@NullMarked
package vn.binhquyen.statistics.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
