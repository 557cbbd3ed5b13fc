/** Renders an official document to DOCX and PDF by the layout rules of Decree 30/2020/NĐ-CP, and lists to XLSX. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package vn.binhquyen.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
