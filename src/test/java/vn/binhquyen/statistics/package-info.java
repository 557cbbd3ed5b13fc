@NullMarked
package vn.binhquyen.statistics;

import org.jspecify.annotations.NullMarked;
