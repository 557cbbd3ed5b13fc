/** What pages and other rooms show of units and agencies, read in SQL; units as of any day, and figures by other boundaries. */
@NamedInterface("query")
@NullMarked
package vn.binhquyen.organization.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
