/** Reads official documents into structured plans, every fact tied to its place in the text, and lists what is doubtful. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "statistics",
            "organization",
            "access",
            "audit",
            "plan",
            "plan :: query",
            "publishing"
        })
package vn.binhquyen.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
