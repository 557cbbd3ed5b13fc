package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.VietnameseText;

/** Which objectives and indicators a task tells its agency to follow: "chỉ tiêu 2, chỉ tiêu 3 của Mục tiêu 3". */
record Ownership(List<String> objectives, List<String> indicators) {

    private static final String NUMBER = "\\d{1,2}(?:\\.\\d{1,2})?";
    private static final String INDICATORS = listOf("chi tieu");
    private static final String OBJECTIVES = listOf("muc tieu");
    private static final Pattern REFERENCE = Pattern.compile("(?:chi tieu (?:so )?(?<indicators>" + INDICATORS
            + ")\\W{0,3}(?:cua|thuoc|tai|o|trong)?\\W{0,3}(?:cac )?)?muc tieu (?:so )?(?<objectives>" + OBJECTIVES
            + ")|chi tieu (?:so )?(?<dotted>\\d{1,2}\\.\\d{1,2}(?:\\s*(?:,|;|va)\\s*(?:chi tieu )?(?:so"
            + " )?\\d{1,2}\\.\\d{1,2})*)");
    private static final Pattern FOLLOWS =
            Pattern.compile("theo doi|bao cao|chiu trach nhiem|chu tri|phu trach|thuc hien|trien khai|danh gia");

    private static String listOf(String what) {
        return NUMBER + "(?:\\s*(?:,\\s*va|,|;|va|-|den)\\s*(?:cac |so )*(?:" + what + " )?(?:so )?" + NUMBER
                + "(?![\\d/%]))*";
    }

    static Ownership of(List<String> tasks) {
        var objectives = new ArrayList<String>();
        var indicators = new ArrayList<String>();
        for (String task : tasks) {
            String folded = VietnameseText.fold(task);
            if (!FOLLOWS.matcher(folded).find()) {
                continue;
            }
            Matcher match = REFERENCE.matcher(folded);
            while (match.find()) {
                if (match.group("dotted") != null) {
                    addAll(indicators, numbers(match.group("dotted")));
                } else if (match.group("indicators") != null) {
                    List<String> named = numbers(match.group("indicators"));
                    for (String objective : numbers(match.group("objectives"))) {
                        addAll(
                                indicators,
                                named.stream()
                                        .map(no -> no.contains(".") ? no : objective + "." + no)
                                        .toList());
                    }
                } else {
                    addAll(objectives, numbers(match.group("objectives")));
                }
            }
        }
        return new Ownership(List.copyOf(objectives), List.copyOf(indicators));
    }

    /** The numbers of a list; "1 đến 4" and "1-4" are all four. */
    private static List<String> numbers(String list) {
        var numbers = new ArrayList<String>();
        Matcher match =
                Pattern.compile("(?<to>(?:-|den)\\s*)?(?<no>" + NUMBER + ")").matcher(list);
        while (match.find()) {
            String no = match.group("no");
            if (match.group("to") != null
                    && !numbers.isEmpty()
                    && !no.contains(".")
                    && !numbers.getLast().contains(".")) {
                int last = Integer.parseInt(no);
                for (int i = Integer.parseInt(numbers.getLast()) + 1; i < last; i++) {
                    numbers.add(String.valueOf(i));
                }
            }
            numbers.add(no);
        }
        return List.copyOf(new ArrayList<>(new java.util.LinkedHashSet<>(numbers)));
    }

    private static void addAll(List<String> list, List<String> more) {
        more.stream().filter(no -> !list.contains(no)).forEach(list::add);
    }
}
