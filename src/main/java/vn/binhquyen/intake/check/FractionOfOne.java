package vn.binhquyen.intake.check;

import java.util.List;
import java.util.regex.Pattern;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.kernel.Level;

/** Is a percentage promised of something that the unit has only one of: "100 % Trạm Y tế xã" in a commune? */
final class FractionOfOne implements Rule {

    private static final String SHARE = "\\d+(?:,\\d+)?\\s*%\\s+(?:số |các )?";
    private static final String ALWAYS_ONE = "hđnd|ubnd|ủy ban nhân dân|hội đồng nhân dân|ban thường vụ|đảng ủy|ủy ban"
        + " mặt trận tổ quốc(?: việt nam)?|ubmttq(?: việt nam)?|hội liên hiệp phụ nữ|chủ tịch (?:ubnd|hđnd)|bí thư"
        + " đảng ủy|văn phòng hđnd và ubnd|công an|ban chỉ huy quân sự|đài (?:truyền thanh|phát thanh)[^,;.%]{0,20}?";
    private static final String ONE_IN_A_COMMUNE =
            "trạm y tế|trung tâm (?!học sinh)[^,;.%]{2,40}?|phòng (?:văn hóa|kinh tế)[^,;.%]{0,20}?";
    private static final Pattern IN_A_COMMUNE = Pattern.compile(SHARE + "(?:" + ALWAYS_ONE + "|" + ONE_IN_A_COMMUNE
            + ")(?:\\s+(?:xã|phường|đặc khu)(?!\\p{L})|(?=\\s+(?:trên địa bàn|có|được|cung cấp|triển khai|thực"
            + " hiện|là|tổ chức)))");
    private static final Pattern IN_A_DISTRICT = elsewhere("huyện");
    private static final Pattern IN_A_PROVINCE = elsewhere("tỉnh");

    @Override
    public String id() {
        return "fraction-of-one";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        var issuer = hand.plan().issuer();
        if (issuer == null || issuer.level() == null) {
            return List.of();
        }
        return Said.find(hand, pattern(issuer.level()), List.of("%")).stream()
                .map(hit -> new Doubt(
                        "", hit.subject("of-one"), hit.at(), hit.words().strip()))
                .toList();
    }

    private static Pattern pattern(Level level) {
        return switch (level) {
            case COMMUNE -> IN_A_COMMUNE;
            case DISTRICT -> IN_A_DISTRICT;
            case PROVINCE, NATION -> IN_A_PROVINCE;
        };
    }

    private static Pattern elsewhere(String kind) {
        return Pattern.compile(SHARE + "(?:" + ALWAYS_ONE + "|sở [^,;.%]{2,40}?)\\s+" + kind + "(?!\\p{L})");
    }
}
