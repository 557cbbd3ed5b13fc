package vn.binhquyen.statistics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers of combinations, for the services that have let people in: {@link Breakdowns} and those that write figures. */
@Component
public class BreakdownKeys {
    private final JdbcClient jdbc;

    BreakdownKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As {@link Breakdowns#of}. */
    public Map<SortedSet<String>, Breakdown> of(Collection<SortedSet<String>> combinations) {
        Map<SortedSet<String>, Breakdown> known = known(combinations);
        if (!known.keySet().containsAll(combinations)) {
            jdbc.sql("select intern_breakdowns(:combinations::text[])")
                    .param(
                            "combinations",
                            combinations.stream()
                                    .filter(each -> !known.containsKey(each))
                                    .map(each -> String.join(";", each))
                                    .toArray(String[]::new))
                    .query((row, n) -> n)
                    .list();
            known.putAll(known(combinations));
        }
        for (SortedSet<String> each : combinations) {
            if (!known.containsKey(each)) {
                throw new IllegalArgumentException("No combination " + each);
            }
        }
        return known;
    }

    /** Those that occur. */
    public Map<SortedSet<String>, Breakdown> known(Collection<SortedSet<String>> combinations) {
        Map<SortedSet<String>, Breakdown> found = new HashMap<>();
        jdbc.sql("""
            select key, combination
              from breakdown
             where combination in (select string_to_array(each, ';') from unnest(:combinations::text[]) each)
            """)
                .param(
                        "combinations",
                        combinations.stream()
                                .map(each -> String.join(";", each))
                                .toArray(String[]::new))
                .query(row -> {
                    found.put(
                            new TreeSet<>(List.of(
                                    (String[]) row.getArray("combination").getArray())),
                            new Breakdown(row.getInt("key")));
                });
        return found;
    }
}
