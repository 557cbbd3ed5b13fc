@NullMarked
package vn.binhquyen.audit;

import org.jspecify.annotations.NullMarked;
