package vn.binhquyen.organization.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** Who there was, below whom, on any day. */
@Service
@Transactional(readOnly = true)
public class UnitsOnDate {
    private final JdbcClient jdbc;

    UnitsOnDate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the unit did not exist on the day. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    public Optional<UnitOnDate> unit(UnitId id, LocalDate on) {
        return jdbc.sql(UnitOnDate.COLUMNS + "from unit_state state where unit_id = :id and valid_during @> :on")
                .param("id", id.value())
                .param("on", on)
                .query(UnitOnDate::of)
                .optional();
    }

    /** From the nation down to the parent. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    public List<UnitOnDate> ancestors(UnitId id, LocalDate on) {
        return jdbc.sql("""
            with recursive above as (
                select parent_id, 0 as distance from unit_state where unit_id = :id and valid_during @> :on
                 union all
                select state.parent_id, distance + 1
                  from above
                  join unit_state state on state.unit_id = above.parent_id and state.valid_during @> :on)
            """ + UnitOnDate.COLUMNS + """
              from above
              join unit_state state on state.unit_id = above.parent_id and state.valid_during @> :on
             order by distance desc
            """)
                .param("id", id.value())
                .param("on", on)
                .query(UnitOnDate::of)
                .list();
    }

    /** Which units stand below, at whatever depth, in no particular order: a set to ask about, so no more than ids. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    public List<UnitId> descendants(UnitId id, LocalDate on) {
        return jdbc.sql("""
            select state.unit_id
              from unit_state state
             where state.valid_during @> :on
               and state.path <@ (select path from unit_state where unit_id = :id and valid_during @> :on)
               and state.unit_id <> :id
            """)
                .param("id", id.value())
                .param("on", on)
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The units directly below, by name. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    public List<UnitOnDate> children(UnitId parent, LocalDate on) {
        return jdbc.sql(UnitOnDate.COLUMNS + """
              from unit_state state
             where parent_id = :parent and valid_during @> :on
             order by level, name collate "vi-x-icu", unit_id
            """)
                .param("parent", parent.value())
                .param("on", on)
                .query(UnitOnDate::of)
                .list();
    }
}
