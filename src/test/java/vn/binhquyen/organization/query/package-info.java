@NullMarked
package vn.binhquyen.organization.query;

import org.jspecify.annotations.NullMarked;
