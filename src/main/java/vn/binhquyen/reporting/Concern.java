package vn.binhquyen.reporting;

import java.util.List;

/**
 * Something to look at again before a report is sent.
 *
 * @param place as in {@link Remark}
 * @param code message key {@code reporting.concern.<code>}
 * @param blocking whether the report can't be sent with it
 */
public record Concern(String place, String code, List<String> arguments, boolean blocking) {}
