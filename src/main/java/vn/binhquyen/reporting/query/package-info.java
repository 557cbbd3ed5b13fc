/** What lists and desks show of rounds, read straight from the database. */
@NamedInterface("query")
@NullMarked
package vn.binhquyen.reporting.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
