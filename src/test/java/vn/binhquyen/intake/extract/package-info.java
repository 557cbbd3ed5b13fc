@NullMarked
package vn.binhquyen.intake.extract;

import org.jspecify.annotations.NullMarked;
