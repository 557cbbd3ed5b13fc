@NullMarked
package vn.binhquyen.statistics.exchange;

import org.jspecify.annotations.NullMarked;
