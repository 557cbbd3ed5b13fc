/** Pages of signing in and of accounts. */
@NullMarked
package vn.binhquyen.access.web;

import org.jspecify.annotations.NullMarked;
