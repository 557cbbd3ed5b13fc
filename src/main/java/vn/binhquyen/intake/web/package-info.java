/** The pages on which a document is handed in and its reading is reviewed beside the text. */
@NullMarked
package vn.binhquyen.intake.web;

import org.jspecify.annotations.NullMarked;
