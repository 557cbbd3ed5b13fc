/** The Committee for the Advancement of Women of a unit: who sits on it by which decision, and which seats are vacant. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "organization", "publishing"})
@NullMarked
package vn.binhquyen.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
