/** Pages of the record. */
@NullMarked
package vn.binhquyen.audit.web;

import org.jspecify.annotations.NullMarked;
