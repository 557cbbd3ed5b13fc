package vn.binhquyen.organization.query;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.query.AgencyHistory.Alias;
import vn.binhquyen.organization.query.AgencyHistory.Name;
import vn.binhquyen.organization.query.AgencyHistory.Other;
import vn.binhquyen.organization.query.AgencyHistory.Span;

/** Agencies in time, for their pages. */
@Service
@Transactional(readOnly = true)
public class AgencyHistories {
    private final JdbcClient jdbc;

    AgencyHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    public AgencyHistory of(AgencyId id) {
        return new AgencyHistory(
                names(id),
                aliases(id),
                standing(id),
                jdbc.sql("select standing_mark(unit_id) from agency where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single(),
                others(
                                "select into_.id, into_.name from agency join agency into_ on into_.id ="
                                        + " agency.merged_into where agency.id = :id",
                                id)
                        .stream()
                        .findFirst()
                        .orElse(null),
                others("select id, name from agency where merged_into = :id order by name collate \"vi-x-icu\"", id));
    }

    /** The other agencies of the unit that exist on the day: what a duplicate may be merged into. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    public List<Other> besides(UnitId unit, AgencyId except, LocalDate on) {
        return jdbc.sql("""
            select id, name from agency
             where unit_id = :unit and id <> :except and valid_during @> :on
             order by name collate "vi-x-icu"
            """)
                .param("unit", unit.value())
                .param("except", except.value())
                .param("on", on)
                .query((row, n) -> new Other(new AgencyId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    private List<Name> names(AgencyId id) {
        return jdbc.sql("""
            select name, short_name, lower(valid_during) as begins, upper(valid_during) - 1 as last_day
              from agency_name where agency_id = :id
             order by lower(valid_during) desc
            """)
                .param("id", id.value())
                .query((row, n) -> new Name(
                        row.getString("name"),
                        row.getString("short_name"),
                        row.getObject("begins", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    private List<Alias> aliases(AgencyId id) {
        return jdbc.sql("""
            select alias, lower(valid_during) as begins, upper(valid_during) - 1 as last_day
              from agency_alias where agency_id = :id
             order by alias collate "vi-x-icu"
            """)
                .param("id", id.value())
                .query((row, n) -> new Alias(
                        row.getString("alias"),
                        row.getObject("begins", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    private List<Span> standing(AgencyId id) {
        return jdbc.sql("""
            select lower(valid_during) as begins, upper(valid_during) - 1 as last_day
              from agency_standing where agency_id = :id
             order by lower(valid_during) desc
            """)
                .param("id", id.value())
                .query((row, n) ->
                        new Span(row.getObject("begins", LocalDate.class), row.getObject("last_day", LocalDate.class)))
                .list();
    }

    private List<Other> others(String sql, AgencyId id) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .query((row, n) -> new Other(new AgencyId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }
}
