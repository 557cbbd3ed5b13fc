/** Reports: who owes which one by when, their way to whom receives them, and the consolidated report that goes up. */
@ApplicationModule(
        allowedDependencies = {"kernel", "audit", "organization", "access", "statistics", "plan", "publishing"})
@NullMarked
package vn.binhquyen.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
