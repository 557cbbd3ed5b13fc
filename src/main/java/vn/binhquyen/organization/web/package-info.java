/** Pages of units and agencies. */
@NullMarked
package vn.binhquyen.organization.web;

import org.jspecify.annotations.NullMarked;
