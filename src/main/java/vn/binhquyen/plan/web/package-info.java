/** Pages of plans and tasks: finding, reading, beginning them, taking their steps, telling progress. */
@NullMarked
package vn.binhquyen.plan.web;

import org.jspecify.annotations.NullMarked;
