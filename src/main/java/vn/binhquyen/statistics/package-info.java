/** The indicators of the national strategy, and the values of units, periods and breakdowns from which they are computed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package vn.binhquyen.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
