package vn.binhquyen.intake.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Occurrences;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.kernel.VietnameseText;

/** The numbers of a sentence that measure something: not its years, dates, ages, item numbers or the base of a ratio. */
final class Quantities {

    enum Kind {
        SHARE,
        RATIO,
        COUNT
    }

    /**
     * A number with its unit.
     *
     * @param high upper end of "30 - 35 %", else null
     * @param to position after the unit
     */
    record Quantity(Kind kind, BigDecimal value, @Nullable BigDecimal high, String unit, int from, int to) {}

    private static final String NUMBER = VietnameseNumbers.PATTERN;
    private static final Pattern FOUND =
            Pattern.compile("(?<![\\p{L}\\d/.,%-])(?<low>" + NUMBER + ")(?:\\s*%?\\s*(?:-|–|—)\\s*(?<high>" + NUMBER
                    + ")(?=\\s*(?:%|phần trăm|\\p{Ll})))?(?:\\s*\\(\\p{L}[\\p{L}\\s]*\\))?");
    private static final Pattern SHARE = Pattern.compile("\\s*(?:%|phần trăm|điểm phần trăm)");
    private static final Pattern RATIO = Pattern.compile(
            "\\s*(?<counted>[\\p{L} ]{0,30}?)\\s*(?:/|:|trên mỗi |trên |trong"
                + " )\\s*(?<base>100|1\\.?000|10\\.?000|100\\.?000)(?![.,]?\\d)\\s*(?<of>\\p{L}+(?: \\p{L}+){0,3})?");
    private static final Pattern WORDS = Pattern.compile("\\s*(?<unit>\\p{L}+(?:[ ,/]{1,2}\\p{L}+){0,4})");
    private static final Pattern NOT_MEASURED_BEFORE = Pattern.compile(
            "(?:chỉ tiêu|mục tiêu|dự án|điều|khoản|(?<!thí |địa |trọng )điểm|mục|phụ lục|tiêu chí|tiêu chí"
                    + " số|bước|cấp|lớp|lần thứ|thứ|quý|kỳ|nhóm|tháng|ngày|phần|biểu|mẫu|hạng|loại|số hiệu|giai"
                    + " đoạn|khóa|nhiệm kỳ|đề án|năm|quyết định|nghị quyết|(?<!tổng |nửa |đa )số|độ tuổi(?:"
                    + " từ)?(?:\\s*\\d+\\s*(?:-|–|đến|tới))?|công nghiệp|công nghệ|tổng đài[\\p{L} ]{0,40}|đường"
                    + " dây[\\p{L} ]{0,20}|điện thoại[\\p{L} ]{0,20})\\s*$");
    private static final Pattern NOT_MEASURED_AFTER =
            Pattern.compile("^\\s*(?:(?:[-–]|đến)\\s*\\d+\\s*)?(?:tuổi|tháng|năm|ngày|giờ sau|/\\d)(?!\\p{L})");
    private static final Pattern WITHIN =
            Pattern.compile("(?:trong|sau|trước|quá)(?: vòng| thời hạn)?\\s*#\\s*(?:giờ|phút|tuần)");
    private static final Pattern MISREAD =
            Pattern.compile("(?<![\\p{L}\\d])(?:(?=[lo]*\\d)[\\dlo]{2,4}(?=\\s?%|\\s\\p{L}|[.,]\\d)|loo(?=\\s?%))");
    private static final Pattern FRACTION = Pattern.compile(
            "(?<![\\d/.,])(?<part>\\d{1,3})/(?<whole>\\d{1,3})(?![\\d/.,]\\d?)"
                + "(?=\\s+(?!(?:ngày|tháng|năm|giờ|đến|và|tại|ở|để|hằng|hàng|trước|sau|là|do|với|theo|vì)(?!\\p{L}))\\p{L})");
    private static final Pattern FRACTION_BEFORE = Pattern.compile(
            "(?:ít nhất|tối thiểu|không dưới|trên|hơn|dưới|đạt|có|khoảng|chiếm|từ|còn|quá|gần|phấn đấu|bảo đảm|đảm"
                    + " bảo|duy trì|,)\\s*$|^\\W*$");
    private static final Pattern UNTIL_BEFORE = Pattern.compile("(?:từ|đến|trước|ngày)\\s*$");
    private static final Pattern SPELLED = Pattern.compile(
            "(?<!\\p{L})(?:(?<half>(?:một )?nửa|1/2)|(?<parts>một|hai|ba) phần (?<whole>ba|tư|năm))(?!\\p{L})");
    private static final Pattern COUNTED = Pattern.compile("(?<=(?:ít nhất|tối thiểu|tối đa|không"
            + " quá)\\s(?:có\\s)?)(?<word>một|hai|ba|bốn|sáu|bảy|tám|chín|mười)(?=\\s\\p{L})(?!\\s(?:trong|nửa|phần))");
    private static final List<String> WORDS_OF_NUMBERS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười");
    private static final Pattern TIMES_OF =
            Pattern.compile("(?:gấp|còn|xuống|mức)[\\p{L} ]{0,20}#|#[^.;]{0,60}so với|#\\s*lần\\s*(?:nam|thu)");
    private static final Pattern STOP = Pattern.compile(
            "(?:^|["
                + " ,/])(?:về|cho|trên|tại|vào|đến|trong|so|được|có|và|là|của|ở|bằng|với|theo|để|từ|mỗi|hằng|hàng|trở|năm|lên|xuống|thì|do|nhằm|tham|đạt|còn|phấn|dưới|không|trước|sau|mở|ít|tối)(?![\\p{L}]).*$");

    private Quantities() {}

    static List<Quantity> find(String sentence) {
        String text = mended(VietnameseText.lower(sentence));
        var dates = VietnameseDates.find(text);
        var quantities = new ArrayList<Quantity>();
        parts(text, quantities);
        spelled(text, quantities);
        var taken = List.copyOf(quantities);
        Matcher number = FOUND.matcher(text);
        int from = 0;
        while (number.find(from)) {
            from = number.end();
            int start = number.start();
            int end = number.end();
            boolean inDate = dates.stream()
                    .anyMatch(date ->
                            start < date.end() && end > date.start() && !isRatioBase(text, date.start(), date.end()));
            if (inDate
                    || taken.stream().anyMatch(other -> start < other.to() && end > other.from())
                    || isCounter(text, start, end)
                    || LegalBases.NUMBER
                            .matcher(sentence)
                            .region(start, sentence.length())
                            .lookingAt()) {
                continue;
            }
            Quantity quantity = quantity(text, number);
            if (quantity != null) {
                quantities.add(quantity);
                from = Math.max(from, quantity.to());
            }
        }
        quantities.sort(Comparator.comparingInt(Quantity::from));
        return quantities;
    }

    /** Letters that a scan put in the place of digits, as in "8O%" and "l5%", are digits again. */
    static String mended(String lower) {
        Matcher misread = MISREAD.matcher(lower);
        return misread.replaceAll(found -> found.group().replace('o', '0').replace('l', '1'));
    }

    /** "ít nhất 1/3 số thôn", "12/12 xã": a part of a whole, as a share. */
    private static void parts(String text, List<Quantity> quantities) {
        Matcher fraction = FRACTION.matcher(text);
        while (fraction.find()) {
            int part = Integer.parseInt(fraction.group("part"));
            int whole = Integer.parseInt(fraction.group("whole"));
            boolean all = part == whole;
            String before = text.substring(0, fraction.start());
            boolean likeDay = part <= 31 && whole <= 12;
            boolean day = likeDay && !all && UNTIL_BEFORE.matcher(before).find();
            boolean counts = likeDay
                    ? FRACTION_BEFORE.matcher(before).find()
                    : !NOT_MEASURED_BEFORE.matcher(before).find();
            if (part > 0 && part <= whole && !day && counts) {
                quantities.add(
                        new Quantity(Kind.SHARE, share(part, whole), null, "%", fraction.start(), fraction.end()));
            }
        }
    }

    private static void spelled(String text, List<Quantity> quantities) {
        var shares = new Occurrences(SPELLED, text, List.of("nửa", "1/2", "một", "hai", "ba"));
        while (shares.find()) {
            Matcher spelled = shares.match();
            boolean half = spelled.group("half") != null;
            BigDecimal value = half
                    ? BigDecimal.valueOf(50)
                    : share(WORDS_OF_NUMBERS.indexOf(spelled.group("parts")), wholeOf(spelled.group("whole")));
            boolean known = quantities.stream().anyMatch(other -> other.from() == spelled.start());
            if (!known) {
                quantities.add(new Quantity(Kind.SHARE, value, null, "%", spelled.start(), spelled.end()));
            }
        }
        var counts = new Occurrences(COUNTED, text, WORDS_OF_NUMBERS);
        while (counts.find()) {
            Matcher counted = counts.match();
            BigDecimal value = BigDecimal.valueOf(WORDS_OF_NUMBERS.indexOf(counted.group("word")));
            Matcher words = WORDS.matcher(text.substring(counted.end()));
            String unit = words.lookingAt() ? unit(words.group("unit")) : "";
            quantities.add(new Quantity(
                    Kind.COUNT,
                    value,
                    null,
                    unit,
                    counted.start(),
                    counted.end() + (unit.isEmpty() ? 0 : 1 + unit.length())));
        }
    }

    private static int wholeOf(String word) {
        return word.equals("tư") ? 4 : WORDS_OF_NUMBERS.indexOf(word);
    }

    private static BigDecimal share(int part, int whole) {
        var share = BigDecimal.valueOf(100L * part)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return share.scale() < 0 ? share.setScale(0) : share;
    }

    /** "(1)" counts the points of a list. */
    private static boolean isCounter(String text, int start, int end) {
        return start > 0 && end < text.length() && text.charAt(start - 1) == '(' && text.charAt(end) == ')';
    }

    private static String unit(String words) {
        return STOP.matcher(words).replaceFirst("").replaceFirst("[ ,/]+$", "");
    }

    /** "103/100" and "2/1.000" look like dates but are ratios. */
    private static boolean isRatioBase(String text, int from, int to) {
        return text.substring(from, to).matches("\\d+/(?:100|1\\.?000).*");
    }

    private static @Nullable Quantity quantity(String text, Matcher number) {
        String before = text.substring(0, number.start());
        String after = text.substring(number.end());
        BigDecimal low = VietnameseNumbers.parse(number.group("low")).orElseThrow();
        BigDecimal high = number.group("high") == null
                ? null
                : VietnameseNumbers.parse(number.group("high")).orElseThrow();
        if (high != null && high.compareTo(low) < 0) {
            high = null;
        }
        Matcher share = SHARE.matcher(after);
        if (share.lookingAt()) {
            return new Quantity(Kind.SHARE, low, high, "%", number.start(), number.end() + share.end());
        }
        Matcher ratio = RATIO.matcher(after);
        if (!NOT_MEASURED_BEFORE.matcher(before).find() && ratio.lookingAt()) {
            int ratioEnd = ratio.group("of") == null
                    ? ratio.end()
                    : ratio.start("of") + ratioOf(ratio).length();
            return new Quantity(Kind.RATIO, low, high, ratioUnit(ratio), number.start(), number.end() + ratioEnd);
        }
        boolean year = number.group("low").matches("(?:19|20)\\d\\d");
        if (year
                || NOT_MEASURED_BEFORE.matcher(before).find()
                || NOT_MEASURED_AFTER.matcher(after).find()
                || WITHIN.matcher(before + "#" + after).find()) {
            return null;
        }
        Matcher words = WORDS.matcher(after);
        if (words.lookingAt()) {
            String unit = unit(words.group("unit"));
            int unitEnd = unit.isEmpty() ? 0 : words.start("unit") + unit.length();
            boolean times = unit.startsWith("lần")
                    && (low.scale() > 0
                            || TIMES_OF.matcher(before + "#" + after).find());
            Kind kind = times || unit.startsWith("giờ") ? Kind.RATIO : Kind.COUNT;
            String named = unit.startsWith("lần") ? "lần" : unit;
            return new Quantity(kind, low, high, named, number.start(), number.end() + unitEnd);
        }
        return new Quantity(Kind.COUNT, low, high, "", number.start(), number.end());
    }

    private static String ratioOf(Matcher ratio) {
        return ratio.group("of") == null
                ? ""
                : STOP.matcher(ratio.group("of")).replaceFirst("").strip();
    }

    private static String ratioUnit(Matcher ratio) {
        String counted = ratio.group("counted").strip();
        String of = ratioOf(ratio).replaceFirst("\\s+(?:sinh ra|sinh) ?(?:sống|ra)?$", "");
        boolean boys = counted.matches(".*(?:trai|nam).*") && of.matches(".*(?:gái|nữ).*");
        if (ratio.group("base").equals("100") && (boys || counted.isEmpty() && of.isEmpty())) {
            return "bé trai/100 bé gái";
        }
        return (counted + "/" + ratio.group("base") + " " + of).strip();
    }
}
