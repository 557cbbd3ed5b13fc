@NullMarked
package vn.binhquyen.intake.text;

import org.jspecify.annotations.NullMarked;
