/** Administrative units and their agencies, valid in time. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "publishing"})
@NullMarked
package vn.binhquyen.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
