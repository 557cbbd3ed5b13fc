package vn.binhquyen.organization.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.SearchSource;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.FormerUnit;

/**
 * Lets the search field find agencies and units of the actor's province (of the country, for the nation's people), the
 * nearest first; of units whose place the actor's own or one above it took too.
 */
@Component
class OrganizationSearch implements SearchSource {
    private static final String PATTERNS = """
        with patterns as (
            select array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                           from regexp_split_to_table(fold(:words), '\\s+') word) as all_words
        ),
        passed as materialized (
            select id from units_above_and_former(:own, :today))
        """;

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    OrganizationSearch(JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Hit> search(Actor actor, String words, int limit) {
        return Stream.concat(units(actor, words, limit).stream(), agencies(actor, words, limit).stream())
                .toList();
    }

    /** The place helps to find an agency, but is not enough: a search for a commune brings the commune, not all that lies in it. */
    private List<Hit> agencies(Actor actor, String words, int limit) {
        return jdbc.sql(PATTERNS + """
            select agency.id, agency.name, unit.id as unit_id, unit.name as unit_name,
                   upper(unit.valid_during) - 1 as last_day
              from patterns, unit own, unit
              join agency on agency.unit_id = unit.id and agency.valid_during @> :today
             cross join lateral (
                   select concat_ws(' ', agency.name, agency.short_name,
                          (select string_agg(alias, ' ') from agency_alias where agency_id = agency.id)) as own_names)
             where own.id = :own
               and (own.province_id = 0 or own.province_id = unit.province_id or unit.id in (select id from passed))
               and fold(concat_ws(' ', own_names, unit.name)) like all (all_words)
               and fold(own_names) like any (all_words)
             order by unit.id <> own.id, not own.path @> unit.path,
                      unit.name collate "vi-x-icu", agency.name collate "vi-x-icu", agency.id
             limit :limit
            """)
                .param("words", words.strip())
                .param("own", actor.unit().value())
                .param("today", LocalDate.now(clock))
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        "search.agencies",
                        row.getString("name"),
                        named(row, "unit_id", "unit_name"),
                        "/agencies/" + row.getString("id")))
                .list();
    }

    /** With its last day, where a unit has ended. */
    private String named(ResultSet row, String id, String name) throws SQLException {
        LocalDate lastDay = row.getObject("last_day", LocalDate.class);
        String unit = row.getString(name);
        return lastDay == null || !lastDay.isBefore(LocalDate.now(clock))
                ? unit
                : messages.getMessage(
                        new FormerUnit(new UnitId(row.getObject(id, UUID.class)), unit, lastDay),
                        LocaleContextHolder.getLocale());
    }

    /** Those of today, and those whose place the actor's own or one above it took, as they were on their last day. */
    private List<Hit> units(Actor actor, String words, int limit) {
        return jdbc.sql(PATTERNS + """
            select unit.unit_id as id, unit.name, upper(unit.valid_during) - 1 as last_day, parent.name as parent_name
              from patterns, unit own, unit_state unit
              left join unit parent on parent.id = unit.parent_id
              left join unit_state province
                on province.level = 'PROVINCE' and province.province_id = unit.province_id
               and province.valid_during @> :today
             where own.id = :own
               and (unit.valid_during @> :today and (own.province_id = 0 or own.province_id = unit.province_id)
                    or unit.unit_id in (select id from passed)
                       and exists (select 1 from unit life
                                    where life.id = unit.unit_id and upper(life.valid_during) = upper(unit.valid_during)))
               and unit.folded like any (all_words)
               and unit.folded || ' ' || coalesce(province.folded, '') like all (all_words)
             order by unit.unit_id <> own.id, nlevel(unit.path), unit.name collate "vi-x-icu", unit.unit_id
             limit :limit
            """)
                .param("words", words.strip())
                .param("own", actor.unit().value())
                .param("today", LocalDate.now(clock))
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        "search.units",
                        named(row, "id", "name"),
                        row.getString("parent_name"),
                        "/units/" + row.getString("id")))
                .list();
    }
}
