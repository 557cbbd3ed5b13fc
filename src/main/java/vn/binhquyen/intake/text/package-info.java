/** Turns files of the supported kinds into lines of normalised text with hints of how they looked. */
@NullMarked
package vn.binhquyen.intake.text;

import org.jspecify.annotations.NullMarked;
