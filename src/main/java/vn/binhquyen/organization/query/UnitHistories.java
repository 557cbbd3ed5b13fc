package vn.binhquyen.organization.query;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;

/** Reads the lives of units. */
@Service
@Transactional(readOnly = true)
public class UnitHistories {
    private final JdbcClient jdbc;

    UnitHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    public UnitHistory of(UnitId id) {
        return new UnitHistory(links(id, "to_id", "from_id", -1), stages(id), links(id, "from_id", "to_id", 0));
    }

    private List<UnitHistory.Stage> stages(UnitId id) {
        return jdbc.sql("""
            select lower(state.valid_during) as begins, upper(state.valid_during) - 1 as last_day,
                   state.name, state.code, state.kind, state.level, state.parent_id,
                   (select above.name from unit_state above
                     where above.unit_id = state.parent_id and above.valid_during && state.valid_during
                     order by above.valid_during desc limit 1) as parent_name,
                   (select string_agg(distinct legal_basis, '; ') from succession
                     where from_id = state.unit_id and to_id = state.unit_id
                       and on_date = lower(state.valid_during)) as basis
              from unit_state state
             where state.unit_id = :id
             order by state.valid_during
            """)
                .param("id", id.value())
                .query((row, n) -> {
                    @Nullable UUID parent = row.getObject("parent_id", UUID.class);
                    return new UnitHistory.Stage(
                            row.getObject("begins", LocalDate.class),
                            row.getObject("last_day", LocalDate.class),
                            row.getString("name"),
                            row.getString("code"),
                            row.getString("kind"),
                            Level.valueOf(row.getString("level")),
                            parent == null ? null : new UnitId(parent),
                            row.getString("parent_name"),
                            row.getString("basis"));
                })
                .list();
    }

    /** The other unit is named as it was on its day next to the change. */
    private List<UnitHistory.Link> links(UnitId id, String own, String other, int days) {
        return jdbc.sql("""
            select other.unit_id, other.name, above.name as place, on_date, succession.kind, share, legal_basis,
                   source_note
              from succession
              join unit_state other on other.unit_id = %s and other.valid_during @> on_date + :days
              left join unit_state above on above.unit_id = other.parent_id and above.valid_during @> on_date + :days
                    and above.level <> 'NATION'
             where %s = :id and from_id <> to_id
             order by on_date, other.level, other.name collate "vi-x-icu"
            """.formatted(other, own))
                .param("id", id.value())
                .param("days", days)
                .query((row, n) -> new UnitHistory.Link(
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getString("name"),
                        row.getString("place"),
                        row.getObject("on_date", LocalDate.class),
                        row.getString("kind"),
                        row.getBigDecimal("share"),
                        row.getString("legal_basis"),
                        row.getString("source_note")))
                .list();
    }
}
