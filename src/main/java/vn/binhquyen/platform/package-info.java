/** Assembly: the database, the command line, web security's frame, layout and error pages. */
@ApplicationModule
@NullMarked
package vn.binhquyen.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
