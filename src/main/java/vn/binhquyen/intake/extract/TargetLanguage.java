package vn.binhquyen.intake.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.ReadPlan.Frequency;
import vn.binhquyen.intake.extract.Quantities.Kind;
import vn.binhquyen.intake.extract.Quantities.Quantity;
import vn.binhquyen.intake.extract.Remarks.Remark;
import vn.binhquyen.intake.extract.TargetYears.YearMark;
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

    private static final Pattern JOINED = Pattern.compile("^(?:và|,)\\s+");
    private static final Pattern BECOMES = Pattern.compile("(?<!\\p{L})(?:xuống|lên|còn|thành)(?!\\p{L})");
    private static final Pattern REACHES = Pattern.compile("(?<!\\p{L})(?:đến|tới)\\s*(?:khoảng|dưới|trên)?\\s*$");
    private static final Pattern CHANGES = Pattern.compile("(?<!\\p{L})(?:tăng|giảm|nâng|hạ|rút|kéo)(?!\\p{L})");
    private static final Pattern QUALIFIER = Pattern.compile(
            "(?:^|\\s)hoặc (?:có|sử dụng)(?: tỷ lệ)?(?: từ| ít nhất| trên)\\s*$|(?:cơ quan|cơ sở|công đoàn|chi hội|đơn"
                + " vị|doanh nghiệp|hợp tác xã|tổ chức|nơi|thôn|xã|trường)[\\p{L} ]{0,20} (?:có|sử dụng|chiếm)(?: tỷ"
                + " lệ)?(?: từ| ít nhất| trên)?\\s*$");
    private static final Pattern ENOUGH = Pattern.compile("(?<!\\p{L})(?:đủ(?: từ)?|trong)\\s*$");
    private static final Pattern OR_MORE = Pattern.compile("\\s*trở lên(?!\\p{L})");
    private static final Pattern OFTEN = Pattern.compile(
            "(?:(?:mỗi|hằng|hàng|01|1|một)\\s+|/\\s?)(?<per>quý|tháng|năm)(?!\\p{L}|\\s+20\\d\\d)|(?<half>(?:6|06|sáu)"
                    + " tháng (?:một|01|1) lần|mỗi (?:6|06|sáu) tháng|/\\s?(?:6|06) tháng)");
    private static final Pattern ONLY_YEARS =
            Pattern.compile("(?:\\s|,|\\(|\\)|vào|đến|tới|trong|cuối|hết|năm|và|20\\d\\d|lên|tăng)*");
    private static final Pattern KEPT = Pattern.compile("(?:duy trì|giữ vững|giữ ổn định)[^,;\\d%]*$");
    private static final Pattern AND_DOES = Pattern.compile(
            "(?:,|;| và| đồng thời)\\s+(?:hằng năm |hàng năm |mỗi năm )?(?:tổ chức|xây dựng|thành lập|duy trì|mở|hỗ"
                    + " trợ|phát hành|cấp phát|nhân rộng|biên soạn|tập huấn)(?!\\p{L})");
    private static final Pattern SEGMENT = Pattern.compile(";|(?<=[^\\d])\\.\\s|\\n");

    private final String sentence;
    private final String text;
    private final List<Target> targets = new ArrayList<>();

    private TargetLanguage(String sentence) {
        this.sentence = sentence;
        this.text = Quantities.mended(VietnameseText.lower(sentence));
    }

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

    /** A quantity that is aimed at, where it starts from and from where on the sentence speaks of it. */
    private record Goal(
            Quantity quantity,
            @Nullable BigDecimal high,
            @Nullable BigDecimal baseline,
            int first) {}

    private void segment(int from, int to) {
        List<Remark> remarks = Remarks.in(text, from, to);
        List<YearMark> years = TargetYears.in(text, from, to);
        years.removeIf(year -> remarks.stream().anyMatch(remark -> remark.holds(year.from())));
        List<Goal> goals = goals(from, to, remarks, years);
        List<YearMark> kept =
                years.stream().skip(1).filter(year -> isKept(from, year)).toList();
        years.removeAll(kept);
        boolean paired = goals.size() > 1 && years.size() == goals.size();
        int start = from;
        for (int i = 0; i < goals.size(); i++) {
            Goal goal = goals.get(i);
            Quantity quantity = goal.quantity();
            boolean last = i + 1 == goals.size();
            int next = last ? to : goals.get(i + 1).first();
            int end = last ? to : clauseStart(quantity.to(), next);
            Integer year = paired
                    ? Integer.valueOf(years.get(i).year())
                    : TargetYears.beside(years, goals.getFirst().first(), goals.size(), quantity, last);
            BigDecimal baseline =
                    goal.baseline() != null ? goal.baseline() : Remarks.reached(remarks, quantity.to(), next);
            Target before = i == 0 ? null : targets.getLast();
            Comparator own = Comparisons.of(
                    text.substring(start, quantity.from()), text.substring(quantity.to(), next), goal.high() != null);
            Target target = new Target(
                    what(start, end),
                    before != null && own == Comparator.EQUAL ? shared(before, goal.first()) : own,
                    quantity.value(),
                    goal.high(),
                    before != null && quantity.unit().isEmpty() ? before.unit() : quantity.unit(),
                    baseline,
                    year,
                    frequency(from, to),
                    goal.first(),
                    quantity.to());
            targets.add(target);
            int alike = alikeUntil(goals, i, years, to);
            kept.stream()
                    .filter(mark -> mark.from() > quantity.to() && mark.from() < alike)
                    .filter(mark -> year == null || year != mark.year())
                    .findFirst()
                    .ifPresent(mark -> targets.add(target.inYear(mark.year())));
            start = end;
        }
    }

    /** "ít nhất 27 % vào năm 2025 và 30 % vào năm 2030": what is said of the first value holds for a bare second. */
    private Comparator shared(Target before, int first) {
        boolean bare = isBare(before.to(), first) && before.comparator() != Comparator.ABOUT;
        return bare ? before.comparator() : Comparator.EQUAL;
    }

    /** Whether nothing but years and remarks stands between two values. */
    private boolean isBare(int from, int to) {
        return ONLY_YEARS.matcher(Remarks.without(text.substring(from, to))).matches();
    }

    private String what(int start, int end) {
        String words = JOINED.matcher(sentence.substring(start, end).strip()).replaceFirst("");
        return VietnameseText.withoutEnd(words, ",;.");
    }

    private List<Goal> goals(int from, int to, List<Remark> remarks, List<YearMark> years) {
        var measured = measuring(from, to).stream()
                .filter(quantity -> remarks.stream().noneMatch(remark -> remark.holds(quantity.from())))
                .toList();
        var outside = measured.stream()
                .filter(quantity -> !Remarks.explains(text, from, to, quantity.from()))
                .toList();
        var quantities = outside.isEmpty() ? measured : outside;
        var goals = new ArrayList<Goal>();
        int start = from;
        for (int i = 0; i < quantities.size(); i++) {
            Quantity quantity = quantities.get(i);
            int first = quantity.from();
            BigDecimal baseline = null;
            BigDecimal high = quantity.high();
            if (i + 1 < quantities.size() && Comparisons.startsFrom(text.substring(start, quantity.from()))) {
                Quantity next = quantities.get(i + 1);
                String between = text.substring(quantity.to(), next.from());
                if (isChange(start, quantity, next, between)) {
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
            goals.add(new Goal(quantity, high, baseline, first));
            start = quantity.to();
        }
        return goals;
    }

    /** A count beside a share only says who belongs to the share ("60 % have at least one …"). */
    private List<Quantity> measuring(int from, int to) {
        var all = Quantities.find(sentence.substring(from, to)).stream()
                .map(q -> new Quantity(q.kind(), q.value(), q.high(), q.unit(), q.from() + from, q.to() + from))
                .toList();
        var kept = new ArrayList<Quantity>();
        int share = -1;
        boolean anyShare = all.stream().anyMatch(q -> q.kind() == Kind.SHARE);
        for (Quantity quantity : all) {
            String before = text.substring(from, quantity.from());
            boolean counted = quantity.kind() == Kind.COUNT;
            boolean smallest = Comparisons.saysAtLeast(before);
            boolean enough = smallest
                    || ENOUGH.matcher(before).find()
                    || OR_MORE.matcher(text).region(quantity.to(), to).lookingAt();
            boolean another = share >= 0
                    && AND_DOES.matcher(text.substring(share, quantity.from())).find();
            boolean qualifies = counted
                    ? (share >= 0 && !another) || (share < 0 && anyShare && enough)
                    : share >= 0 && QUALIFIER.matcher(before).find();
            qualifies |= !kept.isEmpty() && QUALIFIER.matcher(before).find();
            if (!qualifies) {
                kept.add(quantity);
            }
            share = quantity.kind() == Kind.SHARE ? quantity.to() : share;
        }
        return kept;
    }

    private boolean isChange(int start, Quantity from, Quantity next, String between) {
        boolean upwards = Comparisons.goesUp(text.substring(from.to()));
        boolean verb = CHANGES.matcher(text.substring(start, from.from())).find();
        return BECOMES.matcher(between.replace("trở lên", "").replace("trở xuống", ""))
                        .find()
                || (!upwards && verb && REACHES.matcher(between).find() && !widens(start, from, next));
    }

    /** "mỗi năm giảm từ 3 % đến 5 %": a fall that would end higher is a span of falls. */
    private boolean widens(int start, Quantity from, Quantity next) {
        return text.substring(start, from.from()).matches("(?s).*(?:giảm|hạ)(?!\\p{L}).*")
                && next.value().compareTo(from.value()) > 0;
    }

    /** Where the words of the next target begin, between the end of one quantity and the next. */
    private int clauseStart(int from, int to) {
        String between = text.substring(from, to);
        int and = between.lastIndexOf(" và ");
        int comma = between.lastIndexOf(", ");
        int cut = and >= 0 ? and : comma;
        return cut < 0 ? from : from + cut + 1;
    }

    /** "100 % by 2025, kept until 2030" aims at the same value in a second year. */
    private boolean isKept(int from, YearMark year) {
        return KEPT.matcher(text.substring(from, year.from())).find();
    }

    /** Where the words end that hold for a value and for the bare ones listed after it: "10 % (town), 5 % (country) by …". */
    private int alikeUntil(List<Goal> goals, int index, List<YearMark> years, int to) {
        int last = index;
        while (last + 1 < goals.size() && isListed(goals.get(last), goals.get(last + 1), years)) {
            last++;
        }
        return last + 1 < goals.size() ? goals.get(last + 1).first() : to;
    }

    private boolean isListed(Goal one, Goal next, List<YearMark> years) {
        int end = one.quantity().to();
        return isBare(end, next.first())
                && years.stream().noneMatch(year -> year.from() >= end && year.from() < next.first());
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
