/** What pages show of units and agencies, read in SQL. */
@NullMarked
package vn.binhquyen.organization.query;

import org.jspecify.annotations.NullMarked;
