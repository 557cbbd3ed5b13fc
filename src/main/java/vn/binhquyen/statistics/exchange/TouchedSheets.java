package vn.binhquyen.statistics.exchange;

import static vn.binhquyen.kernel.Columns.column;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.statistics.exchange.FigureCodes.PeriodCode;
import vn.binhquyen.statistics.exchange.FigureCodes.UnitCode;

/** Of which units, periods and elements figures were written: what has to be added up and looked at anew. */
final class TouchedSheets {
    private record Sheet(short province, int unit, int period) {}

    private record Sum(short province, int element, int period) {}

    private final Set<Sheet> sheets = new HashSet<>();
    private final Set<Sum> sums = new HashSet<>();
    private @Nullable UnitCode lastUnit;
    private @Nullable PeriodCode lastPeriod;

    void add(List<FigureRow> rows) {
        rows.forEach(this::add);
    }

    private void add(FigureRow row) {
        UnitCode unit = row.unit();
        PeriodCode period = row.period();
        if (!Objects.equals(unit, lastUnit) || !Objects.equals(period, lastPeriod)) {
            sheets.add(new Sheet(unit.province(), unit.key(), period.key()));
            lastUnit = unit;
            lastPeriod = period;
        }
        sums.add(new Sum(unit.province(), row.element(), period.key()));
    }

    Short[] provinces() {
        return sheets.stream().map(Sheet::province).distinct().toArray(Short[]::new);
    }

    boolean isAnyLocked(JdbcClient jdbc, LocalDate today) {
        return jdbc.sql("select exists (select 1 from locks_on(:units, :periods, :today))")
                .param("units", column(sheets, Sheet::unit, Integer[]::new))
                .param("periods", column(sheets, Sheet::period, Integer[]::new))
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /** @param inBulk whether their sums wait behind what people type */
    void note(JdbcClient jdbc, boolean inBulk) {
        jdbc.sql("""
            insert into rollup_due (province_id, element_key, period_key, in_bulk)
            select *, :inBulk from unnest(:provinces::smallint[], :elements::int[], :periods::int[])
            """)
                .param("provinces", column(sums, Sum::province, Short[]::new))
                .param("elements", column(sums, Sum::element, Integer[]::new))
                .param("periods", column(sums, Sum::period, Integer[]::new))
                .param("inBulk", inBulk)
                .update();
        jdbc.sql("""
            insert into finding_due (province_id, unit_key, period_key)
            select * from unnest(:provinces::smallint[], :units::int[], :periods::int[])
            """)
                .param("provinces", column(sheets, Sheet::province, Short[]::new))
                .param("units", column(sheets, Sheet::unit, Integer[]::new))
                .param("periods", column(sheets, Sheet::period, Integer[]::new))
                .update();
    }
}
