/** Tests of the pages of plans and tasks, for every role. */
@NullMarked
package vn.binhquyen.plan.web;

import org.jspecify.annotations.NullMarked;
