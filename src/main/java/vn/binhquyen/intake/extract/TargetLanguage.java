package vn.binhquyen.intake.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.ReadPlan.Frequency;
import vn.binhquyen.intake.extract.Quantities.Kind;
import vn.binhquyen.intake.extract.Quantities.Quantity;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Understands how a target is put into words: comparator, value, unit, baseline, year and how often. One sentence may
 * hold several targets.
 */
final class TargetLanguage {

    /** A target; {@code from} and {@code to} are the positions of its own words in the sentence. */
    record Target(
            String what,
            Comparator comparator,
            BigDecimal value,
            @Nullable BigDecimal high,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable Integer byYear,
            @Nullable Frequency frequency,
            int from,
            int to) {

        Target inYear(int year) {
            return new Target(what, comparator, value, high, unit, baseline, year, frequency, from, to);
        }

        /** The same with another unit. */
        Target in(String otherUnit) {
            return new Target(what, comparator, value, high, otherUnit, baseline, byYear, frequency, from, to);
        }

        /** The same of a subject that stands apart from it. */
        Target of(String subject, @Nullable BigDecimal start, @Nullable Integer year) {
            return new Target(subject, comparator, value, high, unit, start, year, frequency, from, to);
        }
    }

    private static final String FILL = "(?:\\s+(?:có|đạt|là|từ|được|mức|khoảng|thêm|chiếm|tỷ lệ|tổ chức))*\\s*$";
    private static final Pattern AT_LEAST = Pattern.compile(
            "(?:ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|không nhỏ hơn|đạt và vượt|bằng hoặc hơn)"
                    + FILL);
    private static final Pattern AT_MOST = Pattern.compile(
            "(?:không quá|không vượt quá|không vượt|tối đa|không cao hơn|không hơn|không trên|nhiều nhất|không lớn hơn)"
                    + FILL);
    private static final Pattern ABOUT =
            Pattern.compile("(?:khoảng|xấp xỉ|trên dưới|gần|ước đạt|ước khoảng)(?:\\s+(?:có|đạt|là|từ))*\\s*$");
    private static final Pattern MORE =
            Pattern.compile("(?<!\\p{L})(?:trên|hơn|vượt|vượt mức|cao hơn|lớn hơn)(?:\\s+(?:mức))?\\s*$");
    private static final Pattern LESS =
            Pattern.compile("(?<!\\p{L})(?:dưới|thấp hơn|ít hơn|nhỏ hơn)(?:\\s+(?:mức))?\\s*$");
    private static final Pattern FROM = Pattern.compile("(?<!\\p{L})từ(?:\\s+(?:mức|khoảng|trên|dưới))?\\s*$");
    private static final Pattern UPWARDS = Pattern.compile("^[^;.\\d]{0,45}?(?<!\\p{L})trở lên");
    private static final Pattern DOWNWARDS = Pattern.compile("^[^;.\\d]{0,45}?(?<!\\p{L})trở xuống");
    private static final Pattern BECOMES = Pattern.compile("(?<!\\p{L})(?:xuống|lên|còn|thành)(?!\\p{L})");
    private static final Pattern REACHES = Pattern.compile("(?<!\\p{L})(?:đến|tới)\\s*(?:khoảng|dưới|trên)?\\s*$");
    private static final Pattern CHANGES = Pattern.compile("(?<!\\p{L})(?:tăng|giảm|nâng|hạ|rút|kéo)(?!\\p{L})");
    private static final Pattern YEAR = Pattern.compile(
            "(?<!\\p{L})(?:(?<named>năm)|đến|vào|tới|trước)\\s+(?<year>20\\d\\d)(?!\\s*[-–—/]\\s*\\d)(?!\\d)");
    private static final Pattern PAST_YEAR =
            Pattern.compile("(?:so với|cùng kỳ|của|từ)\\s+(?:(?!vào|đến|trước|tới)\\p{L}+\\s+){0,2}$");
    private static final Pattern QUALIFIER = Pattern.compile(
            "(?:cơ quan|đơn vị|doanh nghiệp|hợp tác xã|tổ chức|nơi|thôn|xã|trường)[\\p{L} ]{0,20} (?:có|sử"
                    + " dụng|chiếm)(?: tỷ lệ)?(?: từ| ít nhất| trên)?\\s*$");
    private static final Pattern OFTEN =
            Pattern.compile("(?:mỗi|hằng|hàng|01|1)\\s+(?<per>quý|tháng|năm)|(?<half>6 tháng một lần|mỗi 6 tháng)");
    private static final Pattern SEGMENT = Pattern.compile(";|(?<=[^\\d])\\.\\s|\\n");

    private final String sentence;
    private final String text;
    private final List<Target> targets = new ArrayList<>();

    private TargetLanguage(String sentence) {
        this.sentence = sentence;
        this.text = VietnameseText.lower(sentence);
    }

    private record YearMark(int year, int from, int to) {}

    /** The targets of a sentence, in its order; none where it promises no quantity. */
    static List<Target> read(String sentence) {
        var language = new TargetLanguage(sentence);
        Matcher boundary = SEGMENT.matcher(sentence);
        int from = 0;
        while (boundary.find()) {
            language.segment(from, boundary.start());
            from = boundary.end();
        }
        language.segment(from, sentence.length());
        language.inheritYears();
        return List.copyOf(language.targets);
    }

    private void segment(int from, int to) {
        List<Quantity> quantities = measuring(from, to);
        List<YearMark> years = years(from, to);
        int start = from;
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            BigDecimal baseline = null;
            BigDecimal high = quantity.high();
            int first = quantity.from();
            if (i + 1 < quantities.size()
                    && FROM.matcher(text.substring(start, quantity.from())).find()) {
                Quantity next = quantities.get(i + 1);
                String between = text.substring(quantity.to(), next.from());
                if (isChange(start, quantity, between)) {
                    baseline = quantity.value();
                    int reached = quantity.to();
                    years.removeIf(year -> year.from() >= reached && year.to() <= next.from());
                    quantity = next;
                    high = next.high();
                    i++;
                } else if (REACHES.matcher(between).find() && between.length() < 25) {
                    high = next.value();
                    quantity =
                            new Quantity(next.kind(), quantity.value(), high, next.unit(), quantity.from(), next.to());
                    i++;
                }
            }
            int next = i + 1 < quantities.size() ? quantities.get(i + 1).from() : to;
            int end = i + 1 < quantities.size() ? clauseStart(quantity.to(), next) : to;
            boolean last = i + 1 == quantities.size();
            Integer year = year(years, quantities, quantity, last);
            String what = sentence.substring(start, end)
                    .strip()
                    .replaceFirst("^(?:và|,)\\s+", "")
                    .replaceFirst("[,;.\\s]+$", "");
            Target target = new Target(
                    what,
                    comparator(start, quantity, high, next),
                    quantity.value(),
                    high,
                    quantity.unit(),
                    baseline,
                    year,
                    frequency(from, to),
                    first,
                    quantity.to());
            targets.add(target);
            kept(years, target, next).ifPresent(targets::add);
            start = end;
        }
    }

    /** A count beside a share only says who belongs to the share ("60 % have at least one …"). */
    private List<Quantity> measuring(int from, int to) {
        var all = Quantities.find(sentence.substring(from, to)).stream()
                .map(q -> new Quantity(q.kind(), q.value(), q.high(), q.unit(), q.from() + from, q.to() + from))
                .toList();
        var kept = new ArrayList<Quantity>();
        boolean share = false;
        boolean anyShare = all.stream().anyMatch(q -> q.kind() == Kind.SHARE);
        for (Quantity quantity : all) {
            String before = text.substring(from, quantity.from());
            boolean counted = quantity.kind() == Kind.COUNT;
            boolean smallest = AT_LEAST.matcher(before).find();
            boolean qualifies = counted
                    ? share || (anyShare && smallest)
                    : share && QUALIFIER.matcher(before).find();
            if (!qualifies) {
                kept.add(quantity);
            }
            share |= quantity.kind() == Kind.SHARE;
        }
        return kept;
    }

    private boolean isChange(int start, Quantity from, String between) {
        boolean upwards = UPWARDS.matcher(text.substring(from.to())).find();
        boolean verb = CHANGES.matcher(text.substring(start, from.from())).find();
        return BECOMES.matcher(between.replace("trở lên", "").replace("trở xuống", ""))
                        .find()
                || (!upwards && verb && REACHES.matcher(between).find());
    }

    private Comparator comparator(int start, Quantity quantity, @Nullable BigDecimal high, int next) {
        String before = text.substring(start, quantity.from());
        String after = text.substring(quantity.to(), next);
        if (UPWARDS.matcher(after).find() || AT_LEAST.matcher(before).find()) {
            return Comparator.AT_LEAST;
        }
        if (DOWNWARDS.matcher(after).find() || AT_MOST.matcher(before).find()) {
            return Comparator.AT_MOST;
        }
        if (ABOUT.matcher(before).find()) {
            return Comparator.ABOUT;
        }
        if (MORE.matcher(before).find()) {
            return Comparator.MORE_THAN;
        }
        if (LESS.matcher(before).find()) {
            return Comparator.LESS_THAN;
        }
        return high != null || FROM.matcher(before).find() ? Comparator.AT_LEAST : Comparator.EQUAL;
    }

    /** Where the words of the next target begin, between the end of one quantity and the next. */
    private int clauseStart(int from, int to) {
        String between = text.substring(from, to);
        int and = between.lastIndexOf(" và ");
        int comma = between.lastIndexOf(", ");
        int cut = and >= 0 ? and : comma;
        return cut < 0 ? from : from + cut + 1;
    }

    private List<YearMark> years(int from, int to) {
        var years = new ArrayList<YearMark>();
        Matcher year = YEAR.matcher(text).region(from, to).useTransparentBounds(true);
        while (year.find()) {
            String before = text.substring(from, year.start());
            boolean span = before.matches("(?s).*giai đoạn\\s+(?:từ\\s+)?(?:năm\\s+)?(?:20\\d\\d\\s+)?$")
                    || before.matches("(?s).*từ năm 20\\d\\d\\s+(?:đến\\s*)?$");
            if (!span && !PAST_YEAR.matcher(before).find()) {
                years.add(new YearMark(Integer.parseInt(year.group("year")), year.start(), year.end()));
            }
        }
        return years;
    }

    /** The year beside a quantity: before it where the sentence names years first, after it otherwise. */
    private static @Nullable Integer year(List<YearMark> years, List<Quantity> all, Quantity quantity, boolean last) {
        if (years.isEmpty()) {
            return null;
        }
        boolean yearsFirst = years.getFirst().from() < all.getFirst().from();
        YearMark before = null;
        YearMark after = null;
        for (YearMark year : years) {
            if (year.from() < quantity.from()) {
                before = year;
            } else if (after == null) {
                after = year;
            }
        }
        boolean ownYearAfter = last && all.size() > 1;
        YearMark own = yearsFirst && !(ownYearAfter && after != null) ? before : after == null ? before : after;
        return own == null ? null : own.year();
    }

    /** "100 % by 2025, kept until 2030" aims at the same value in a second year. */
    private Optional<Target> kept(List<YearMark> years, Target target, int next) {
        for (YearMark year : years) {
            boolean own = target.byYear() != null && target.byYear() == year.year();
            if (!own
                    && year.from() > target.to()
                    && year.from() < next
                    && text.substring(target.to(), year.from()).matches("(?s).*(?:duy trì|giữ vững|giữ ổn định).*")) {
                return Optional.of(target.inYear(year.year()));
            }
        }
        return Optional.empty();
    }

    private @Nullable Frequency frequency(int from, int to) {
        Matcher often = OFTEN.matcher(text).region(from, to);
        if (!often.find()) {
            return null;
        }
        if (often.group("half") != null) {
            return Frequency.SIX_MONTH;
        }
        return switch (often.group("per")) {
            case "quý" -> Frequency.QUARTER;
            case "tháng" -> Frequency.MONTH;
            default -> Frequency.YEAR;
        };
    }

    /** A part without a year of its own takes that of the part before, or of the next one. */
    private void inheritYears() {
        for (int i = 1; i < targets.size(); i++) {
            Integer before = targets.get(i - 1).byYear();
            if (targets.get(i).byYear() == null && before != null) {
                targets.set(i, targets.get(i).inYear(before));
            }
        }
        for (int i = targets.size() - 2; i >= 0; i--) {
            Integer after = targets.get(i + 1).byYear();
            if (targets.get(i).byYear() == null && after != null) {
                targets.set(i, targets.get(i).inYear(after));
            }
        }
    }
}
