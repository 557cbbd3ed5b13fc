package vn.binhquyen.statistics;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;

/** By what figures are broken down, and the combinations of it that occur. */
@Service
@Transactional
public class Breakdowns {
    private final JdbcClient jdbc;
    private final BreakdownKeys keys;

    Breakdowns(JdbcClient jdbc, BreakdownKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * @param code as combinations name it, such as "sex:female"
     * @param retired whether it is offered no longer
     */
    public record Option(String dimension, String code, String nameVi, String nameEn, boolean retired) {}

    /** Whether the options of a dimension add up to a total. */
    public enum Adds {
        /** Where each was given. */
        ALL,
        /** Those that were given. */
        GIVEN,
        /** Never: one person may count under several. */
        NEVER
    }

    /** @param retired whether it is offered no longer */
    public record Dimension(
            String code, String nameVi, String nameEn, Adds adds, boolean retired, List<Option> options) {}

    /** A combination as people read it; the total has the empty set. */
    public record Named(Breakdown breakdown, SortedSet<String> options, String nameVi, String nameEn) {}

    /** All dimensions with their options, in their order; the retired ones too, of which there are figures. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<Dimension> dimensions() {
        Map<String, List<Option>> options = jdbc
                .sql("""
                    select dimension, dimension || ':' || code as code, name_vi, name_en, retired_on is not null as retired
                      from breakdown_option
                     order by place
                    """)
                .query((row, n) -> new Option(
                        row.getString("dimension"),
                        row.getString("code"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getBoolean("retired")))
                .list()
                .stream()
                .collect(groupingBy(Option::dimension));
        return jdbc.sql("""
            select code, name_vi, name_en, adds, retired_on is not null as retired from breakdown_dimension order by place
            """)
                .query((row, n) -> new Dimension(
                        row.getString("code"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        Adds.valueOf(row.getString("adds")),
                        row.getBoolean("retired"),
                        options.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    /**
     * The numbers of combinations such as {@code [age:60+, sex:female]}; those met for the first time are taken in, with the
     * coarser ones that they add up to.
     *
     * @throws IllegalArgumentException where an option is not known or a dimension is named twice
     */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public Map<SortedSet<String>, Breakdown> of(Collection<SortedSet<String>> combinations) {
        return keys.of(combinations);
    }

    /** The combinations as people read them. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Map<Breakdown, Named> named(Collection<Breakdown> breakdowns) {
        Map<Breakdown, Named> found = new LinkedHashMap<>();
        jdbc.sql("select key, combination, name_vi, name_en from breakdown where key = any(:keys) order by key")
                .param("keys", breakdowns.stream().map(Breakdown::key).toArray(Integer[]::new))
                .query(row -> {
                    Breakdown breakdown = new Breakdown(row.getInt("key"));
                    found.put(
                            breakdown,
                            new Named(
                                    breakdown,
                                    new TreeSet<>(List.of((String[])
                                            row.getArray("combination").getArray())),
                                    row.getString("name_vi"),
                                    row.getString("name_en")));
                });
        return found;
    }

    /** Those of the combinations that occur. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Map<SortedSet<String>, Breakdown> known(Collection<SortedSet<String>> combinations) {
        return keys.known(combinations);
    }
}
