/** Finds the parts of a document in its lines: paragraphs made whole, their labels, the tree they form, what each part is. */
@NullMarked
package vn.binhquyen.intake.structure;

import org.jspecify.annotations.NullMarked;
