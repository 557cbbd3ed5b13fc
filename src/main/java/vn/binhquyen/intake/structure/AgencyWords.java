package vn.binhquyen.intake.structure;

import java.util.regex.Pattern;
import vn.binhquyen.kernel.VietnameseText;

/** Tells whether words name a body of the administration, a party organisation, a union, a school, or a group of such. */
public final class AgencyWords {

    private static final String KINDS =
            "sở|phòng|ban(?! hành)|bộ(?! máy| tiêu)|vụ|cục|chi cục|tổng cục|thanh tra|văn phòng|công an|bộ đội|đồn"
                + " biên phòng|quân sự|ủy ban|ubnd|hđnd|hội đồng|mặt trận|mttq|ubmttq|ubmttqvn|hội(?! nghị| thảo|"
                + " nhập)|đoàn(?! kết)|(?:tỉnh|thành|huyện|quận|thị|xã) đoàn|liên đoàn|liên minh|công đoàn|trung"
                + " tâm|trạm|bệnh viện|trường|các trường|đài(?! thọ)|báo(?! cáo)|tòa án|viện|bảo hiểm|ngân"
                + " hàng|quỹ|kho bạc|thường trực|thành ủy|tỉnh ủy|huyện ủy|đảng ủy|đảng bộ|chi bộ|hạt kiểm lâm|doanh"
                + " nghiệp|hợp tác xã|ủy viên|lãnh đạo(?=.{0,30}(?:cơ quan|đơn vị))|chủ tịch|thủ trưởng|hiệu"
                + " trưởng|giám đốc|tổ trưởng|trưởng (?:thôn|ấp|bản|buôn|làng|khu|ban|phòng|công an|trạm|các)|cán"
                + " bộ|công chức|ubkt|tổ (?:dân phố|công tác|hợp tác|công nghệ)|thôn|khu phố|ban chỉ huy|bch|nhà"
                + " (?:trường|văn hóa|thiếu nhi)|cổng thông tin|bưu điện|thống kê(?= (?:tỉnh|thành phố|huyện|khu"
                + " vực))|học viện|đại học|thư viện";
    private static final String GROUP =
            "các (?:cơ quan|đơn vị|đồng chí|phòng|ban|bộ|ngành|sở|thôn|xã|phường|tổ chức|hội|đoàn thể|trường|cơ sở giáo"
                    + " dục|doanh nghiệp|địa phương|khu|tổ|huyện|thị xã|thị trấn|thành viên|trung tâm|đảng ủy|chi"
                    + " bộ|ấp|làng|buôn|bản|trạm|báo)";
    private static final Pattern START = Pattern.compile(
            VietnameseText.unifyTones("(?:đề nghị )?(?:giao )?(?:trách nhiệm (?:của )?|đối với |nhiệm vụ (?:của )?)?(?:"
                    + GROUP + "|" + KINDS + ")(?![\\p{L}])"));
    private static final Pattern COLLECTIVE = Pattern.compile(
            "^(?:các|những) |(?<!\\p{L})(?:các (?:thôn|xã|phường|trường|huyện|thị trấn|ấp|bản|khu|tổ|sở|phòng|ban)"
                    + "|và các (?:cơ quan|đơn vị|tổ chức|đoàn thể|hội))(?!\\p{L})");

    private AgencyWords() {}

    /** Whether the words begin as the name of a body does; a name begins with a capital. */
    public static boolean beginAgency(String words) {
        return !words.isEmpty()
                && Character.isUpperCase(words.charAt(0))
                && START.matcher(plain(words)).lookingAt();
    }

    /** Whether the name stands for several bodies that have to be named one by one. */
    public static boolean isCollective(String name) {
        return COLLECTIVE.matcher(plain(name)).find();
    }

    private static String plain(String words) {
        return VietnameseText.unifyTones(VietnameseText.lower(words));
    }
}
