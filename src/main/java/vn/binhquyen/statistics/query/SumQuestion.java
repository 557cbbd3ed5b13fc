package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toSet;

import java.sql.Date;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.organization.Organization;

/**
 * What sums are asked of, as statements name it: {@code :elements}, {@code :breakdowns}, {@code :nature}, {@code :periods}
 * with their days, and {@code :roots}, the keys of the units.
 */
record SumQuestion(FigureQuery query, List<Figures.Root> roots, List<Integer> elements, Periods periods) {
    /** A common table of the periods with their days. */
    static final String PERIODS = """
        with period as materialized (
            select * from unnest(:periods::int[], :froms::date[], :tos::date[]) as period (period_key, from_day, to_day)
        )
        """;

    /** The numbers of the provinces in which the units stood at any time. */
    static final String PROVINCES = """
        select distinct state.province_id from unit join unit_state state on state.unit_id = unit.id where unit.key = any(:roots)
        """;

    /** The numbers of all provinces that there ever were, and that of the nation. */
    static final String EVERYWHERE = """
        select distinct province_id from unit_state where parent_id = '%1$s' or unit_id = '%1$s'
        """.formatted(Organization.NATION.value());

    boolean isEmpty() {
        return roots.isEmpty() || elements.isEmpty();
    }

    SumQuestion of(Periods others) {
        return new SumQuestion(query, roots, elements, others);
    }

    Set<Integer> breakdowns() {
        return query.what().stream().map(what -> what.breakdown().key()).collect(toSet());
    }

    JdbcClient.StatementSpec in(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql)
                .param("elements", elements.toArray(Integer[]::new))
                .param("roots", roots.stream().map(Figures.Root::key).toArray(Integer[]::new))
                .param("nature", query.nature().letter())
                .param("breakdowns", breakdowns().toArray(Integer[]::new))
                .param("periods", column(Period::key, Integer[]::new))
                .param("froms", column(period -> Date.valueOf(period.start()), Date[]::new))
                .param("tos", column(period -> Date.valueOf(period.end()), Date[]::new));
    }

    private <T> T[] column(Function<Period, T> value, IntFunction<T[]> array) {
        Collection<Period> all = periods.all();
        return all.stream().map(value).toArray(array);
    }
}
