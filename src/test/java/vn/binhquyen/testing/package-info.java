/** What tests of all rooms share: the database, the whole application, a small province to work in. */
@NullMarked
package vn.binhquyen.testing;

import org.jspecify.annotations.NullMarked;
