package vn.binhquyen.statistics.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns.Named;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSection;

/** What the page of a design held when it was sent, and what the button that was pressed does to it. */
final class FormDesignEdit {
    private static final int MOST_COLUMNS = 60;
    private static final int MOST_ROWS = 100;
    private static final int LONGEST = 300;
    private static final int LONGEST_HELP = 2_000;
    private static final Pattern CELL = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})");
    private static final Pattern ACT = Pattern.compile("([a-z-]+)(?::(\\d{1,4})(?:\\.(\\d{1,4}))?)?");

    /**
     * What a button does.
     *
     * @param section its place, 0 for none
     * @param row place of the row, or the column counted from 1; 0 for none
     */
    record Act(String verb, int section, int row) {
        static Act read(String text) {
            Matcher act = ACT.matcher(text);
            return act.matches()
                    ? new Act(act.group(1), number(act.group(2)), number(act.group(3)))
                    : new Act("save", 0, 0);
        }

        private static int number(@Nullable String digits) {
            return digits == null ? 0 : Integer.parseInt(digits);
        }
    }

    private final MultiValueMap<String, String> fields;
    private final Map<Breakdown, Named> named;
    private final Function<Collection<SortedSet<String>>, Map<SortedSet<String>, Breakdown>> intern;
    private final List<FormSection> sections = new ArrayList<>();

    /** @param named what the columns are made of */
    FormDesignEdit(
            MultiValueMap<String, String> fields,
            Map<Breakdown, Named> named,
            Function<Collection<SortedSet<String>>, Map<SortedSet<String>, Breakdown>> intern) {
        this.fields = fields;
        this.named = new HashMap<>(named);
        this.intern = intern;
        shown(fields).forEach(section -> sections.add(typed(section)));
    }

    /**
     * The rows and columns that the page showed. It says them itself: the draft may hold others by now, to which what was
     * typed would not belong.
     */
    static List<FormSection> shown(MultiValueMap<String, String> fields) {
        List<FormSection> shown = new ArrayList<>();
        for (int place = 1; fields.containsKey("s" + place + ".titleVi"); place++) {
            String section = "s" + place + ".";
            List<FormRow> rows = new ArrayList<>();
            for (int row = 1; fields.containsKey(section + "r" + row + ".element"); row++) {
                int element = number(text(fields, section + "r" + row + ".element"));
                rows.add(new FormRow(row, element, "", "", 0, List.of(), Set.of(), null, false));
            }
            List<Breakdown> columns = fields.getOrDefault(section + "column", List.of()).stream()
                    .map(key -> new Breakdown(number(key)))
                    .toList();
            shown.add(new FormSection(place, "", "", "", columns, null, rows));
        }
        return shown;
    }

    /** What was asked for; the key "Enter" seeks where words to seek stand, and keeps everywhere else. */
    Act asked(String button) {
        return button.equals("enter")
                ? sections.stream()
                        .filter(section -> !field(section.place(), "find").isEmpty())
                        .map(section -> new Act("find", section.place(), 0))
                        .findFirst()
                        .orElse(new Act("save", 0, 0))
                : Act.read(button);
    }

    List<FormSection> sections() {
        return IntStream.range(0, sections.size())
                .mapToObj(i -> at(i + 1, sections.get(i)))
                .toList();
    }

    /** What the page comes back to. */
    String anchor(Act act) {
        return switch (act.verb()) {
            case "save", "section-remove" -> "design";
            case "section-add" -> "s" + sections.size();
            case "section-up" -> "s" + Math.max(1, act.section() - 1);
            case "section-down" -> "s" + Math.min(sections.size(), act.section() + 1);
            default -> "s" + act.section();
        };
    }

    void apply(Act act) {
        if (act.verb().equals("section-add")) {
            sections.add(new FormSection(sections.size() + 1, "", "", "", List.of(Breakdown.TOTAL), null, List.of()));
        }
        int at = act.section() - 1;
        if (at < 0 || at >= sections.size()) {
            return;
        }
        FormSection section = sections.get(at);
        switch (act.verb()) {
            case "section-up" -> swap(sections, at, at - 1);
            case "section-down" -> swap(sections, at, at + 1);
            case "section-remove" -> sections.remove(at);
            case "columns" -> sections.set(at, withColumns(section, product(all(section.place(), "option"))));
            case "column-left" -> sections.set(at, withColumns(section, moved(section.columns(), act.row() - 1)));
            case "column-remove" -> sections.set(at, withColumns(section, without(section.columns(), act.row() - 1)));
            case "add" -> sections.set(at, withRows(section, added(section)));
            case "row-up" -> sections.set(at, reordered(section, act.row() - 1, act.row() - 2));
            case "row-down" -> sections.set(at, reordered(section, act.row() - 1, act.row()));
            case "row-remove" -> sections.set(at, removed(section, act.row()));
            default -> {
                // saves and searches keep what was typed and change nothing else
            }
        }
    }

    private FormSection typed(FormSection section) {
        int place = section.place();
        FormSection typed = new FormSection(
                place,
                cut(field(place, "titleVi"), LONGEST),
                cut(field(place, "titleEn"), LONGEST),
                cut(field(place, "help"), LONGEST_HELP),
                section.columns(),
                section.total(),
                section.rows().stream().map(row -> typed(place, row)).toList());
        return totalled(typed, field(place, "total").equals("true"));
    }

    private FormRow typed(int section, FormRow row) {
        String name = "r" + row.place() + ".";
        return new FormRow(
                row.place(),
                row.element(),
                cut(field(section, name + "labelVi"), LONGEST),
                cut(field(section, name + "labelEn"), LONGEST),
                Math.clamp(number(field(section, name + "indent")), 0, 3),
                all(section, name + "totalOf").stream()
                        .map(FormDesignEdit::number)
                        .filter(place -> place > 0)
                        .distinct()
                        .toList(),
                all(section, name + "closed").stream()
                        .map(key -> new Breakdown(number(key)))
                        .collect(Collectors.toSet()),
                cell(field(section, name + "shownIf")),
                field(section, name + "required").equals("true"));
    }

    /** The computed column is what all columns have in common. */
    private FormSection totalled(FormSection section, boolean wanted) {
        Breakdown total = null;
        if (wanted && !section.columns().isEmpty()) {
            SortedSet<String> common = new TreeSet<>(options(section.columns().getFirst()));
            section.columns().forEach(column -> common.retainAll(options(column)));
            total = common.isEmpty()
                    ? Breakdown.TOTAL
                    : Objects.requireNonNull(interned(List.of(common)).getFirst());
        }
        return new FormSection(
                section.place(),
                section.titleVi(),
                section.titleEn(),
                section.help(),
                section.columns(),
                total,
                section.rows());
    }

    /** Every combination of one option of each dimension that any option was chosen of; the total where none was. */
    private List<Breakdown> product(List<String> options) {
        Map<String, List<String>> byDimension = new LinkedHashMap<>();
        options.stream()
                .filter(option -> option.indexOf(':') > 0)
                .forEach(option -> byDimension
                        .computeIfAbsent(option.substring(0, option.indexOf(':')), any -> new ArrayList<>())
                        .add(option));
        long size = byDimension.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, 1_000));
        if (size > MOST_COLUMNS) {
            throw new Refused("form.columns.many", MOST_COLUMNS);
        }
        List<SortedSet<String>> combinations = List.of(new TreeSet<>());
        for (List<String> choices : byDimension.values()) {
            List<SortedSet<String>> longer = new ArrayList<>();
            for (SortedSet<String> begun : combinations) {
                for (String choice : choices) {
                    SortedSet<String> with = new TreeSet<>(begun);
                    with.add(choice);
                    longer.add(with);
                }
            }
            combinations = longer;
        }
        return byDimension.isEmpty() ? List.of(Breakdown.TOTAL) : interned(combinations);
    }

    private List<Breakdown> interned(List<SortedSet<String>> combinations) {
        Map<SortedSet<String>, Breakdown> keys = intern.apply(combinations);
        return combinations.stream()
                .map(each -> {
                    Breakdown key = Objects.requireNonNull(keys.get(each));
                    named.putIfAbsent(key, new Named(key, each, "", ""));
                    return key;
                })
                .toList();
    }

    private Set<String> options(Breakdown column) {
        Named known = named.get(column);
        return known == null ? Set.of() : known.options();
    }

    private FormSection withColumns(FormSection section, List<Breakdown> columns) {
        if (columns.isEmpty()) {
            throw new Refused("form.columns.none");
        }
        FormSection changed = new FormSection(
                section.place(), section.titleVi(), section.titleEn(), section.help(), columns, null, section.rows());
        FormSection totalled = totalled(changed, section.total() != null);
        return withRows(
                totalled,
                totalled.rows().stream()
                        .map(row -> new FormRow(
                                row.place(),
                                row.element(),
                                row.labelVi(),
                                row.labelEn(),
                                row.indent(),
                                row.totalOf(),
                                row.closed().stream()
                                        .filter(totalled.allColumns()::contains)
                                        .collect(Collectors.toSet()),
                                row.shownIf(),
                                row.required()))
                        .toList());
    }

    private List<FormRow> added(FormSection section) {
        List<FormRow> rows = new ArrayList<>(section.rows());
        for (String element : all(section.place(), "add")) {
            if (number(element) > 0) {
                rows.add(new FormRow(rows.size() + 1, number(element), "", "", 0, List.of(), Set.of(), null, false));
            }
        }
        if (rows.size() > MOST_ROWS) {
            throw new Refused("form.rows.many", MOST_ROWS);
        }
        return rows;
    }

    private static FormSection reordered(FormSection section, int from, int to) {
        List<FormRow> rows = new ArrayList<>(section.rows());
        swap(rows, from, to);
        return renumbered(section, rows);
    }

    private static FormSection removed(FormSection section, int place) {
        return renumbered(
                section,
                section.rows().stream().filter(row -> row.place() != place).toList());
    }

    /** The rows get their places in their new order, and totals follow those that they add up. */
    private static FormSection renumbered(FormSection section, List<FormRow> rows) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i).place(), i + 1);
        }
        return withRows(
                section,
                rows.stream()
                        .map(row -> new FormRow(
                                Objects.requireNonNull(places.get(row.place())),
                                row.element(),
                                row.labelVi(),
                                row.labelEn(),
                                row.indent(),
                                row.totalOf().stream()
                                        .map(place -> Optional.ofNullable(places.get(place)))
                                        .flatMap(Optional::stream)
                                        .sorted()
                                        .toList(),
                                row.closed(),
                                row.shownIf(),
                                row.required()))
                        .toList());
    }

    private static FormSection withRows(FormSection section, List<FormRow> rows) {
        return new FormSection(
                section.place(),
                section.titleVi(),
                section.titleEn(),
                section.help(),
                section.columns(),
                section.total(),
                rows);
    }

    private static FormSection at(int place, FormSection section) {
        return new FormSection(
                place,
                section.titleVi(),
                section.titleEn(),
                section.help(),
                section.columns(),
                section.total(),
                section.rows());
    }

    private static <T> void swap(List<T> list, int one, int other) {
        if (one >= 0 && other >= 0 && one < list.size() && other < list.size()) {
            Collections.swap(list, one, other);
        }
    }

    private static List<Breakdown> moved(List<Breakdown> columns, int column) {
        List<Breakdown> moved = new ArrayList<>(columns);
        swap(moved, column, column - 1);
        return moved;
    }

    private static List<Breakdown> without(List<Breakdown> columns, int column) {
        List<Breakdown> left = new ArrayList<>(columns);
        if (column >= 0 && column < left.size()) {
            left.remove(column);
        }
        return left;
    }

    private String field(int section, String name) {
        return text(fields, "s" + section + "." + name);
    }

    static String text(MultiValueMap<String, String> fields, String name) {
        String typed = fields.getFirst(name);
        return typed == null ? "" : typed.strip();
    }

    private List<String> all(int section, String name) {
        List<String> chosen = fields.get("s" + section + "." + name);
        return chosen == null
                ? List.of()
                : chosen.stream().filter(Objects::nonNull).toList();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    static @Nullable CellKey cell(String id) {
        Matcher cell = CELL.matcher(id);
        return cell.matches()
                ? new CellKey(Integer.parseInt(cell.group(1)), new Breakdown(Integer.parseInt(cell.group(2))))
                : null;
    }

    static String id(@Nullable CellKey cell) {
        return cell == null ? "" : cell.element() + "." + cell.breakdown().key();
    }
}
