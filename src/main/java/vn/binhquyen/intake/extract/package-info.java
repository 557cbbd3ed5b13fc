/** Reads the facts of a plan from the parts of its document: one small reader for each kind of fact. */
@NullMarked
package vn.binhquyen.intake.extract;

import org.jspecify.annotations.NullMarked;
