/** Pages of the committee. */
@NullMarked
package vn.binhquyen.committee.web;

import org.jspecify.annotations.NullMarked;
