/** Forms: which figures are asked for together, of whom, how often and by when; how they are designed and filled by file. */
@NamedInterface("form")
@NullMarked
package vn.binhquyen.statistics.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
