package vn.binhquyen.organization.query;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.SearchSource;

/** Lets the search field find agencies and units of the actor's province (of the country, for the nation's people), the nearest first. */
@Component
class OrganizationSearch implements SearchSource {
    private static final String PATTERNS = """
        with patterns as (
            select array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                           from regexp_split_to_table(fold(:words), '\\s+') word) as all_words
        )
        """;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

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
            select agency.id, agency.name, unit.name as unit_name, upper(unit.valid_during) - 1 as last_day
              from patterns, unit own, unit
              join agency on agency.unit_id = unit.id and agency.valid_during @> :today
             cross join lateral (
                   select concat_ws(' ', agency.name, agency.short_name,
                          (select string_agg(alias, ' ') from agency_alias where agency_id = agency.id)) as own_names)
             where own.id = :own and (own.province_id = 0 or own.province_id = unit.province_id)
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
                        named(row.getString("unit_name"), row.getObject("last_day", LocalDate.class)),
                        "/agencies/" + row.getString("id")))
                .list();
    }

    /** With its last day, where a unit has ended. */
    private String named(String unit, @Nullable LocalDate lastDay) {
        return lastDay == null || !lastDay.isBefore(LocalDate.now(clock))
                ? unit
                : Objects.requireNonNull(messages.getMessage(
                        "organization.former-unit.until",
                        new Object[] {unit, lastDay.format(DAY)},
                        LocaleContextHolder.getLocale()));
    }

    /** Those of today, and those whose place the actor's own took, as they were on their last day. */
    private List<Hit> units(Actor actor, String words, int limit) {
        return jdbc.sql(PATTERNS + """
            select unit.unit_id as id, unit.name, upper(unit.valid_during) - 1 as last_day, parent.name as parent_name
              from patterns, unit own, unit_state unit
              left join unit parent on parent.id = unit.parent_id
              left join unit_state province
                on province.level = 'PROVINCE' and province.province_id = unit.province_id
               and province.valid_during @> :today
             where own.id = :own and (own.province_id = 0 or own.province_id = unit.province_id)
               and (unit.valid_during @> :today
                    or unit.unit_id in (select id from unit_and_former(:own, :today))
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
                        named(row.getString("name"), row.getObject("last_day", LocalDate.class)),
                        row.getString("parent_name"),
                        "/units/" + row.getString("id")))
                .list();
    }
}
