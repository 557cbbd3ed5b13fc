/** The append-only record of who did what to which thing, written in the transaction of the change. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package vn.binhquyen.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
