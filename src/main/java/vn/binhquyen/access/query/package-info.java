/** What pages show of accounts, read in SQL. */
@NullMarked
package vn.binhquyen.access.query;

import org.jspecify.annotations.NullMarked;
