package vn.binhquyen.reporting;

import vn.binhquyen.kernel.Period;

/** What reports are called on paper, and therefore everywhere. */
final class Titles {
    private Titles() {}

    /** "Báo cáo 6 tháng đầu năm 2026". */
    static String of(ReportKind kind, Period period) {
        return "Báo cáo " + about(kind, period);
    }

    /** "6 tháng đầu năm 2026", as in "Kết quả thực hiện công tác bình đẳng giới 6 tháng đầu năm 2026". */
    static String about(ReportKind kind, Period period) {
        return switch (kind) {
            case SIX_MONTH -> "6 tháng " + (period.number() == 1 ? "đầu" : "cuối") + " năm " + period.year();
            case YEAR -> "năm " + period.year();
            case QUARTER -> "quý %s năm %d".formatted(QUARTERS[period.number() - 1], period.year());
            case MONTH -> "tháng %d năm %d".formatted(period.number(), period.year());
            case AD_HOC -> "đột xuất tháng %d năm %d".formatted(period.number(), period.year());
            case MID_TERM -> "sơ kết đến năm " + period.year();
            case FINAL -> "tổng kết đến năm " + period.year();
        };
    }

    private static final String[] QUARTERS = {"I", "II", "III", "IV"};
}
