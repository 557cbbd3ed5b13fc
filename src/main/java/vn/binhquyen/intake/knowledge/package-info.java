/** What the rules know of the world outside the document: legal documents and bodies with the time of their validity. */
@NullMarked
package vn.binhquyen.intake.knowledge;

import org.jspecify.annotations.NullMarked;
