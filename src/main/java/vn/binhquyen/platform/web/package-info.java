/** The frame of every page: layout, language, home, search, error pages. */
@NullMarked
package vn.binhquyen.platform.web;

import org.jspecify.annotations.NullMarked;
