package vn.binhquyen.intake;

import java.util.List;

/** A sound plan of an invented commune in which one thing can be made unsound. */
final class SoundPlan {

    private static final String TEXT = """
        Số: 7/KH-UBND

        Thượng Sơn, ngày 20 tháng 01 năm 2026

        **KẾ HOẠCH**
        **Công tác bình đẳng giới %s trên địa bàn xã Thượng Sơn**

        Căn cứ Kế hoạch số 146/KH-UBND ngày %s của UBND tỉnh Minh Hà, UBND xã Thượng Sơn ban hành Kế hoạch như sau:

        **I. MỤC TIÊU**

        **Mục tiêu 1: Trong lĩnh vực kinh tế**

        - Chỉ tiêu 1: %s.

        **II. KINH PHÍ**

        Ngân sách xã.

        **III. TỔ CHỨC THỰC HIỆN**

        **1. Phòng Kinh tế**

        - Theo dõi, báo cáo các chỉ tiêu của %s.

        - %s

        **%s. CHẾ ĐỘ BÁO CÁO**

        Các thôn gửi báo cáo năm trước ngày %s; tổ chức Tháng hành động từ ngày 15/11/2026 đến ngày 15/12/2026./.

        **Nơi nhận:**

        - Sở Nội vụ;
        - Các cơ quan, đơn vị trên địa bàn xã;
        - Lưu: VT.

        **CHỦ TỊCH**

        **Lục Văn Tài**
        """;

    String period = "năm 2026";
    String basisDate = "05/01/2026";
    String indicator = "Tỷ lệ nữ tổ trưởng tổ hợp tác đạt 40%";
    String owned = "Mục tiêu 1";
    String task = "Mở lớp nghề cho lao động nữ.";
    String lastPart = "IV";
    String due = "20/12/2026";

    static SoundPlan withIndicator(String words) {
        var plan = new SoundPlan();
        plan.indicator = words;
        return plan;
    }

    static SoundPlan withTask(String words) {
        var plan = new SoundPlan();
        plan.task = words;
        return plan;
    }

    /** The rules that ask about the plan when the words have been put in the place of others. */
    static List<String> rulesWith(String words, String others) {
        return rules(new SoundPlan().text().replace(words, others));
    }

    static List<String> rules(String text) {
        return Samples.plan(text).plan().findings().stream().map(Finding::rule).toList();
    }

    List<String> rules() {
        return rules(text());
    }

    List<Finding> findings() {
        return Samples.plan(text()).plan().findings();
    }

    String text() {
        return TEXT.formatted(period, basisDate, indicator, owned, task, lastPart, due);
    }
}
