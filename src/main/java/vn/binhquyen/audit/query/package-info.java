/** What pages show of the record, read in SQL. */
@NullMarked
package vn.binhquyen.audit.query;

import org.jspecify.annotations.NullMarked;
