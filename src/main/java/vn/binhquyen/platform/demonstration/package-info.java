/** The demonstration: an invented small province whose history is made through the doors of the rooms, never by SQL. */
@NullMarked
package vn.binhquyen.platform.demonstration;

import org.jspecify.annotations.NullMarked;
