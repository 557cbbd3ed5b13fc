/** The record of who did what to which thing: append-only, marked by the application, sealed into a chain per province. */
@ApplicationModule(allowedDependencies = {"kernel", "publishing"})
@NullMarked
package vn.binhquyen.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
