package vn.binhquyen.statistics.quality;

import static vn.binhquyen.kernel.Columns.column;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.BreakdownKeys;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.catalogue.Formula;
import vn.binhquyen.statistics.catalogue.Term;

/** What the checks read, each kind of thing in one query for all sheets. */
@Component
class SheetFacts {
    /** The official figures of each {@code sheet}, by the whole of their key, whatever the planner guesses of their number. */
    private static final String GIVEN = """
         cross join lateral (
               select element_key, breakdown_key, nature, value
                 from data_value
                where data_value.province_id = sheet.province_id and nature in ('A', 'E')
                  and element_key = any(:elements) and data_value.period_key = sheet.period_key
                  and data_value.unit_key = sheet.unit_key and reporter_key = 0
               offset 0) given
        """;

    private final JdbcClient jdbc;
    private final RuleRows rules;
    private final BreakdownKeys breakdowns;

    SheetFacts(JdbcClient jdbc, RuleRows rules, BreakdownKeys breakdowns) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.breakdowns = breakdowns;
    }

    record Asked(int unit, int period) {}

    /** Where a unit stands. @param above itself and those above it */
    record Kin(int parent, String level, Set<UnitId> above) {}

    /** Similar units in a period. */
    record Group(int parent, String level, int period) {}

    /** The official figures; a unit that gave none in the period has no entry. */
    Map<Asked, Map<Cell, BigDecimal>> figures(Collection<Asked> asked, Set<Integer> elements) {
        Map<Asked, Map<Cell, BigDecimal>> figures = new HashMap<>();
        jdbc.sql("""
            with sheet as materialized (
                select distinct on (asked.unit_key, asked.period_key) asked.unit_key, asked.period_key,
                       coalesce(state.province_id, unit.province_id) as province_id
                  from unnest(:units::int[], :periods::int[]) as asked (unit_key, period_key)
                  join unit on unit.key = asked.unit_key
                  left join unit_state state on state.unit_id = unit.id
                                            and state.valid_during && period_range(asked.period_key)
                 order by asked.unit_key, asked.period_key, state.valid_during desc
            )
            select sheet.unit_key, sheet.period_key, element_key, breakdown_key, nature, value
              from sheet
            """ + GIVEN)
                .param("units", column(asked, Asked::unit, Integer[]::new))
                .param("periods", column(asked, Asked::period, Integer[]::new))
                .param("elements", elements.toArray(Integer[]::new))
                .query(row -> {
                    figures.computeIfAbsent(
                                    new Asked(row.getInt("unit_key"), row.getInt("period_key")), any -> new HashMap<>())
                            .put(cell(row), row.getBigDecimal("value"));
                });
        return figures;
    }

    Map<Integer, Kin> kin(Collection<SheetKey> sheets) {
        Map<Integer, Kin> kin = new HashMap<>();
        jdbc.sql("""
            select unit.key, coalesce(parent.key, 0) as parent, unit.level, array_agg(higher.id) as above
              from unit
              left join unit parent on parent.id = unit.parent_id
              join unit higher on higher.path @> unit.path
             where unit.key = any(:units)
             group by unit.key, parent.key, unit.level
            """)
                .param("units", column(sheets, SheetKey::unit, Integer[]::new))
                .query(row -> {
                    kin.put(
                            row.getInt("key"),
                            new Kin(
                                    row.getInt("parent"),
                                    row.getString("level"),
                                    Arrays.stream((UUID[]) row.getArray("above").getArray())
                                            .map(UnitId::new)
                                            .collect(Collectors.toSet())));
                });
        return kin;
    }

    /** The figures of all units of the same level below the same unit, in the periods of the sheets. */
    Map<Group, Map<Integer, Map<Cell, BigDecimal>>> alike(
            Collection<SheetKey> sheets, Map<Asked, Map<Cell, BigDecimal>> figures) {
        Set<Integer> elements = new HashSet<>();
        for (SheetKey sheet : sheets) {
            figures.getOrDefault(new Asked(sheet.unit(), sheet.period()), Map.of())
                    .keySet()
                    .forEach(cell -> elements.add(cell.element()));
        }
        Map<Group, Map<Integer, Map<Cell, BigDecimal>>> alike = new HashMap<>();
        jdbc.sql("""
            with alike as materialized (
                select distinct me.parent_id, me.level, asked.period_key, period_range(asked.period_key) as during
                  from unnest(:units::int[], :periods::int[]) as asked (unit_key, period_key)
                  join unit me on me.key = asked.unit_key
            ), sheet as materialized (
                select parent.key as parent, mate.level, mate.key as unit_key, mate.province_id, alike.period_key
                  from alike
                  join unit parent on parent.id = alike.parent_id
                  join unit mate on mate.parent_id = alike.parent_id and mate.level = alike.level
                                and mate.valid_during && during
            )
            select parent, level, sheet.unit_key, sheet.period_key, element_key, breakdown_key, nature, value
              from sheet
            """ + GIVEN)
                .param("units", column(sheets, SheetKey::unit, Integer[]::new))
                .param("periods", column(sheets, SheetKey::period, Integer[]::new))
                .param("elements", elements.toArray(Integer[]::new))
                .query(row -> {
                    alike.computeIfAbsent(
                                    new Group(row.getInt("parent"), row.getString("level"), row.getInt("period_key")),
                                    any -> new HashMap<>())
                            .computeIfAbsent(row.getInt("unit_key"), any -> new HashMap<>())
                            .put(cell(row), row.getBigDecimal("value"));
                });
        return alike;
    }

    Map<Integer, ElementFacts> elements() {
        Map<Integer, ElementFacts> elements = new HashMap<>();
        jdbc.sql("""
            select element.key, element.kind, element.over_time = 'SUM' as flow,
                   element.kind = 'MEASURE' and '%' in (element.unit, coalesce(indicator.unit, '')) as share, element.sensitive,
                   denominator.key as denominator
              from data_element element
              left join indicator on indicator.id = element.indicator_id
              left join data_element denominator on denominator.indicator_id = element.indicator_id
                                                and denominator.part = 'DENOMINATOR' and element.part = 'NUMERATOR'
            """).query(row -> {
            int key = row.getInt("key");
            elements.put(
                    key,
                    new ElementFacts(
                            key,
                            DataElement.Kind.valueOf(row.getString("kind")),
                            row.getBoolean("flow"),
                            row.getBoolean("share"),
                            row.getBoolean("sensitive"),
                            row.getObject("denominator", Integer.class)));
        });
        return elements;
    }

    /** By the breakdowns that occur, what they are parts of. */
    Map<Integer, List<Margin>> margins(Collection<Map<Cell, BigDecimal>> figures) {
        Integer[] met = figures.stream()
                .flatMap(sheet -> sheet.keySet().stream())
                .map(cell -> cell.breakdown().key())
                .distinct()
                .toArray(Integer[]::new);
        Map<Integer, List<Margin>> margins = new HashMap<>();
        jdbc.sql("""
            select part.key, margin_key, array_to_string(dropped, ',') as dropped, needed,
                   not exists (select 1 from breakdown_dimension where code = any(dropped) and adds <> 'ALL') as complete,
                   dropped = '{sex}' and 'sex:female' = any(part.combination) as women
              from breakdown_margin
              join breakdown part on part.key = breakdown_key
             where breakdown_key = any(:met)
             union all
            select part.key, whole.key, dropped, null, false, false
              from breakdown part,
                   lateral (
                       select string_agg(split_part(option, ':', 1), ',' order by option)
                                  filter (where adds = 'NEVER') as dropped,
                              coalesce(array_agg(option order by option collate "C") filter (where adds <> 'NEVER'), '{}')
                                  as rest
                         from unnest(part.combination) option
                         join breakdown_dimension on code = split_part(option, ':', 1)) parted
              join breakdown whole on whole.combination = rest
             where part.key = any(:met) and dropped is not null
            """).param("met", met).query(row -> {
            margins.computeIfAbsent(row.getInt("key"), any -> new ArrayList<>())
                    .add(new Margin(
                            row.getInt("margin_key"),
                            row.getString("dropped"),
                            row.getObject("needed", Integer.class),
                            row.getBoolean("complete"),
                            row.getBoolean("women")));
        });
        return margins;
    }

    /** The rules in use, their terms found in the catalogue. */
    RuleChecks rules(PartChecks parts) {
        List<Rule> active = rules.active();
        Set<Term> terms = active.stream()
                .flatMap(rule -> Stream.of(rule.left(), rule.right()))
                .flatMap(side -> Formula.parse(side).terms().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, Integer> elements = new HashMap<>();
        jdbc.sql("select code, key from data_element where code = any(:codes)")
                .param("codes", terms.stream().map(Term::element).distinct().toArray(String[]::new))
                .query(row -> {
                    elements.put(row.getString("code"), row.getInt("key"));
                });
        Map<SortedSet<String>, Breakdown> combinations =
                breakdowns.known(terms.stream().map(Term::options).collect(Collectors.toSet()));
        Map<Term, RuleChecks.Slot> slots = new HashMap<>();
        for (Term term : terms) {
            Integer element = elements.get(term.element());
            Breakdown breakdown = combinations.get(term.options());
            if (element != null && breakdown != null) {
                slots.put(term, new RuleChecks.Slot(element, breakdown));
            }
        }
        return RuleChecks.of(active, slots, parts);
    }

    static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getInt("element_key"),
                new Breakdown(row.getInt("breakdown_key")),
                row.getString("nature").equals("A") ? Nature.ACTUAL : Nature.ESTIMATED);
    }
}
