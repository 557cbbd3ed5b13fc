/** Asks what is doubtful in a plan: one small file for each question. */
@NullMarked
package vn.binhquyen.intake.check;

import org.jspecify.annotations.NullMarked;
