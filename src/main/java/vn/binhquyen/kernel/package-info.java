/** What every room shares: values with a unit and a direction, partial dates, and the handling of Vietnamese text. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.binhquyen.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
