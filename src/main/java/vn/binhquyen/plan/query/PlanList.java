package vn.binhquyen.plan.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reach;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.PlanStatus;

/** The list of plans, page by page: each page begins behind the last row of the one before. */
@Component
class PlanList {
    /**
     * The plans that a person may see: the unit's own and those of the units whose place it took, the published ones of
     * the units above and of those whose place they took, and of those below for who watches them.
     */
    static final String SEEN = """
        with me as (
            select path from unit where id = :unit),
        above as materialized (
            select id from units_above_and_former(:unit, :today)),
        own as materialized (
            select id from unit_and_former(:unit, :today)),
        passed as materialized (
            select id from units_passed_into(:unit, :today) where :watches),
        seen as (
            select plan.*, issuer.name as unit_name, %s,
                   case when strpos(plan.symbol, 'UBND') > 0 then 'UBND ' || issuer.name else agency.name end as issuer_name
              from plan
              join unit keeper on keeper.id = plan.unit_id
              left join unit former on former.id = keeper.id and upper(former.valid_during) <= :today
              join unit issuer on issuer.id = plan.issuer_id
              join agency on agency.id = plan.agency_id
             cross join me
             where plan.status <> 'DISCARDED'
               and (plan.unit_id in (select id from own)
                    or plan.in_force > 0
                       and (plan.unit_id in (select id from above)
                            or :watches and (me.path @> keeper.path or plan.unit_id in (select id from passed)))))
        """.formatted(FormerUnit.COLUMNS);

    private static final String SQL = SEEN + """
        , keyed as (
            select seen.*, (%s) as sort_key from seen where :former or former_id is null),
        page as (
            select *
              from keyed
             where (:status::text is null or status = :status)
               and (:year::integer is null or :year between period_from and period_to)
               and (:issuer::uuid is null or issuer_id = :issuer)
               and (:kind::text is null or kind = :kind)
               and not exists (
                   select 1
                     from regexp_split_to_table(fold(:words), '\\s+') word
                    where strpos(fold(concat_ws(' ', title, number, symbol, issuer_name, unit_name)), word) = 0)
               and (:key::text is null or (sort_key, id) %s (:key, :id::uuid))
             order by sort_key %s, id %s
             limit :limit)
        select page.*, tasks.*
          from page
         cross join lateral (
               select count(*) filter (where state = 'DONE') as done,
                      count(*) filter (where state <> 'DONE' and overdue_after < :today) as overdue,
                      count(*) filter (where state = 'UNDER_WAY'
                                         and coalesce(overdue_after >= :today, true)) as under_way,
                      count(*) filter (where state = 'NOT_STARTED'
                                         and coalesce(overdue_after >= :today, true)) as not_started
                 from task_state
                where task_state.plan_id = page.id) tasks
         order by sort_key %s, page.id %s
        """;

    private final JdbcClient jdbc;
    private final Organization organization;

    PlanList(JdbcClient jdbc, Organization organization) {
        this.jdbc = jdbc;
        this.organization = organization;
    }

    private record Keyed(String key, PlanRow row) {}

    /** The last row of the page before. */
    private record Last(String key, UUID id) {
        /** Empty where the address names no row: the list begins at its first. */
        static Optional<Last> of(@Nullable String after) {
            int cut = after == null ? -1 : after.lastIndexOf('~');
            if (after == null || cut < 0) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Last(after.substring(0, cut), UUID.fromString(after.substring(cut + 1))));
            } catch (IllegalArgumentException noRow) {
                return Optional.empty();
            }
        }
    }

    PlanPage page(Actor actor, PlanFilter filter, LocalDate today) {
        List<Keyed> found = find(actor, filter, filter.size() + 1, today);
        boolean more = found.size() > filter.size();
        List<Keyed> shown = more ? found.subList(0, filter.size()) : found;
        return new PlanPage(
                shown.stream().map(Keyed::row).toList(),
                more ? shown.getLast().key() + "~" + shown.getLast().row().id() : null,
                organization.hasFormer(actor.unit(), watches(actor) ? Reach.AROUND : Reach.ABOVE, today));
    }

    List<PlanRow> all(Actor actor, PlanFilter filter, int limit, LocalDate today) {
        return find(actor, filter, limit, today).stream().map(Keyed::row).toList();
    }

    private List<Keyed> find(Actor actor, PlanFilter filter, int limit, LocalDate today) {
        Optional<Last> after = Last.of(filter.after());
        return jdbc.sql(sql(filter.sort()))
                .param("unit", actor.unit().value())
                .param("watches", watches(actor))
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("former", filter.former())
                .param("year", filter.year())
                .param("issuer", filter.unit() == null ? null : filter.unit().value())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("words", filter.words() == null ? "" : filter.words().strip())
                .param("key", after.map(Last::key).orElse(null))
                .param("id", after.map(Last::id).orElse(null))
                .param("limit", limit)
                .param("today", today)
                .query(PlanList::keyed)
                .list();
    }

    /** Whether the actor's work is to look after the units below. */
    static boolean watches(Actor actor) {
        return actor.is(Role.CONSOLIDATOR) || actor.is(Role.STANDING_OFFICER) || actor.is(Role.LEADER);
    }

    private static String sql(PlanFilter.Sort sort) {
        return switch (sort) {
            case NEWEST -> sql("to_char(updated_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')", "<", "desc");
            case ISSUED_ON -> sql("coalesce(to_char(issued_on, 'YYYYMMDD'), '99999999')", "<", "desc");
            case TITLE -> sql("coalesce(title, '') collate \"vi-x-icu\"", ">", "asc");
        };
    }

    private static String sql(String key, String beyond, String order) {
        return SQL.formatted(key, beyond, order, order, order, order);
    }

    private static Keyed keyed(ResultSet row, int n) throws SQLException {
        return new Keyed(row.getString("sort_key"), row(row));
    }

    private static PlanRow row(ResultSet row) throws SQLException {
        Integer number = row.getObject("number", Integer.class);
        return new PlanRow(
                new PlanId(row.getObject("id", UUID.class)),
                row.getString("title"),
                numberAndSymbol(number, row.getString("symbol")),
                new UnitId(row.getObject("issuer_id", UUID.class)),
                row.getString("issuer_name"),
                FormerUnit.of(row),
                PlanKind.valueOf(row.getString("kind")),
                PlanStatus.valueOf(row.getString("status")),
                row.getObject("issued_on", LocalDate.class),
                period(row.getObject("period_from", Integer.class), row.getObject("period_to", Integer.class)),
                counts(row),
                row.getObject("updated_at", OffsetDateTime.class));
    }

    static TaskCounts counts(ResultSet row) throws SQLException {
        return new TaskCounts(
                row.getInt("not_started"), row.getInt("under_way"), row.getInt("done"), row.getInt("overdue"));
    }

    static String numberAndSymbol(@Nullable Integer number, String symbol) {
        return (number == null ? "…" : "%02d".formatted(number)) + "/" + symbol;
    }

    private static PlanContent.@Nullable Period period(@Nullable Integer from, @Nullable Integer to) {
        return from == null || to == null ? null : new PlanContent.Period(from, to);
    }
}
