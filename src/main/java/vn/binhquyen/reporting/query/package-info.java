/** What lists and desks show of rounds, read straight from the database. */
@NullMarked
package vn.binhquyen.reporting.query;

import org.jspecify.annotations.NullMarked;
