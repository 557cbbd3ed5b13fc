/** Reading figures: the one language of what, where, when and broken down by what, behind every screen and the API. */
@NamedInterface("query")
@NullMarked
package vn.binhquyen.statistics.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
