@NullMarked
package vn.binhquyen.platform.database;

import org.jspecify.annotations.NullMarked;
