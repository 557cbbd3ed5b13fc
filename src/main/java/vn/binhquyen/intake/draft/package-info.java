/** Turns what was read into the content of a plan, with names matched to agencies, and back, so that it can be checked again. */
@NullMarked
package vn.binhquyen.intake.draft;

import org.jspecify.annotations.NullMarked;
