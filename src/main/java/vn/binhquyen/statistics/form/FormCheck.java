package vn.binhquyen.statistics.form;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.Breakdowns.Adds;
import vn.binhquyen.statistics.Breakdowns.Dimension;
import vn.binhquyen.statistics.Breakdowns.Named;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;

/** What would be wrong if a form were asked for as it stands. A draft may hold all of it; what is in use holds none. */
@Component
class FormCheck {
    static final int MOST_CELLS = 2_000;

    private final JdbcClient jdbc;
    private final Elements elements;
    private final Breakdowns breakdowns;

    FormCheck(JdbcClient jdbc, Elements elements, Breakdowns breakdowns) {
        this.jdbc = jdbc;
        this.elements = elements;
        this.breakdowns = breakdowns;
    }

    List<FormFault> faults(FormDefinition form) {
        List<FormFault> faults = new ArrayList<>();
        Set<Integer> used = form.sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(FormRow::element)
                .collect(Collectors.toSet());
        Map<Integer, DataElement> known =
                elements.withKeys(used).stream().collect(toMap(DataElement::key, Function.identity()));
        Set<Integer> usable = usable(form.head(), used);
        Map<Breakdown, Named> named = breakdowns.named(form.sections().stream()
                .flatMap(section -> section.allColumns().stream())
                .collect(Collectors.toSet()));
        Map<String, Dimension> dimensions =
                breakdowns.dimensions().stream().collect(toMap(Dimension::code, Function.identity()));
        if (form.sections().isEmpty()) {
            faults.add(FormFault.of("form.fault.empty"));
        }
        List<FormCell> cells = form.cells();
        if (cells.size() > MOST_CELLS) {
            faults.add(FormFault.of("form.fault.large", MOST_CELLS));
        }
        Map<CellKey, FormCell> once = new HashMap<>();
        for (FormSection section : form.sections()) {
            checkSection(section, faults, named, dimensions);
            for (FormRow row : section.rows()) {
                DataElement element = Objects.requireNonNull(known.get(row.element()));
                if (!usable.contains(row.element())) {
                    faults.add(FormFault.in(section, row, "form.fault.element", element.nameVi()));
                }
                checkTotals(section, row, element, faults, known, named, dimensions);
                checkShownIf(section, row, cells, faults);
            }
        }
        for (FormCell cell : cells) {
            if (once.putIfAbsent(cell.key(), cell) != null) {
                faults.add(new FormFault(
                        "form.fault.twice",
                        List.of(
                                Objects.requireNonNull(known.get(cell.key().element()))
                                        .nameVi(),
                                name(named, cell.key().breakdown())),
                        cell.section(),
                        cell.row()));
            }
        }
        return faults;
    }

    private static void checkSection(
            FormSection section,
            List<FormFault> faults,
            Map<Breakdown, Named> named,
            Map<String, Dimension> dimensions) {
        if (section.rows().isEmpty()) {
            faults.add(FormFault.in(section, "form.fault.no-rows"));
        }
        if (section.columns().size() != Set.copyOf(section.columns()).size()
                || section.total() != null && section.columns().contains(section.total())) {
            faults.add(FormFault.in(section, "form.fault.column-twice"));
        }
        if (section.total() != null) {
            checkTotalColumn(section, section.total(), faults, named, dimensions);
        }
    }

    /** Columns add up to a total where they are all options of dimensions that add, each once. */
    private static void checkTotalColumn(
            FormSection section,
            Breakdown total,
            List<FormFault> faults,
            Map<Breakdown, Named> named,
            Map<String, Dimension> dimensions) {
        Set<String> kept = options(named, total);
        Set<Set<String>> dropped = new HashSet<>();
        for (Breakdown column : section.columns()) {
            Set<String> options = new TreeSet<>(options(named, column));
            if (!options.containsAll(kept) || options.size() == kept.size()) {
                faults.add(FormFault.in(section, "form.fault.not-part", name(named, column), name(named, total)));
                return;
            }
            options.removeAll(kept);
            dropped.add(options.stream().map(FormCheck::dimension).collect(Collectors.toSet()));
        }
        if (dropped.size() != 1) {
            faults.add(FormFault.in(section, "form.fault.mixed"));
            return;
        }
        int needed = 1;
        for (String code : dropped.iterator().next()) {
            Dimension dimension = Objects.requireNonNull(dimensions.get(code));
            if (dimension.adds() == Adds.NEVER) {
                faults.add(FormFault.in(section, "form.fault.never-adds", dimension.nameVi()));
                return;
            }
            needed *= dimension.adds() == Adds.ALL ? dimension.options().size() : 1;
        }
        if (section.columns().size() < needed) {
            faults.add(FormFault.in(
                    section,
                    "form.fault.columns-missing",
                    needed,
                    section.columns().size()));
        }
    }

    private static void checkTotals(
            FormSection section,
            FormRow row,
            DataElement element,
            List<FormFault> faults,
            Map<Integer, DataElement> known,
            Map<Breakdown, Named> named,
            Map<String, Dimension> dimensions) {
        if (section.total() != null && !row.closed().contains(section.total())) {
            if (!adds(element)) {
                faults.add(FormFault.in(section, row, "form.fault.no-sum", element.nameVi()));
            }
            if (section.columns().stream().anyMatch(row.closed()::contains)
                    && options(named, section.columns().getFirst()).stream()
                            .map(FormCheck::dimension)
                            .anyMatch(code ->
                                    Objects.requireNonNull(dimensions.get(code)).adds() == Adds.ALL)) {
                faults.add(FormFault.in(section, row, "form.fault.closed-part", element.nameVi()));
            }
        }
        if (!row.total()) {
            return;
        }
        Map<Integer, FormRow> rows = section.rows().stream().collect(toMap(FormRow::place, Function.identity()));
        List<Integer> leaves = new ArrayList<>();
        if (!leaves(row, rows, new HashSet<>(), leaves)) {
            faults.add(FormFault.in(section, row, "form.fault.of-itself", element.nameVi()));
            return;
        }
        if (leaves.size() != Set.copyOf(leaves).size()) {
            faults.add(FormFault.in(section, row, "form.fault.counted-twice", element.nameVi()));
        }
        for (int place : leaves) {
            FormRow part = rows.get(place);
            DataElement counted = part == null ? null : known.get(part.element());
            if (counted == null) {
                faults.add(FormFault.in(section, row, "form.fault.no-such-row", place));
            } else if (!adds(counted) || !adds(element)) {
                faults.add(FormFault.in(section, row, "form.fault.no-sum", counted.nameVi()));
            } else if (!counted.unit().equals(element.unit())) {
                faults.add(FormFault.in(section, row, "form.fault.other-unit", element.nameVi(), counted.nameVi()));
            }
        }
    }

    /** Gathers the rows that are filled in of which a total is the sum; false where it comes back to one above it. */
    private static boolean leaves(FormRow row, Map<Integer, FormRow> rows, Set<Integer> above, List<Integer> leaves) {
        if (!above.add(row.place())) {
            return false;
        }
        for (int place : row.totalOf()) {
            FormRow part = rows.get(place);
            if (part == null || !part.total()) {
                leaves.add(place);
                if (place == row.place()) {
                    return false;
                }
            } else if (!leaves(part, rows, above, leaves)) {
                return false;
            }
        }
        above.remove(row.place());
        return true;
    }

    private static void checkShownIf(FormSection section, FormRow row, List<FormCell> cells, List<FormFault> faults) {
        CellKey key = row.shownIf();
        if (key == null) {
            return;
        }
        boolean elsewhere = cells.stream()
                .anyMatch(cell ->
                        cell.key().equals(key) && !(cell.section() == section.place() && cell.row() == row.place()));
        if (!elsewhere) {
            faults.add(FormFault.in(section, row, "form.fault.shown-if"));
        }
    }

    private static boolean adds(DataElement element) {
        return element.kind() == DataElement.Kind.COUNT || element.kind() == DataElement.Kind.AMOUNT;
    }

    private static Set<String> options(Map<Breakdown, Named> named, Breakdown breakdown) {
        return Objects.requireNonNull(named.get(breakdown)).options();
    }

    private static String name(Map<Breakdown, Named> named, Breakdown breakdown) {
        return Objects.requireNonNull(named.get(breakdown)).nameVi();
    }

    private static String dimension(String option) {
        return option.substring(0, option.indexOf(':'));
    }

    /** Those of the elements that hold where the form is asked for, and are not retired by then. */
    private Set<Integer> usable(FormHead head, Collection<Integer> keys) {
        return Set.copyOf(jdbc.sql("""
            select element.key
              from data_element element
             where element.key = any(:keys) and (retired_on is null or retired_on > :from)
               and (element.unit_id is null
                    or exists (select 1
                                 from unit asking
                                 join unit owner on owner.id = element.unit_id
                                where asking.id = :owner::uuid and asking.path <@ owner.path))
            """)
                .param("keys", keys.toArray(Integer[]::new))
                .param("from", head.from())
                .param("owner", owner(head))
                .query((row, n) -> row.getInt(1))
                .list());
    }

    List<DataElement> search(FormHead head, String words) {
        List<Integer> keys = jdbc.sql("""
            select element.key
              from data_element element
             where (retired_on is null or retired_on > :from)
               and (element.unit_id is null
                    or exists (select 1
                                 from unit asking
                                 join unit owner on owner.id = element.unit_id
                                where asking.id = :owner::uuid and asking.path <@ owner.path))
               and fold(concat_ws(' ', code, name, name_en))
                   like all (array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                                     from regexp_split_to_table(fold(:words), '\\s+') word))
             order by code
             limit 40
            """)
                .param("from", head.from())
                .param("owner", owner(head))
                .param("words", words)
                .query((row, n) -> row.getInt(1))
                .list();
        return elements.withKeys(keys).stream()
                .sorted(comparing(DataElement::code))
                .toList();
    }

    private static @Nullable UUID owner(FormHead head) {
        return head.owner() == null ? null : head.owner().value();
    }
}
