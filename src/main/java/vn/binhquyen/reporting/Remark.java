package vn.binhquyen.reporting;

import java.time.OffsetDateTime;

/**
 * Why a report was returned, at the place that it is about.
 *
 * @param place {@code report}, {@code section-<name>}, {@code figure-<indicator>} or {@code task-<task>}
 * @param edition the sending of the report that it is about
 */
public record Remark(String place, String text, int edition, OffsetDateTime at, String by) {

    public static final String WHOLE = "report";
}
