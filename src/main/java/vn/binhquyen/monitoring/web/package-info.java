/** The pages of indicators. */
@NullMarked
package vn.binhquyen.monitoring.web;

import org.jspecify.annotations.NullMarked;
