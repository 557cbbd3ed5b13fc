/** What pages show of the committee, read in SQL. */
@NullMarked
package vn.binhquyen.committee.query;

import org.jspecify.annotations.NullMarked;
