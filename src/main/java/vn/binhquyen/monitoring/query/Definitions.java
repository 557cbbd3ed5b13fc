package vn.binhquyen.monitoring.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.Course.Band;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.IndicatorId;

/** Reads definitions from the catalogue. */
@Component
class Definitions {
    private final JdbcClient jdbc;

    Definitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound where there is no such indicator */
    Definition one(IndicatorId id) {
        return jdbc.sql("select * from indicator where id = :id")
                .param("id", id.value())
                .query(Definitions::definition)
                .optional()
                .orElseThrow(() -> new NotFound("indicator", id));
    }

    /** What holds in a unit: the catalogue of the whole country, of the units above and its own, and what plans brought in. */
    List<Definition> in(UnitId unit, Collection<UUID> origins, IndicatorFilter filter) {
        return jdbc.sql("""
            select indicator.*
              from indicator
             where retired_on is null
               and (code is not null
                    and (unit_id is null
                         or unit_id in (select above.id from unit join unit above on above.path @> unit.path
                                         where unit.id = :unit))
                    or origin = any(:origins))
               and (:collection::text is null or collection = :collection)
               and (:field::text is null or field = :field)
               and not exists (
                   select 1
                     from regexp_split_to_table(fold(:words), '\\s+') word
                    where strpos(fold(concat_ws(' ', code, name_vi, name_en, field)), word) = 0)
             order by code is null, collection <> 'NQ28', collection, place, key
            """)
                .param("unit", unit.value())
                .param("origins", origins.toArray(UUID[]::new))
                .param("collection", filter.collection())
                .param("field", filter.field())
                .param("words", filter.words())
                .query(Definitions::definition)
                .list();
    }

    private static Definition definition(ResultSet row, int n) throws SQLException {
        @Nullable BigDecimal low = row.getBigDecimal("natural_low");
        @Nullable BigDecimal high = row.getBigDecimal("natural_high");
        return new Definition(
                new IndicatorId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getObject("origin", UUID.class),
                row.getString("collection"),
                row.getString("field"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("unit"),
                Direction.valueOf(row.getString("direction")),
                Computation.valueOf(row.getString("computation")),
                row.getBoolean("by_sex"),
                row.getInt("decimals"),
                low == null || high == null ? null : new Band(low, high),
                row.getString("numerator"),
                row.getString("denominator"),
                row.getString("definition"),
                row.getString("source"),
                row.getString("periodicity"),
                row.getString("responsible"),
                row.getBoolean("verified"),
                Arrays.asList((String[]) row.getArray("binds").getArray()));
    }
}
