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

/** Finds units of a day by words and level. */
@Service
@Transactional(readOnly = true)
public class UnitList {
    private static final int PAGE = 50;
    private static final int EXPORT = 20_000;

    private final JdbcClient jdbc;

    UnitList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of fifty, from the top down, by name. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    public UnitPage units(UnitFilter filter) {
        List<UnitRow> rows = rows(filter, PAGE + 1);
        return rows.size() <= PAGE
                ? new UnitPage(rows, null)
                : new UnitPage(
                        List.copyOf(rows.subList(0, PAGE)), rows.get(PAGE - 1).id());
    }

    /** All that the filter lets through, for a spreadsheet. */
    @Authorised(action = Action.VIEW, thing = Thing.UNIT)
    public List<UnitRow> export(UnitFilter filter) {
        return rows(filter, EXPORT);
    }

    private List<UnitRow> rows(UnitFilter filter, int limit) {
        return jdbc.sql("""
            with patterns as materialized (
                select array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                               from regexp_split_to_table(fold(:words), '\\s+') word) as all_words),
            page as materialized (
                select state.unit_id, state.code, state.name, state.kind, state.level, state.path, state.valid_during
                  from unit_state state
                  left join unit_state province
                    on :words <> '' and province.level = 'PROVINCE' and province.province_id = state.province_id
                   and province.valid_during @> least(:on, upper(state.valid_during) - 1)
                 where (state.valid_during @> :on
                        or :ended and upper(state.valid_during) <= :on
                           and not exists (select 1 from unit_state later
                                            where later.unit_id = state.unit_id
                                              and later.valid_during >> state.valid_during))
                   and (:level::text is null or state.level = :level)
                   and state.level <> 'NATION'
                   and (:words = ''
                        or state.folded like any ((select all_words from patterns)::text[])
                           and state.folded || ' ' || coalesce(province.folded, '')
                               like all ((select all_words from patterns)::text[]))
                   and (:after::uuid is null
                        or (nlevel(state.path), state.name collate "vi-x-icu", state.unit_id)
                         > (select nlevel(path), name collate "vi-x-icu", unit_id
                              from unit_state
                             where unit_id = :after
                               and (valid_during @> :on or upper(valid_during) <= :on)
                             order by valid_during desc
                             limit 1))
                 order by nlevel(state.path), state.name collate "vi-x-icu", state.unit_id
                 limit :limit)
            select page.unit_id, page.code, page.name, page.kind, page.level,
                   lower(unit.valid_during) as begins, upper(unit.valid_during) - 1 as last_day,
                   (select string_agg(above.name, ', ' order by nlevel(above.path) desc)
                      from unit_state above
                     where above.level <> 'NATION' and above.path @> page.path and above.unit_id <> page.unit_id
                       and above.valid_during @> least(:on, upper(page.valid_during) - 1)) as place
              from page
              join unit on unit.id = page.unit_id
             order by nlevel(page.path), page.name collate "vi-x-icu", page.unit_id
            """)
                .param("words", filter.words().strip())
                .param("on", filter.on())
                .param("ended", filter.ended())
                .param("level", filter.level() == null ? null : filter.level().name())
                .param("after", filter.after() == null ? null : filter.after().value())
                .param("limit", limit)
                .query((row, n) -> {
                    @Nullable LocalDate from = row.getObject("begins", LocalDate.class);
                    return new UnitRow(
                            new UnitId(row.getObject("unit_id", UUID.class)),
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("kind"),
                            Level.valueOf(row.getString("level")),
                            row.getString("place"),
                            from,
                            row.getObject("last_day", LocalDate.class));
                })
                .list();
    }
}
