/** Puts the rooms together: the commands, the database, the jobs and the layout. */
@NullMarked
@ApplicationModule
package vn.binhquyen.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
