/** Bình Quyền: plans, reports and figures of gender-equality work, from the commune to the nation. */
@NullMarked
package vn.binhquyen;

import org.jspecify.annotations.NullMarked;
