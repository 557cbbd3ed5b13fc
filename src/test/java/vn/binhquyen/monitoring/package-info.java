@NullMarked
package vn.binhquyen.monitoring;

import org.jspecify.annotations.NullMarked;
