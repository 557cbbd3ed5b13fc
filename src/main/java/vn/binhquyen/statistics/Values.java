package vn.binhquyen.statistics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;

/** The figures. A figure that is changed or taken away stays in the history. */
@Service
@Transactional
public class Values {
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Values(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
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
        Map<String, Sheet> byKey = new HashMap<>();
        for (Sheet sheet : sheets) {
            found.put(sheet, new HashMap<>());
            byKey.put(
                    keyOf(
                            sheet.unitKey(),
                            sheet.reporterKey(),
                            sheet.period().kind().name(),
                            sheet.period().start()),
                    sheet);
        }
        jdbc.sql("""
            select data_value.*
              from unnest(:provinces::smallint[], :units::int[], :kinds::text[], :starts::date[], :reporters::int[])
                   as wanted (province_id, unit_key, period_kind, period_start, reporter_key)
              join data_value using (province_id, unit_key, period_kind, period_start, reporter_key)
            """)
                .param("provinces", column(sheets, Sheet::province, Short[]::new))
                .param("units", column(sheets, Sheet::unitKey, Integer[]::new))
                .param("kinds", column(sheets, sheet -> sheet.period().kind().name(), String[]::new))
                .param("starts", column(sheets, sheet -> sheet.period().start().toString(), String[]::new))
                .param("reporters", column(sheets, Sheet::reporterKey, Integer[]::new))
                .query(row -> {
                    Sheet sheet = byKey.get(keyOf(
                            row.getInt("unit_key"),
                            row.getInt("reporter_key"),
                            row.getString("period_kind"),
                            row.getObject("period_start", LocalDate.class)));
                    found.computeIfAbsent(Objects.requireNonNull(sheet), any -> new HashMap<>())
                            .put(cell(row), value(row));
                });
        return found;
    }

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
              from data_value_history
             where province_id = :province and unit_key = :unit and period_kind = :kind and period_start = :start
               and reporter_key = :reporter and element_key = :element and nature = :nature
               and breakdown_key = :breakdown
             order by id desc
            """)
                .param("element", cell.element())
                .param("nature", cell.nature().name())
                .param("breakdown", cell.breakdown().key())
                .query((row, n) -> new Former(
                        row.getBigDecimal("value"),
                        ValueStatus.valueOf(row.getString("status")),
                        row.getObject("at", OffsetDateTime.class),
                        row.getObject("replaced_at", OffsetDateTime.class)))
                .list();
    }

    /**
     * Puts figures on a sheet; what is not named stays.
     *
     * @param numbers null takes the figure away
     */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public void write(
            Actor actor, Sheet sheet, UUID origin, ValueStatus status, Map<Cell, @Nullable BigDecimal> numbers) {
        numbers.forEach((cell, number) -> {
            keep(actor, sheet, cell, number);
            if (number == null) {
                delete(sheet, cell);
            } else {
                put(actor, sheet, cell, number, status, origin);
            }
        });
        audit.record(
                actor,
                "figures-written",
                "sheet",
                origin,
                Map.of("unit", sheet.unitKey(), "period", sheet.period().start(), "figures", numbers.size()));
    }

    /** All figures that an origin gave to a sheet take a status. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public void settle(Actor actor, Sheet sheet, UUID origin, ValueStatus status) {
        int figures = of(sheet, """
            update data_value
               set status = :status
             where province_id = :province and unit_key = :unit and period_kind = :kind and period_start = :start
               and reporter_key = :reporter and origin = :origin and status <> :status
            """)
                .param("status", status.name())
                .param("origin", origin)
                .update();
        audit.record(actor, "figures-settled", "sheet", origin, Map.of("status", status, "figures", figures));
    }

    /** A figure that is about to become another one goes into the history. */
    private void keep(Actor actor, Sheet sheet, Cell cell, @Nullable BigDecimal number) {
        of(sheet, """
            insert into data_value_history (province_id, unit_key, element_key, period_kind, period_start, nature,
                                            reporter_key, breakdown_key, value, status, origin, at, by,
                                            replaced_at, replaced_by)
            select province_id, unit_key, element_key, period_kind, period_start, nature,
                   reporter_key, breakdown_key, value, status, origin, at, by, :now, :actor
              from data_value
             where province_id = :province and unit_key = :unit and period_kind = :kind and period_start = :start
               and reporter_key = :reporter and element_key = :element and nature = :nature
               and breakdown_key = :breakdown and value is distinct from :number::numeric
            """)
                .param("element", cell.element())
                .param("nature", cell.nature().name())
                .param("breakdown", cell.breakdown().key())
                .param("number", number)
                .param("now", OffsetDateTime.now(clock))
                .param("actor", actor.account().value())
                .update();
    }

    private void delete(Sheet sheet, Cell cell) {
        of(sheet, """
            delete from data_value
             where province_id = :province and unit_key = :unit and period_kind = :kind and period_start = :start
               and reporter_key = :reporter and element_key = :element and nature = :nature
               and breakdown_key = :breakdown
            """)
                .param("element", cell.element())
                .param("nature", cell.nature().name())
                .param("breakdown", cell.breakdown().key())
                .update();
    }

    private void put(Actor actor, Sheet sheet, Cell cell, BigDecimal number, ValueStatus status, UUID origin) {
        of(sheet, """
            insert into data_value (province_id, unit_key, element_key, period_kind, period_start, nature,
                                    reporter_key, breakdown_key, value, status, origin, at, by)
            values (:province, :unit, :element, :kind, :start, :nature,
                    :reporter, :breakdown, :number, :status, :origin, :now, :actor)
            on conflict (province_id, unit_key, period_kind, period_start, reporter_key, element_key, nature,
                         breakdown_key)
            do update set value = excluded.value, status = excluded.status, origin = excluded.origin,
                          at = excluded.at, by = excluded.by
            """)
                .param("element", cell.element())
                .param("nature", cell.nature().name())
                .param("breakdown", cell.breakdown().key())
                .param("number", number)
                .param("status", status.name())
                .param("origin", origin)
                .param("now", OffsetDateTime.now(clock))
                .param("actor", actor.account().value())
                .update();
    }

    private JdbcClient.StatementSpec of(Sheet sheet, String sql) {
        return jdbc.sql(sql)
                .param("province", sheet.province())
                .param("unit", sheet.unitKey())
                .param("kind", sheet.period().kind().name())
                .param("start", sheet.period().start())
                .param("reporter", sheet.reporterKey());
    }

    private static <T> T[] column(Collection<Sheet> sheets, Function<Sheet, T> value, IntFunction<T[]> array) {
        return sheets.stream().map(value).toArray(array);
    }

    private static String keyOf(int unit, int reporter, String kind, LocalDate start) {
        return unit + " " + reporter + " " + kind + " " + start;
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getInt("element_key"),
                Breakdown.of(row.getInt("breakdown_key")),
                Nature.valueOf(row.getString("nature")));
    }

    private static Value value(ResultSet row) throws SQLException {
        return new Value(
                row.getBigDecimal("value"),
                ValueStatus.valueOf(row.getString("status")),
                row.getObject("origin", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                new AccountId(row.getObject("by", UUID.class)));
    }
}
