@NullMarked
package vn.binhquyen.intake.knowledge;

import org.jspecify.annotations.NullMarked;
