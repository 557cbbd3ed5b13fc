/** The pages of the registers that the rules read: legal documents, and bodies that ended. */
@NullMarked
package vn.binhquyen.intake.web.registers;

import org.jspecify.annotations.NullMarked;
