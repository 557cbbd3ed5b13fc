package vn.binhquyen.monitoring.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.query.IndicatorPage.Place;
import vn.binhquyen.organization.Level;

/** Names of units, as they are or were last. */
@Component
class Places {
    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From the nation down to the unit itself.
     *
     * @throws NotFound where there is no such unit
     */
    List<Place> lineage(UnitId unit, LocalDate today) {
        List<Place> lineage = jdbc.sql("""
            select above.id, above.code, above.name, above.level, not upper(above.valid_during) <= :today is true as living
              from unit
              join unit above on above.path @> unit.path
             where unit.id = :unit
             order by nlevel(above.path)
            """)
                .param("unit", unit.value())
                .param("today", today)
                .query(Places::place)
                .list();
        if (lineage.isEmpty()) {
            throw new NotFound("unit", unit);
        }
        return lineage;
    }

    /** Those that stood directly below on the day, and the named ones, by name. */
    List<Place> below(UnitId parent, LocalDate on, Collection<UnitId> named, LocalDate today) {
        return jdbc.sql("""
            select unit.id, unit.code, unit.name, unit.level, not upper(unit.valid_during) <= :today is true as living
              from unit
             where unit.id = any(:named)
                or unit.id in (select unit_id from unit_state where parent_id = :parent and valid_during @> :on)
             order by unit.name collate "vi-x-icu", unit.id
            """)
                .param("parent", parent.value())
                .param("on", on)
                .param("named", named.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("today", today)
                .query(Places::place)
                .list();
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        return new Place(
                new UnitId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                row.getBoolean("living"));
    }
}
