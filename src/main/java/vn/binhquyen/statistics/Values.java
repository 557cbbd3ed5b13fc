package vn.binhquyen.statistics;

import static vn.binhquyen.kernel.Columns.column;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
    private final FigureWriting writing;
    private final AuditLog audit;

    Values(JdbcClient jdbc, LockedFigures locked, FigureWriting writing, AuditLog audit) {
        this.jdbc = jdbc;
        this.locked = locked;
        this.writing = writing;
        this.audit = audit;
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
        writing.write(List.of(new FigureWriting.Written(actor, AuditLog.address(), look, act, status, numbers)));
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

    private JdbcClient.StatementSpec of(Sheet sheet, String sql) {
        return jdbc.sql(sql)
                .param("province", sheet.province())
                .param("unit", sheet.unitKey())
                .param("period", sheet.period().key())
                .param("reporter", sheet.reporterKey());
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
