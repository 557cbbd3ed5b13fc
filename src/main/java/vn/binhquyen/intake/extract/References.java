package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.kernel.Occurrences;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Where words point to objectives and indicators: by number ("chỉ tiêu 1, 2 của Mục tiêu 3", "các chỉ tiêu số 6 đến 9",
 * "Mục tiêu 2 (chỉ tiêu 1)") or by the field of an objective ("các chỉ tiêu thuộc lĩnh vực y tế").
 */
final class References {

    /** @param objectives those that are meant as a whole */
    record Reference(List<String> objectives, List<String> indicators, int from, int to) {}

    private enum Kind {
        INDICATOR,
        OBJECTIVE,
        FIELD
    }

    private static final String INDICATOR = "chi tieu";
    private static final String OBJECTIVE = "muc tieu";
    private static final List<String> FIELD_BEGINNINGS = List.of("linh vuc", "nhom", "muc", "diem", "khoan");
    private static final String LETTERS = "abcdđeghik";
    private static final Pattern LETTERED =
            Pattern.compile("(?<!\\p{L})chỉ tiêu\\s*[:(]?\\s*(?:(?:tại|nêu|ở) )*(?:điểm )?(?<list>[" + LETTERS
                    + "](?!\\p{L})(?:\\s*(?:,|;|và|, và)\\s*(?:chỉ tiêu |điểm )?[" + LETTERS + "](?!\\p{L}))*)");

    private static final Pattern LETTER = Pattern.compile("(?<!\\p{L})[" + LETTERS + "](?!\\p{L})");

    private record Mention(Kind kind, List<String> numbers, int from, int to) {}

    private static final String COUNTED =
            "(?:lao dong|nguoi|ho|lop|xa|phuong|thon|ap|ban|mo hinh|doanh nghiep|can bo|hoi vien|dang vien|phu"
                    + " nu|nu|hoc sinh|tin|bai|buoi|cuoc|luot|dot|trieu|ty|dong|suat|cau lac bo|co quan|don"
                    + " vi|truong|vu|cap|lan|(?:chi|muc) tieu(?! (?:so )?\\d))";
    private static final String NUMBER =
            "\\d{1,2}(?:\\.\\d{1,2})?(?![\\d/%]|\\.\\d|\\s+%|\\s+(?:" + COUNTED + ")(?!\\p{L}))";
    private static final Pattern NUMBERS = Pattern.compile("(?<to>(?:-|den)\\D*)?(?<no>\\d{1,2}(?:\\.\\d{1,2})?)");
    private static final String PLACE = "(?:(?:co|mang|o|tai|theo|neu|thuoc|trong|quy dinh) )*";
    private static final Pattern INDICATORS = Pattern.compile("(?<!\\p{L})chi tieu(?: cu the)?\\s*[:(]?\\s*(?:" + PLACE
            + "(?:(?:so thu tu|stt|so|thu|dong)|(?<point>muc|diem|khoan|tiet))\\s*)?(?:tu (?:so )?)?(?<list>"
            + listOf("chi tieu") + ")");
    private static final Pattern OBJECTIVES = Pattern.compile(
            "(?<!\\p{L})muc tieu(?: cu the)?\\s*[:(]?\\s*(?:(?:so|thu|tu) )?(?<list>" + listOf("muc tieu") + ")");
    private static final Pattern FIELDS = Pattern.compile(
            "(?<!\\p{L})(?:linh vuc|nhom|muc|diem|khoan)\\s+(?:(?:so|thu) )?(?<list>" + listOf("linh vuc") + ")");
    private static final Pattern GROUPS =
            Pattern.compile("(?<!\\p{L})nhom chi tieu (?<list>[ivx]{1,4}(?!\\p{L})(?:\\s*(?:,|va)\\s*(?:nhom chi tieu"
                    + " )?[ivx]{1,4}(?!\\p{L}))*)");
    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");
    private static final Pattern OF =
            Pattern.compile("[\\s,(:]{0,3}(?:(?:nam|cua|thuoc|tai|o|trong|ve|theo|neu|cac|nhom)" + " )*[\\s(]{0,2}");
    private static final Pattern OF_INDICATORS = Pattern.compile(
            "chi tieu(?: cu the)?[\\s(:]{1,2}(?:(?:nam|cua|thuoc|tai|o|trong|ve|theo|neu|cac|nhom) )*$");
    private static final Pattern NAMELY = Pattern.compile("\\s*[(:]\\s*(?:(?:gom|cac|voi)\\s+)*");
    private static final Pattern AND = Pattern.compile("\\s*(?:,|va|, va)\\s*(?:cac )?");
    private static final Pattern FIELD_WORDS =
            Pattern.compile("^(?:(?:trong|ve|doi voi|bao dam binh dang gioi trong) )*(?:cac )?linh vuc ");

    private final String lower;
    private final String folded;
    private final List<Objective> objectives;

    private static final List<String> ORDINALS =
            List.of("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi");
    private static final Pattern ORDINAL = Pattern.compile(
            "(?<!\\p{L})thu (?<word>" + String.join("|", ORDINALS) + ")(?!\\p{L})(?<=(?:chi|muc) tieu[^.;:]{0,60})");

    private References(String words, String folded, List<Objective> objectives) {
        lower = VietnameseText.lower(words);
        this.folded = inFigures(folded);
        this.objectives = objectives;
    }

    /** "chỉ tiêu thứ hai, thứ ba" as "chỉ tiêu 2, 3", each as long as it was. */
    private static String inFigures(String folded) {
        if (!folded.contains("tieu thu ")) {
            return folded;
        }
        return ORDINAL.matcher(folded).replaceAll(ordinal -> {
            String figure = String.valueOf(ORDINALS.indexOf(ordinal.group("word")) + 1);
            return " ".repeat(ordinal.end() - ordinal.start() - figure.length()) + figure;
        });
    }

    private static String listOf(String what) {
        return NUMBER + "(?:\\s*(?:,\\s*va|,|;|va|&|-|den|cung)\\s*(?:(?:cac|het|tu|voi|diem|khoan|muc(?! tieu)|" + what
                + ") )*(?:(?:so|thu) )?" + NUMBER + ")*";
    }

    /** @param objectives of the plan, which tell what a bare number means */
    static List<Reference> in(String words, List<Objective> objectives) {
        String folded = VietnameseText.fold(words);
        boolean named = folded.contains(INDICATOR) || folded.contains(OBJECTIVE);
        return named ? new References(words, folded, objectives).find() : List.of();
    }

    private List<Reference> find() {
        List<Mention> mentions = mentions();
        var references = new ArrayList<Reference>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention one = mentions.get(i);
            Mention next = i + 1 < mentions.size() ? mentions.get(i + 1) : null;
            Mention third = i + 2 < mentions.size() ? mentions.get(i + 2) : null;
            if (next != null && isOf(one, next)) {
                int another = anotherIn(next);
                List<String> own = numbers(folded.substring(next.from(), another));
                references.add(parts(another < next.to() ? own : next.numbers(), one.numbers(), one.from(), another));
                if (another < next.to()) {
                    List<String> whole =
                            next.numbers().subList(own.size(), next.numbers().size());
                    references.add(new Reference(whole, List.of(), another, next.to()));
                }
                i++;
            } else if (next != null && isNamely(one, next, third)) {
                references.add(parts(one.numbers(), next.numbers(), one.from(), next.to()));
                i++;
            } else if (one.kind() == Kind.INDICATOR) {
                references.add(new Reference(List.of(), alone(one.numbers()), one.from(), one.to()));
            } else {
                references.add(new Reference(one.numbers(), List.of(), one.from(), one.to()));
            }
        }
        return references;
    }

    /** "chỉ tiêu 1, 2 của Mục tiêu 3" */
    private boolean isOf(Mention one, Mention next) {
        return one.kind() == Kind.INDICATOR && next.kind() != Kind.INDICATOR && gap(one, next, OF);
    }

    /** Where "của Mục tiêu 3 và Mục tiêu 6" names anew what is meant as a whole; its end where it doesn't. */
    private int anotherIn(Mention objectives) {
        int again = objectives.kind() == Kind.OBJECTIVE
                ? folded.substring(objectives.from(), objectives.to()).lastIndexOf(" va " + OBJECTIVE)
                : -1;
        return again < 0 ? objectives.to() : objectives.from() + again;
    }

    /** "Mục tiêu 3 (chỉ tiêu 1, 2)" */
    private boolean isNamely(Mention one, Mention next, @Nullable Mention third) {
        return one.kind() != Kind.INDICATOR
                && next.kind() == Kind.INDICATOR
                && gap(one, next, NAMELY)
                && (third == null || !isOf(next, third));
    }

    private static Reference parts(List<String> objectives, List<String> indicators, int from, int to) {
        return new Reference(List.of(), within(objectives, indicators), from, to);
    }

    private boolean gap(Mention one, Mention next, Pattern pattern) {
        return pattern.matcher(folded.substring(one.to(), next.from())).matches();
    }

    private static List<String> within(List<String> objectives, List<String> indicators) {
        return objectives.stream()
                .flatMap(objective ->
                        indicators.stream().map(no -> no.contains(".") ? no : objective + "." + ordinal(no)))
                .distinct()
                .toList();
    }

    private static String ordinal(String no) {
        int letter = LETTERS.indexOf(no);
        return letter < 0 ? no : String.valueOf(letter + 1);
    }

    /** An indicator named by its number alone is the only one of that number; the plan may number them through. */
    private List<String> alone(List<String> numbers) {
        boolean flat = objectives.stream().allMatch(objective -> objective.no() == null);
        return numbers.stream()
                .flatMap(no ->
                        flat || no.contains(".") ? Stream.of(no) : holders(no).map(objective -> objective + "." + no))
                .toList();
    }

    private Stream<String> holders(String no) {
        var holders = objectives.stream()
                .filter(objective -> objective.indicators().stream().anyMatch(indicator -> no.equals(indicator.no())))
                .map(Objective::no)
                .toList();
        return holders.size() == 1 ? holders.stream() : Stream.empty();
    }

    private List<Mention> mentions() {
        var all = new ArrayList<Mention>();
        boolean numbered = objectives.stream().anyMatch(objective -> objective.no() != null);
        var found = new Occurrences(INDICATORS, folded, List.of(INDICATOR));
        while (found.find()) {
            Matcher match = found.match();
            if (match.group("point") != null && numbered) {
                List<String> headings = numbers(match.group("list"));
                all.add(new Mention(
                        Kind.OBJECTIVE,
                        headings.stream().map(no -> String.valueOf(leaf(no))).toList(),
                        match.start(),
                        match.end()));
            } else {
                add(all, Kind.INDICATOR, match);
            }
        }
        found = new Occurrences(LETTERED, lower, List.of("chỉ tiêu"));
        while (found.find()) {
            Matcher match = found.match();
            var letters = LETTER.matcher(match.group("list"))
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList();
            all.add(new Mention(Kind.INDICATOR, letters, match.start(), match.end()));
        }
        found = new Occurrences(GROUPS, folded, List.of("nhom chi tieu"));
        while (found.find()) {
            Matcher match = found.match();
            var numbers = Stream.of(match.group("list").split("\\W+|va|nhom|chi tieu"))
                    .filter(ROMAN::contains)
                    .map(roman -> String.valueOf(ROMAN.indexOf(roman) + 1))
                    .toList();
            all.add(new Mention(Kind.OBJECTIVE, numbers, match.start(), match.end()));
        }
        found = new Occurrences(OBJECTIVES, folded, List.of(OBJECTIVE));
        while (found.find()) {
            add(all, Kind.OBJECTIVE, found.match());
        }
        if (numbered && folded.contains(INDICATOR)) {
            found = new Occurrences(FIELDS, folded, FIELD_BEGINNINGS);
            while (found.find()) {
                add(all, Kind.FIELD, found.match());
            }
            objectives.forEach(objective -> named(objective, all));
        }
        all.sort(Comparator.comparingInt(Mention::from));
        return apart(all);
    }

    private static void add(List<Mention> all, Kind kind, Matcher match) {
        all.add(new Mention(kind, numbers(match.group("list")), match.start(), match.end()));
    }

    private void named(Objective objective, List<Mention> all) {
        String title = VietnameseText.fold(objective.title());
        Matcher field = FIELD_WORDS.matcher(title);
        if (objective.no() == null || !field.find()) {
            return;
        }
        String name = title.substring(field.end());
        if (!folded.contains(name)) {
            return;
        }
        Matcher named = Pattern.compile("(?<!\\p{L})(?:linh vuc )?" + Pattern.quote(name) + "(?!\\p{L})")
                .matcher(folded);
        while (named.find()) {
            all.add(new Mention(Kind.FIELD, List.of(objective.no()), named.start(), named.end()));
        }
    }

    /** Mentions that don't overlap; a field counts where the words speak of its indicators. */
    private List<Mention> apart(List<Mention> all) {
        var apart = new ArrayList<Mention>();
        for (Mention mention : all) {
            Mention last = apart.isEmpty() ? null : apart.getLast();
            if (last != null && mention.from() < last.to()) {
                continue;
            }
            boolean linked = mention.kind() != Kind.FIELD
                    || OF_INDICATORS
                            .matcher(folded.substring(0, mention.from()))
                            .find()
                    || (last != null && last.kind() == Kind.INDICATOR && gap(last, mention, OF))
                    || (last != null && last.kind() == Kind.FIELD && gap(last, mention, AND));
            if (linked) {
                apart.add(mention);
            }
        }
        return apart;
    }

    /** The numbers of a list; "1 đến 4" and "1-4" are all four, "3.1 đến 3.3" all three. */
    private static List<String> numbers(String list) {
        var numbers = new LinkedHashSet<String>();
        String last = "";
        Matcher match = NUMBERS.matcher(list);
        while (match.find()) {
            String no = match.group("no").replaceFirst("^0(?=\\d)", "");
            if (match.group("to") != null && stem(no).equals(stem(last))) {
                String stem = stem(no);
                IntStream.range(leaf(last) + 1, leaf(no)).forEach(i -> numbers.add(stem + i));
            }
            numbers.add(no);
            last = no;
        }
        return List.copyOf(numbers);
    }

    private static String stem(String no) {
        return no.substring(0, no.lastIndexOf('.') + 1);
    }

    private static int leaf(String no) {
        return no.isEmpty() ? 0 : Integer.parseInt(no.substring(no.lastIndexOf('.') + 1));
    }
}
