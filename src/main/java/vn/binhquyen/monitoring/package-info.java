/** Where targets meet figures: what an indicator says of a unit, what is aimed at, and how far it has come. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organization",
            "statistics",
            "statistics :: catalogue",
            "statistics :: query",
            "plan",
            "plan :: query",
            "publishing"
        })
@NullMarked
package vn.binhquyen.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
