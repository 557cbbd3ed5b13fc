/** What pages and lists show of plans and tasks, read straight from the database. */
@NamedInterface("query")
@NullMarked
package vn.binhquyen.plan.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
