@NullMarked
package vn.binhquyen.intake.web.registers;

import org.jspecify.annotations.NullMarked;
