package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.kernel.Occurrences;
import vn.binhquyen.kernel.VietnameseText;

/** Finds whom an item of the part on organisation speaks to, and the partners that a task names. */
final class AgencyNames {

    /** @param end position in the block's text after the name and its colon; the rest is what the agency has to do */
    record Addressee(String name, boolean request, int from, int end) {}

    private static final String VERBS =
            "(?<!cơ quan |đơn vị )chủ trì|chủ động|phối hợp|chịu trách nhiệm|phụ trách|có trách nhiệm|có nhiệm vụ|tham"
                + " mưu|xây dựng|hướng dẫn|tổ chức(?! chính| đoàn| xã| Đảng| thành| đảng| hội)|căn cứ|thực hiện|triển"
                + " khai|tiếp tục|đẩy mạnh|tăng cường|bố trí|đảm bảo|bảo đảm|theo dõi|tuyên truyền(?! viên)|chỉ"
                + " đạo|lồng ghép|cân đối|rà soát|quan tâm|tham gia|nâng cao|kiểm tra|giám sát|tổng hợp|đôn đốc|thu"
                + " thập|cung cấp|vận động|báo cáo|phát hiện|đề xuất|là (?:cơ quan|đơn vị|đầu mối)|làm đầu mối|tạo"
                + " điều kiện|chuẩn bị|bố trí|chịu sự|nghiên cứu|quản lý(?! các|lý| thị trường| nhà nước| khu| dự"
                + " án)|xử lý|tiếp nhận|ban hành|(?<!được )phân công|cử(?= )|cụ thể hóa|cụ thể hoá|phổ biến|quán"
                + " triệt|kiện toàn|trình|gửi|nhân rộng|thẩm định|phê duyệt|đảm nhiệm|thành lập|cập nhật|biên soạn|hỗ"
                + " trợ|phát động|huy động|đánh giá|đổi mới|phân bổ|cấp phát|điều phối|kết nối|mở rộng|nắm|tập"
                + " trung|ưu tiên|(?<!được )giao(?! dịch| thông| ban)|kiểm soát(?! viên)|chấp hành|bám sát|khai"
                + " thác|kịp thời|(?<!giáo dục )thường xuyên|định kỳ|(?<!trợ |Trợ )giúp|lập|đưa|duy trì|phát huy|đăng"
                + " tải|đăng ký|công khai|công bố|niêm yết|khuyến khích|tiến hành|đưa tin|in ấn|phát sóng|chia"
                + " sẻ|thanh tra(?= việc)|thực thi|áp dụng|sử dụng|dành|mở";
    private static final Pattern VERB = Pattern.compile("(?<!các )(?<!\\p{L})(?:" + VERBS + ")(?!\\p{L})");
    private static final Pattern JOINED = Pattern.compile("(?:,|(?<!\\p{L})và)\\s*$");
    private static final Pattern BARE_KIND = Pattern.compile(
            "(?:^|\\s)(?:ban|quỹ|tổ|đội|nhóm|hội đồng|trung tâm|câu lạc bộ|mạng lưới|cơ sở|đường dây|dịch vụ)$");
    private static final Pattern DESCRIBES = Pattern.compile("^(?:tổng hợp|thường xuyên)\\s*$");
    private static final Pattern OF_LEVEL =
            Pattern.compile("^\\s(?:cấp )?(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|khu vực)(?!\\p{L})");
    private static final Pattern ENDS_WITH_LEVEL = Pattern.compile(
            "^[\\p{L}\\d ,–-]{4,90}? (?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu|thôn|ấp|khu"
                    + " phố)(?:"
                    + " \\p{Lu}\\p{L}*)*(?=\\s+(?!xã|phường|thị|huyện|quận|thành|tỉnh|và|trên|thuộc|của|có|liên|trực|do"
                    + "|là|đặc|khu)\\p{Ll})");
    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?:(?<request>[Đđ]ề nghị)\\s+|[Gg]iao\\s+(?:cho\\s+)?|[Yy]êu cầu\\s+)?(?:[Tt]rách nhiệm (?:của )?|[Đđ]ối"
                    + " với |[Nn]hiệm vụ (?:của )?)?");
    private static final Pattern PARTNERS =
            Pattern.compile("(?<!\\p{L})phối hợp(?: chặt chẽ| tốt)?\\s+(?:với|cùng)\\s+(?:với\\s+)?");
    private static final Pattern PARTNERS_END = Pattern.compile("[.;:(]|\\s(?:" + VERBS
            + "|trong(?! tỉnh| huyện| xã| và)|để|nhằm|có liên quan(?=\\s)|liên quan(?=\\s)|thuộc|điều tra|tập huấn|bồi"
            + " dưỡng|khi|về|cùng|can thiệp|tích cực|khảo sát|thống kê|phổ biến|hỗ trợ|đào tạo|xử lý|xử phạt|giải"
            + " quyết|ngăn chặn|tiếp nhận|mở|nói chuyện|tư vấn|chăm sóc|khám|giới thiệu|vận dụng|cập nhật|biên"
            + " soạn|đánh giá|kịp thời|(?<!giáo dục )thường xuyên|định kỳ|nắm|xác minh|giáo dục(?= pháp| truyền|"
            + " cho)|truyền thông(?! ))(?!\\p{L})");
    private static final Pattern PARTNER_BOUNDARY = Pattern.compile(
            "(?:,\\s+|(?<!HĐND|Hội đồng nhân dân)\\s+và\\s+|;\\s+)(?=(?:các |[Cc]ác |UBND|Ủy ban|MTTQ|Mặt"
                + " trận|Sở|Phòng|phòng|Ban |Công an|Trạm|Trung tâm|Hội|Đoàn|Liên đoàn|Văn phòng|Bảo hiểm|Trường|Thanh"
                + " tra|Đài|Báo|Viện|Tòa))");
    private static final Pattern LIST_BOUNDARY =
            Pattern.compile("\\s*;\\s*|\\s+[-+•]\\s+(?=(?:Sở|Phòng|Ban|Công an|Hội|UBND|Trung"
                    + " tâm|Các)(?!\\p{L}))|(?:,\\s*|(?<!HĐND|Hội đồng nhân dân)\\s+và\\s+)(?=(?:UBND|Ủy ban|MTTQ|Mặt"
                    + " trận|Sở|Phòng|Ban|Công an|Trạm|Trung tâm|Hội|Đoàn|Liên đoàn|Văn phòng|Bảo hiểm|Trường|Thanh"
                    + " tra|Đài|Báo|Viện|Tòa|Cục|Chi cục|Bộ|Kho bạc|Ngân hàng|Tỉnh đoàn|Huyện đoàn|Thành"
                    + " đoàn|Các|các)(?!\\p{L}))");
    private static final Pattern GIVEN =
            Pattern.compile("[Cc]ác [\\p{L}, ]{3,40} (?:được (?:giao|phân công)|có tên)(?!\\p{L})");
    private static final Pattern APPOSITION = Pattern.compile(
            "\\s+[-–]\\s+(?:là )?(?:[Cc]ơ quan|[Đđ]ơn vị) (?:thường trực|đầu mối|chủ trì)(?!\\p{L}).*$");
    private static final Pattern LEADING_MARKS = Pattern.compile("^[\\s*]+");
    private static final Pattern LEADING_AND = Pattern.compile("^và\\s+");
    private static final Pattern TRAILING_WORD = Pattern.compile("\\s+(?:có|thì|và)$");
    private static final Pattern BULLET = Pattern.compile("^[-+•]\\s*");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^()]*\\)?$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LONGEST_NAME = 40;

    private AgencyNames() {}

    /**
     * The body that the item is addressed to.
     *
     * @param certain true where the item's place already says that it names one (its neighbours do)
     */
    static Optional<Addressee> of(Node node, boolean certain, boolean inside) {
        Label.Kind kind = node.label().kind();
        boolean heading = kind.compareTo(Label.Kind.COUNTED) <= 0
                || node.isBareHeading()
                || node.block().isHeading()
                || node.block().isBold();
        boolean hasBoldLead = node.block().boldUntil() > node.label().length()
                && !node.block().isBold();
        String title = node.title();
        if (kind == Label.Kind.NONE && !heading && !hasBoldLead) {
            return Optional.empty();
        }
        boolean entitled = node.hasInline()
                && (hasBoldLead || title.length() < node.block().body().strip().length());
        boolean headsItems =
                kind.compareTo(Label.Kind.COUNTED) <= 0 && !node.children().isEmpty();
        boolean named = (heading && (node.isHeadingLike() || headsItems))
                || entitled
                || (node.block().body().strip().endsWith(":"));
        String words = LEADING_MARKS.matcher(title).replaceFirst("");
        Matcher lead = LEAD_IN.matcher(words);
        String core = lead.find() ? words.substring(lead.end()) : words;
        boolean begins = AgencyWords.beginAgency(core) || AgencyWords.beginAgency(capital(core)) && lead.end() > 0;
        if (named && begins && wordCount(core) <= LONGEST_NAME) {
            boolean whole = !verbs(core).find()
                    || GIVEN.matcher(core).lookingAt()
                            && node.isHeadingLike()
                            && !node.children().isEmpty()
                    || verbAt(core) < 0 && (!node.children().isEmpty() || node.hasInline());
            if (whole) {
                return addressee(
                        node,
                        core,
                        lead.group("request"),
                        node.hasInline()
                                ? node.inline().from()
                                : node.block().text().length());
            }
        }
        if (begins && !inside && kind.compareTo(Label.Kind.DASH) <= 0) {
            return bySentence(node, lead.group("request"));
        }
        boolean plain = certain
                && named
                && (kind == Label.Kind.DECIMAL || kind == Label.Kind.COUNTED)
                && wordCount(core) <= 12
                && verbAt(VietnameseText.lower(core)) < 0;
        return plain && (!node.children().isEmpty() || node.hasInline())
                ? addressee(
                        node,
                        core,
                        lead.group("request"),
                        node.hasInline()
                                ? node.inline().from()
                                : node.block().text().length())
                : Optional.empty();
    }

    /** "Giao Phòng … chủ trì …": the name runs up to the verb. */
    private static Optional<Addressee> bySentence(Node node, @Nullable String request) {
        String body = node.block().body();
        int from = leadIn(body);
        int verb = subjectEnd(body.substring(from));
        return verb <= 0
                ? Optional.empty()
                : addressee(
                        node,
                        body.substring(from, from + verb),
                        request,
                        node.label().length() + from + verb);
    }

    /** The body of which a clause says what it does: "Giao Sở Y tế theo dõi …", "Sở Y tế: …". */
    static Optional<String> subject(String clause) {
        String rest = clause.substring(leadIn(clause));
        int verb = subjectEnd(rest);
        int colon = rest.indexOf(':');
        int end = verb > 0 && (colon < 0 || verb < colon) ? verb : colon;
        if (end <= 0 || !AgencyWords.beginAgency(capital(rest))) {
            return Optional.empty();
        }
        String name = rest.substring(0, end).strip();
        return name.endsWith(",") ? Optional.empty() : Optional.of(capital(VietnameseText.withoutEnd(name, ":")));
    }

    /** The bodies that words name before they say what these do: "Sở Y tế, Công an tỉnh theo dõi". */
    static List<String> bodies(String words) {
        int verb = verbAt(words);
        return list(verb < 0 ? words : words.substring(0, verb)).stream()
                .filter(AgencyWords::beginAgency)
                .toList();
    }

    private static int leadIn(String words) {
        Matcher lead = LEAD_IN.matcher(words);
        return lead.find() ? lead.end() : 0;
    }

    /**
     * Where the verb of a sentence begins whose subject is one name; 0 or less where it isn't one. Before a verb that is
     * not known the name ends with its level: "Văn phòng … xã lưu giữ", "Công an xã điều tra, xử lý".
     */
    private static int subjectEnd(String words) {
        int verb = verbAt(words);
        if (isName(words, verb)) {
            return verb;
        }
        Matcher level = ENDS_WITH_LEVEL.matcher(words);
        if (level.find() && isName(words, level.end())) {
            return level.end();
        }
        var joined = verbs(words);
        return joined.find() && isName(words, joined.match().start())
                ? joined.match().start()
                : -1;
    }

    private static boolean isName(String words, int end) {
        return end > 0
                && wordCount(words.substring(0, end)) <= LONGEST_NAME
                && words.chars().limit(end).noneMatch(sign -> ".;:".indexOf(sign) >= 0);
    }

    private static Optional<Addressee> addressee(Node node, String name, @Nullable String request, int end) {
        String closed = tidy(withoutRemark(tidy(VietnameseText.squeeze(name))));
        String tidy = TRAILING_WORD.matcher(closed).replaceFirst("");
        if (tidy.length() < 3) {
            return Optional.empty();
        }
        int from = Math.max(node.label().length(), node.block().text().indexOf(name.strip()));
        return Optional.of(new Addressee(capital(tidy), request != null, from, end));
    }

    /** The bodies named after "phối hợp với". */
    static List<String> partners(String task) {
        var partners = new ArrayList<String>();
        var joins = new Occurrences(PARTNERS, VietnameseText.lower(task), List.of("phối hợp"));
        while (joins.find()) {
            String rest = task.substring(joins.match().end());
            String lower = VietnameseText.lower(rest);
            var end = new Occurrences(
                    PARTNERS_END, lower, at -> lower.charAt(at) <= ' ' || ".;:(".indexOf(lower.charAt(at)) >= 0);
            String named = end.find() ? rest.substring(0, end.match().start()) : rest;
            for (String partner : PARTNER_BOUNDARY.split(named, -1)) {
                String tidy = LEADING_AND
                        .matcher(tidy(VietnameseText.squeeze(partner)))
                        .replaceFirst("");
                if (tidy.length() > 2 && AgencyWords.beginAgency(capital(tidy)) && !partners.contains(tidy)) {
                    partners.add(tidy);
                }
            }
        }
        return List.copyOf(partners);
    }

    /** The bodies that a list names, as in a cell: "Sở Nội vụ; Sở Văn hóa, Thể thao và Du lịch" are two. */
    static List<String> list(String names) {
        var bodies = new ArrayList<String>();
        for (String name : LIST_BOUNDARY.split(VietnameseText.squeeze(names), -1)) {
            String tidy = withoutRemark(tidy(BULLET.matcher(name.strip()).replaceFirst("")));
            if (tidy.length() > 2) {
                bodies.add(capital(tidy));
            }
        }
        return List.copyOf(bodies);
    }

    /** The name without a remark: "(cơ quan thường trực)", "- Cơ quan đầu mối của Ban". */
    private static String withoutRemark(String name) {
        String bare = name.indexOf('(') < 0 ? name : IN_BRACKETS.matcher(name).replaceFirst("");
        return APPOSITION.matcher(bare).replaceFirst("");
    }

    private static String tidy(String name) {
        return VietnameseText.withoutEnd(name, ":.,;");
    }

    /** Verbs begin where words do. */
    private static Occurrences verbs(String words) {
        return new Occurrences(VERB, words, at -> at == 0 || !Character.isLetter(words.charAt(at - 1)));
    }

    private static int verbAt(String words) {
        var verbs = verbs(words);
        while (verbs.find()) {
            Matcher verb = verbs.match();
            boolean ofName = JOINED.matcher(words.substring(0, verb.start())).find()
                    || BARE_KIND
                            .matcher(VietnameseText.lower(
                                    words.substring(0, verb.start()).strip()))
                            .find()
                    || OF_LEVEL.matcher(words.substring(verb.end())).find()
                    || DESCRIBES.matcher(words.substring(verb.start())).find();
            if (!ofName) {
                return verb.start();
            }
        }
        return -1;
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static int wordCount(String words) {
        return BLANKS.split(words.strip()).length;
    }
}
