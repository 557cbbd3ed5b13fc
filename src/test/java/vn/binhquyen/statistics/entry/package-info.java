@NullMarked
package vn.binhquyen.statistics.entry;

import org.jspecify.annotations.NullMarked;
