/** The pages of reports: the list, the desk of a round, the editor, the received report, the consolidated report. */
@NullMarked
package vn.binhquyen.reporting.web;

import org.jspecify.annotations.NullMarked;
