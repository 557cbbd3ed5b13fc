/** The indicators of the programme, and the figures of units, periods and breakdowns from which they are computed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "organization", "access", "publishing"})
package vn.binhquyen.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
