/** Makes lines of text out of words that have a place on a page: rows, columns, ruled tables, whole paragraphs. */
@NullMarked
package vn.binhquyen.intake.text.page;

import org.jspecify.annotations.NullMarked;
