package vn.binhquyen.statistics.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.UnitId;

/** The words by which files name units, periods, elements and breakdowns, and the small numbers by which facts do. */
final class FigureCodes {
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final Map<String, List<Life>> units = new HashMap<>();
    private final Map<String, Integer> elements = new HashMap<>();
    private final Set<Integer> counts = new HashSet<>();
    private final Set<String> options = new HashSet<>();
    private final Map<List<String>, Integer> combinations = new HashMap<>();
    private final Map<String, Optional<Integer>> breakdowns = new HashMap<>();
    private final List<List<String>> met = new ArrayList<>();
    private final Map<String, Optional<PeriodCode>> periods = new HashMap<>();

    private FigureCodes(JdbcClient jdbc, LocalDate today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** A code that a unit bore in a time. */
    private record Life(int key, short province, LocalDate from, LocalDate until) {
        boolean meets(PeriodCode period) {
            return from.isBefore(period.until()) && until.isAfter(period.from());
        }
    }

    record UnitCode(int key, short province) {}

    /** @param until the day after its last */
    record PeriodCode(int key, LocalDate from, LocalDate until, boolean future) {}

    /** Four queries, whatever the size of the file. */
    static FigureCodes load(JdbcClient jdbc, UnitId root, LocalDate today) {
        FigureCodes codes = new FigureCodes(jdbc, today);
        jdbc.sql("""
            select state.code, unit.key, state.province_id,
                   coalesce(lower(state.valid_during), '0001-01-01') as from_day,
                   coalesce(upper(state.valid_during), '9999-01-01') as until_day
              from unit_state state
              join unit on unit.id = state.unit_id
             where exists (select 1 from unit_state top where top.unit_id = :root and state.path <@ top.path)
             order by from_day
            """).param("root", root.value()).query(row -> {
            codes.units
                    .computeIfAbsent(row.getString("code"), any -> new ArrayList<>())
                    .add(new Life(
                            row.getInt("key"),
                            row.getShort("province_id"),
                            row.getObject("from_day", LocalDate.class),
                            row.getObject("until_day", LocalDate.class)));
        });
        jdbc.sql("select code, key, part from data_element").query(row -> {
            codes.elements.put(row.getString("code"), row.getInt("key"));
            if (!row.getString("part").equals("VALUE")) {
                codes.counts.add(row.getInt("key"));
            }
        });
        jdbc.sql("select key, combination from breakdown").query(row -> {
            codes.combinations.put(
                    List.of((String[]) row.getArray("combination").getArray()), row.getInt("key"));
        });
        jdbc.sql("select dimension || ':' || code from breakdown_option").query(row -> {
            codes.options.add(row.getString(1));
        });
        return codes;
    }

    /** The unit that bore the code in the period, the last one where it passed on; null where there was none. */
    @Nullable
    UnitCode unit(String code, PeriodCode period) {
        UnitCode found = null;
        for (Life life : units.getOrDefault(code, List.of())) {
            if (life.meets(period)) {
                found = new UnitCode(life.key(), life.province());
            }
        }
        return found;
    }

    boolean knows(String unit) {
        return units.containsKey(unit);
    }

    @Nullable
    Integer element(String code) {
        return elements.get(code);
    }

    boolean counts(int element) {
        return counts.contains(element);
    }

    @Nullable
    PeriodCode period(String text) {
        return periods.computeIfAbsent(text, any -> read(text)).orElse(null);
    }

    private Optional<PeriodCode> read(String text) {
        return PeriodCodes.read(text)
                .map(period -> new PeriodCode(
                        period.key(),
                        period.start(),
                        period.end().plusDays(1),
                        period.start().isAfter(today)));
    }

    /**
     * The number of a combination; one that is met for the first time has a provisional one below zero until
     * {@link #takeIn}. Null where an option is not known or a dimension named twice.
     */
    @Nullable
    Integer breakdown(String text) {
        return breakdowns
                .computeIfAbsent(text, any -> breakdownOf(options(text)))
                .orElse(null);
    }

    private static List<String> options(String text) {
        return text.isBlank() || text.equals("default")
                ? List.of()
                : Arrays.stream(text.split(";", -1)).map(String::strip).sorted().toList();
    }

    private Optional<Integer> breakdownOf(List<String> combination) {
        Integer known = combinations.get(combination);
        if (known != null) {
            return Optional.of(known);
        }
        long dimensions = combination.stream()
                .map(option -> option.replaceFirst(":.*", ""))
                .distinct()
                .count();
        if (!options.containsAll(combination) || dimensions < combination.size()) {
            return Optional.empty();
        }
        met.add(combination);
        combinations.put(combination, -met.size());
        return Optional.of(-met.size());
    }

    /** Takes the combinations that were met for the first time into the catalogue, and into the rows that name them. */
    void takeIn() {
        for (int i = 0; i < met.size(); i++) {
            jdbc.sql("""
                with taken as (
                    insert into breakdown (key, combination, name_vi, name_en)
                    select nextval('breakdown_key'), :options,
                           string_agg(option.name_vi, ', ' order by dimension.place),
                           string_agg(option.name_en, ', ' order by dimension.place)
                      from breakdown_option option
                      join breakdown_dimension dimension on dimension.code = option.dimension
                     where option.dimension || ':' || option.code = any(:options)
                    on conflict (combination) do update set combination = excluded.combination
                    returning key
                )
                update figure_import set breakdown_key = taken.key from taken where breakdown_key = :provisional
                """)
                    .param("options", met.get(i).toArray(String[]::new))
                    .param("provisional", -i - 1)
                    .update();
        }
    }
}
