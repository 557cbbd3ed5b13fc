package vn.binhquyen.plan;

import java.util.regex.Pattern;

/** The place before the date of a document is the unit's name without its kind (Nghị định 30/2020/NĐ-CP, Appendix I.II.4). */
final class PlaceNames {
    private static final Pattern KIND = Pattern.compile(
            "^(tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã|phường|đặc khu)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PlaceNames() {}

    static String withoutKind(String unitName) {
        return KIND.matcher(unitName).replaceFirst("");
    }
}
