/** Plans: what is aimed at, who does what by when, and the way of the document from draft to closing. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "organization", "access", "publishing"})
@NullMarked
package vn.binhquyen.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
