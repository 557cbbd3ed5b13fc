@NullMarked
package vn.binhquyen.kernel;

import org.jspecify.annotations.NullMarked;
