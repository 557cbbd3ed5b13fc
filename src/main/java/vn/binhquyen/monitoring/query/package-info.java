/** What pages show of indicators: figures, targets and sources joined. */
@NullMarked
package vn.binhquyen.monitoring.query;

import org.jspecify.annotations.NullMarked;
