package vn.binhquyen.statistics.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.Sheet;

/** Stands before every write of official figures: what is locked is not changed, by whatever way it comes. */
@Component
public class LockedFigures {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final JdbcClient jdbc;
    private final Clock clock;

    LockedFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param elements those whose figures are to be written
     * @throws Refused where the sheet holds official figures and one of them is locked
     */
    public void refuse(Sheet sheet, Collection<Integer> elements) {
        over(sheet, elements).values().stream().findFirst().ifPresent(locked -> {
            throw locked;
        });
    }

    /** Those of the elements whose official figures are locked on the sheet, each with what is said to who would write them. */
    public Map<Integer, Refused> over(Sheet sheet, Collection<Integer> elements) {
        Map<Integer, Refused> locked = new HashMap<>();
        if (sheet.reporterKey() != Sheet.OFFICIAL) {
            return locked;
        }
        jdbc.sql("""
            select distinct on (element) element, unit.name, lock.from_day
              from locks_on(array[:unit::int], array[:period::int], :today)
              join period_lock lock on lock.id = lock_id
              join unit on unit.id = lock.unit_id,
                   unnest(:elements::int[]) element
             where lock.form_code is null or form_asks_for(lock.form_code, element)
             order by element, lock.from_day
            """)
                .param("elements", elements.toArray(Integer[]::new))
                .param("unit", sheet.unitKey())
                .param("period", sheet.period().key())
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    locked.put(
                            row.getInt("element"),
                            new Refused(
                                    "quality.locked",
                                    row.getString("name"),
                                    row.getObject("from_day", LocalDate.class).format(DAY)));
                });
        return locked;
    }

    /**
     * Tells of each row of the table of an import that is locked, at most so many: its number and the unit that locked it.
     * Figures that stay as they are are none.
     */
    public void among(String stagedTable, int limit, ObjIntConsumer<String> locked) {
        jdbc.sql("""
            with sheet as materialized (
                select array_agg(unit_key) as units, array_agg(period_key) as periods
                  from (select distinct unit_key, period_key from %1$s) each
            ), locked as materialized (
                select on_sheet.unit_key, on_sheet.period_key, on_sheet.form_code, unit.name
                  from sheet, locks_on(sheet.units, sheet.periods, :today) on_sheet
                  join period_lock lock on lock.id = lock_id
                  join unit on unit.id = lock.unit_id
            )
            select file_row, min(locked.name) as name
              from locked
              join %1$s given using (unit_key, period_key)
              left join data_value present
                on present.province_id = given.province_id and present.nature = 'A'
               and present.element_key = given.element_key and present.period_key = given.period_key
               and present.unit_key = given.unit_key and present.breakdown_key = given.breakdown_key
               and present.reporter_key = 0
             where present.value is distinct from given.value
               and (locked.form_code is null or form_asks_for(locked.form_code, given.element_key))
             group by file_row
             order by file_row
             limit :limit
            """.formatted(stagedTable))
                .param("today", LocalDate.now(clock))
                .param("limit", limit)
                .query(row -> {
                    locked.accept(row.getString("name"), row.getInt("file_row"));
                });
    }
}
