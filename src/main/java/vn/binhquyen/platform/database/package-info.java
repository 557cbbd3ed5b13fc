/** Where the data live: the PostgreSQL server that comes with the application, or one named by the environment. */
@NullMarked
package vn.binhquyen.platform.database;

import org.jspecify.annotations.NullMarked;
