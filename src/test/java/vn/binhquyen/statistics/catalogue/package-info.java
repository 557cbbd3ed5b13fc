@NullMarked
package vn.binhquyen.statistics.catalogue;

import org.jspecify.annotations.NullMarked;
