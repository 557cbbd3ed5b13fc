/** Accounts, roles and rights: who signs in, and who may do what where. */
@ApplicationModule(allowedDependencies = {"kernel", "organization", "audit", "publishing"})
@NullMarked
package vn.binhquyen.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
