package vn.binhquyen.organization.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.organization.Level;

/** Lists of agencies and units for pages. */
@Service
@Transactional(readOnly = true)
public class OrganizationQueries {
    private static final int PAGE = 50;
    private static final int EXPORT = 10_000;

    /** Under the name of the day; the last one where it has ended, the first where it has not begun. */
    private static final String AGENCIES = """
        select agency.id, borne.name, borne.short_name, agency.kind, agency.type_code, agency.version,
               unit.id as unit_id, unit.name as unit_name, unit.path, %s,
               exists (select 1 from agency_standing held
                        where held.agency_id = agency.id
                          and held.valid_during
                              @> least(:on::date, coalesce(upper(agency.valid_during) - 1, :on::date))) as standing,
               lower(agency.valid_during) as begins, upper(agency.valid_during) - 1 as last_day,
               array(select other.name
                       from (select alias as name from agency_alias where agency_id = agency.id
                             union
                             select former.name from agency_name former
                              where former.agency_id = agency.id and former.name <> borne.name
                               and lower(former.valid_during) <= greatest(:on::date, :today::date)) other
                      order by other.name collate "vi-x-icu") as aliases
          from unit
          join agency on agency.unit_id = unit.id
          left join unit former on former.id = unit.id and upper(former.valid_during) <= :on::date
          join lateral (
                   select name, short_name
                     from agency_name
                    where agency_id = agency.id
                    order by valid_during @> :on::date desc, lower(valid_during) <= :on::date desc,
                             abs(lower(valid_during) - :on::date)
                    limit 1) borne on true
        """.formatted(FormerUnit.COLUMNS);

    private final JdbcClient jdbc;
    private final Clock clock;

    OrganizationQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A page of fifty: unit by unit from the top, those that have ended at last, in each the standing agency first, then by name. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    public AgencyPage agencies(AgencyFilter filter) {
        List<AgencyRow> rows = rows(filter, PAGE + 1);
        return rows.size() <= PAGE
                ? new AgencyPage(rows, null)
                : new AgencyPage(rows.subList(0, PAGE), rows.get(PAGE - 1).id());
    }

    /** All that the filter lets through, for a spreadsheet; at most 10 000. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    public List<AgencyRow> export(AgencyFilter filter) {
        return rows(filter, EXPORT);
    }

    /** @throws NotFound where there is no such agency */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    public AgencyRow agency(AgencyId id) {
        return jdbc.sql(AGENCIES + " where agency.id = :id")
                .param("id", id.value())
                .param("on", LocalDate.now(clock))
                .param("today", LocalDate.now(clock))
                .query(OrganizationQueries::agency)
                .optional()
                .orElseThrow(() -> new NotFound("agency", id));
    }

    /** The units directly below, today, by name. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    public List<UnitBelow> below(UnitId parent) {
        return jdbc.sql("""
            select unit.id, unit.code, unit.name, unit.level,
                   (select count(*) from agency where unit_id = unit.id and valid_during @> :today) as agencies,
                   (select count(*) from unit child
                     where child.parent_id = unit.id and child.valid_during @> :today) as units
              from unit
             where unit.parent_id = :parent and unit.valid_during @> :today
             order by unit.name collate "vi-x-icu", unit.id
            """)
                .param("parent", parent.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new UnitBelow(
                        new UnitId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        row.getString("name"),
                        Level.valueOf(row.getString("level")),
                        row.getInt("agencies"),
                        row.getInt("units")))
                .list();
    }

    private List<AgencyRow> rows(AgencyFilter filter, int limit) {
        return jdbc.sql("""
            with passed as materialized (
                select id from unit_and_former(:unit, :on::date) where :former
                 union
                select id from units_passed_into(:unit, :on::date) where :former and :below),
            shown as (
            """ + AGENCIES + """
              join unit top on top.id = :unit
             where (unit.id = top.id or :below and top.path @> unit.path or unit.id in (select id from passed))
               and (:former or former.id is null or unit.id = top.id)
               and (agency.valid_during @> :on::date or :ended and upper(agency.valid_during) <= :on::date
                    or :ahead and lower(agency.valid_during) > :on::date)
               and (:kind::text is null or agency.kind = :kind)
               and (:type::text is null or agency.type_code = :type)
            )
            select *
              from shown
             where (:words = '' or fold(concat_ws(' ', name, short_name, unit_name, array_to_string(aliases, ' ')))
                    like all (array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                                      from regexp_split_to_table(fold(:words), '\\s+') word)))
               and (:after::uuid is null
                    or (former_id is not null, nlevel(path), unit_name collate "vi-x-icu", unit_id,
                        not standing, name collate "vi-x-icu", id)
                     > (select last.former_id is not null, nlevel(last.path), last.unit_name collate "vi-x-icu", last.unit_id,
                               not last.standing, last.name collate "vi-x-icu", last.id
                          from shown last where last.id = :after))
             order by former_id is not null, nlevel(path), unit_name collate "vi-x-icu", unit_id,
                      not standing, name collate "vi-x-icu", id
             limit :limit
            """)
                .param("unit", filter.unit().value())
                .param("below", filter.below())
                .param("former", filter.former())
                .param("ended", filter.ended())
                .param("ahead", filter.on() == null)
                .param("on", filter.on() == null ? LocalDate.now(clock) : filter.on())
                .param("today", LocalDate.now(clock))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("type", filter.type())
                .param("words", filter.words().strip())
                .param("after", filter.after() == null ? null : filter.after().value())
                .param("limit", limit)
                .query(OrganizationQueries::agency)
                .list();
    }

    private static AgencyRow agency(ResultSet row, int n) throws SQLException {
        @Nullable LocalDate lastDay = row.getObject("last_day", LocalDate.class);
        return new AgencyRow(
                new AgencyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("short_name"),
                AgencyKind.valueOf(row.getString("kind")),
                row.getString("type_code"),
                row.getBoolean("standing"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_name"),
                FormerUnit.of(row),
                List.of((String[]) row.getArray("aliases").getArray()),
                row.getObject("begins", LocalDate.class),
                lastDay,
                row.getLong("version"));
    }
}
