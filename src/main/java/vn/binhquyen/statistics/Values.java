package vn.binhquyen.statistics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.statistics.quality.LockedFigures;

/** The figures. A figure that is changed or taken away stays in the history. */
@Service
@Transactional
public class Values {
    private final JdbcClient jdbc;
    private final LockedFigures locked;
    private final AuditLog audit;
    private final Clock clock;

    Values(JdbcClient jdbc, LockedFigures locked, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.locked = locked;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A figure as it stands.
     *
     * @param origin the submission or consolidation that gave it
     */
    public record Value(BigDecimal number, ValueStatus status, UUID origin, OffsetDateTime at, AccountId by) {}

    /** A figure as it was, until it was replaced. */
    public record Former(BigDecimal number, ValueStatus status, OffsetDateTime at, OffsetDateTime replacedAt) {}

    /** The figures of several sheets; one query. Every sheet asked for has an entry. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Map<Sheet, Map<Cell, Value>> read(Collection<Sheet> sheets) {
        Map<Sheet, Map<Cell, Value>> found = new HashMap<>();
        Map<Place, Sheet> places = new HashMap<>();
        for (Sheet sheet : sheets) {
            found.put(sheet, new HashMap<>());
            places.put(new Place(sheet.unitKey(), sheet.period().key(), sheet.reporterKey()), sheet);
        }
        jdbc.sql("""
            select data_value.*, origin, at, by
              from unnest(:provinces::smallint[], :units::int[], :periods::int[], :reporters::int[])
                   as wanted (province_id, unit_key, period_key, reporter_key)
              join data_value using (province_id, unit_key, period_key, reporter_key)
              join data_entry on data_entry.province_id = data_value.province_id and data_entry.key = entry_key
            """)
                .param("provinces", column(sheets, Sheet::province, Short[]::new))
                .param("units", column(sheets, Sheet::unitKey, Integer[]::new))
                .param("periods", column(sheets, sheet -> sheet.period().key(), Integer[]::new))
                .param("reporters", column(sheets, Sheet::reporterKey, Integer[]::new))
                .query(row -> {
                    Place place =
                            new Place(row.getInt("unit_key"), row.getInt("period_key"), row.getInt("reporter_key"));
                    Sheet sheet = Objects.requireNonNull(places.get(place));
                    found.computeIfAbsent(sheet, any -> new HashMap<>()).put(cell(row), value(row));
                });
        return found;
    }

    private record Place(int unit, int period, int reporter) {}

    /** The figures of one sheet. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Map<Cell, Value> read(Sheet sheet) {
        return read(List.of(sheet)).getOrDefault(sheet, Map.of());
    }

    /** What stood in one place of a sheet before, newest first. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<Former> history(Sheet sheet, Cell cell) {
        return of(sheet, """
            select value, status, at, replaced_at
              from data_value_history history
              join data_entry on data_entry.province_id = history.province_id and data_entry.key = entry_key
             where history.province_id = :province and unit_key = :unit and period_key = :period
               and reporter_key = :reporter and element_key = :element and nature = :nature::"char"
               and breakdown_key = :breakdown
             order by history.id desc
            """)
                .param("element", cell.element())
                .param("nature", cell.nature().letter())
                .param("breakdown", cell.breakdown().key())
                .query((row, n) -> new Former(
                        row.getBigDecimal("value"),
                        ValueStatus.of(row.getString("status")),
                        row.getObject("at", OffsetDateTime.class),
                        row.getObject("replaced_at", OffsetDateTime.class)))
                .list();
    }

    /**
     * What an act of entering is called and why it was done.
     *
     * @param origin the submission, consolidation or form that gives the figures
     * @param change how the browser calls it, so that it counts once however often it is sent; null where no browser does
     * @param reason why figures that were sent in are changed; null where they were not
     * @param imported whether another program gives them
     */
    public record Act(
            UUID origin, @Nullable UUID change, @Nullable String reason, boolean imported) {
        public Act(UUID origin, @Nullable UUID change, @Nullable String reason) {
            this(origin, change, reason, false);
        }

        /** By another program. */
        public static Act imported(UUID origin) {
            return new Act(origin, null, null, true);
        }
    }

    /**
     * Puts figures on a sheet; what is not named stays. As many statements for one figure as for a whole form.
     *
     * @param numbers null takes the figure away
     * @throws vn.binhquyen.kernel.Refused where the sheet holds official figures and they are locked
     */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public void write(
            Actor actor, Sheet sheet, UUID origin, ValueStatus status, Map<Cell, @Nullable BigDecimal> numbers) {
        write(actor, sheet, new Act(origin, null, null), status, numbers);
    }

    /** As the other, by an act that has more to say of itself. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public void write(Actor actor, Sheet sheet, Act act, ValueStatus status, Map<Cell, @Nullable BigDecimal> numbers) {
        write(actor, locked.look(sheet, elements(numbers)), act, status, numbers);
    }

    /** As the others, by who has looked already whether the figures are locked. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public void write(
            Actor actor,
            LockedFigures.Look look,
            Act act,
            ValueStatus status,
            Map<Cell, @Nullable BigDecimal> numbers) {
        look.requireOpen(elements(numbers));
        Sheet sheet = look.sheet();
        if (!numbers.isEmpty()) {
            put(actor, sheet, act, numbers, status);
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("unit", sheet.unitKey());
        detail.put("period", sheet.period().start());
        detail.put("figures", numbers.size());
        if (act.reason() == null) {
            audit.record(actor, "figures-written", "sheet", act.origin(), detail);
        } else {
            detail.put("reason", act.reason());
            audit.record(actor, "figures-corrected", "sheet", act.origin(), detail);
        }
    }

    private static Set<Integer> elements(Map<Cell, @Nullable BigDecimal> numbers) {
        return numbers.keySet().stream().map(Cell::element).collect(Collectors.toSet());
    }

    /** All figures that an origin gave to a sheet take a status. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public void settle(Actor actor, Sheet sheet, UUID origin, ValueStatus status) {
        int figures = of(sheet, """
            with settled as (
                update data_value
                   set status = :status::"char"
                 where province_id = :province and unit_key = :unit and period_key = :period
                   and reporter_key = :reporter and status <> :status::"char"
                   and entry_key in (select key from data_entry where province_id = :province and origin = :origin)
                returning element_key
            ), due as (
                insert into rollup_due (province_id, element_key, period_key)
                select distinct :province::smallint, element_key, :period from settled where :reporter = 0
            )
            select count(*) from settled
            """)
                .param("status", status.letter())
                .param("origin", origin)
                .query(Integer.class)
                .single();
        audit.record(actor, "figures-settled", "sheet", origin, Map.of("status", status, "figures", figures));
    }

    /** What one agency contributed under the origins counts as contributed by another, where that one gave nothing itself. */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public void passOver(Actor actor, AgencyId from, AgencyId to, Collection<UUID> origins) {
        int figures = jdbc.sql("""
            with keys as (
                select (select key from agency where id = :from) as old, (select key from agency where id = :to) as new
            )
            update data_value
               set reporter_key = keys.new
              from data_entry, keys
             where data_entry.origin = any(:origins) and data_value.province_id = data_entry.province_id
               and data_value.entry_key = data_entry.key and data_value.reporter_key = keys.old
               and not exists (select 1 from data_value own
                                where own.province_id = data_value.province_id and own.nature = data_value.nature
                                  and own.element_key = data_value.element_key
                                  and own.period_key = data_value.period_key and own.unit_key = data_value.unit_key
                                  and own.breakdown_key = data_value.breakdown_key and own.reporter_key = keys.new)
            """)
                .param("origins", origins.toArray(UUID[]::new))
                .param("from", from.value())
                .param("to", to.value())
                .update();
        if (figures > 0) {
            audit.record(actor, "figures-passed-over", "agency", from, Map.of("to", to, "figures", figures));
        }
    }

    /**
     * All in one statement, since this is what the country does all day. A figure that becomes another one or is taken away
     * goes into the history; the sums of the province no longer hold and the sheet has to be looked at. Contributions are in
     * neither.
     */
    private void put(Actor actor, Sheet sheet, Act act, Map<Cell, @Nullable BigDecimal> numbers, ValueStatus status) {
        of(sheet, """
            with entry as (
                insert into data_entry (province_id, origin, at, by, change_id, reason, imported)
                values (:province, :origin, :now, :actor, :change, :reason, :imported)
                returning key
            ), given as (
                select *
                  from unnest(:elements::int[], :natures::"char"[], :breakdowns::int[], :numbers::numeric[])
                       as given (element, nature, breakdown, number)
            ), look as (
                insert into finding_due (province_id, unit_key, period_key)
                select :province, :unit, :period where :reporter = 0
            ), sum as (
                insert into rollup_due (province_id, element_key, period_key)
                select distinct :province::smallint, element, :period::int from given where :reporter = 0
            ), put as (
                insert into data_value (province_id, unit_key, element_key, period_key, nature, breakdown_key,
                                        reporter_key, value, status, entry_key)
                select :province, :unit, element, :period, nature, breakdown, :reporter, number, :status::"char", key
                  from entry, given
                 where number is not null
                on conflict (province_id, nature, element_key, period_key, unit_key, breakdown_key, reporter_key)
                do update set value = excluded.value, status = excluded.status, entry_key = excluded.entry_key
                returning new.*, old.value as was, old.status as was_status, old.entry_key as was_entry
            ), gone as (
                delete from data_value
                 using given
                 where number is null and province_id = :province and data_value.nature = given.nature
                   and element_key = element and period_key = :period and unit_key = :unit
                   and breakdown_key = breakdown and reporter_key = :reporter
                returning data_value.*
            ), former as (
                select element_key, nature, breakdown_key, was as value, was_status as status, was_entry as entry_key
                  from put
                 where was <> value
                 union all
                select element_key, nature, breakdown_key, value, status, entry_key from gone
            )
            insert into data_value_history (province_id, unit_key, element_key, period_key, nature, breakdown_key,
                                            reporter_key, value, status, entry_key, replaced_at, replaced_by,
                                            replacing_key)
            select :province, :unit, element_key, :period, nature, breakdown_key,
                   :reporter, value, status, entry_key, :now, :actor, key
              from former, entry
            """)
                .param("elements", column(numbers.keySet(), Cell::element, Integer[]::new))
                .param("natures", column(numbers.keySet(), cell -> cell.nature().letter(), String[]::new))
                .param(
                        "breakdowns",
                        column(numbers.keySet(), cell -> cell.breakdown().key(), Integer[]::new))
                .param("numbers", numbers.values().toArray(BigDecimal[]::new))
                .param("status", status.letter())
                .param("origin", act.origin())
                .param("change", act.change())
                .param("reason", act.reason())
                .param("imported", act.imported())
                .param("now", OffsetDateTime.now(clock))
                .param("actor", actor.account().value())
                .update();
    }

    private JdbcClient.StatementSpec of(Sheet sheet, String sql) {
        return jdbc.sql(sql)
                .param("province", sheet.province())
                .param("unit", sheet.unitKey())
                .param("period", sheet.period().key())
                .param("reporter", sheet.reporterKey());
    }

    private static <E, T> T[] column(Collection<E> rows, Function<E, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getInt("element_key"),
                new Breakdown(row.getInt("breakdown_key")),
                Nature.of(row.getString("nature")));
    }

    private static Value value(ResultSet row) throws SQLException {
        return new Value(
                row.getBigDecimal("value"),
                ValueStatus.of(row.getString("status")),
                row.getObject("origin", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                new AccountId(row.getObject("by", UUID.class)));
    }
}
