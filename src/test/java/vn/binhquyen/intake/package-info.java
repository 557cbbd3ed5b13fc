@NullMarked
package vn.binhquyen.intake;

import org.jspecify.annotations.NullMarked;
