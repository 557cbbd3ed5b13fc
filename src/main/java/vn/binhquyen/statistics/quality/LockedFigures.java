package vn.binhquyen.statistics.quality;

import static java.util.stream.Collectors.toSet;
import static vn.binhquyen.kernel.Columns.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Place;
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

    /** What was seen before figures of a sheet are written. Only this room makes one, so that nothing is written unseen. */
    public static final class Look implements Located {
        private final Sheet sheet;
        private final Set<Integer> elements;
        private final Map<Integer, Refused> locked;

        private Look(Sheet sheet, Collection<Integer> elements, Map<Integer, Refused> locked) {
            this.sheet = sheet;
            this.elements = Set.copyOf(elements);
            this.locked = Map.copyOf(locked);
        }

        public Sheet sheet() {
            return sheet;
        }

        /** Those that were looked at. */
        public Set<Integer> elements() {
            return elements;
        }

        /** Those of them whose official figures stay as they are, each with what is said to who would write them. */
        public Map<Integer, Refused> locked() {
            return locked;
        }

        @Override
        public Place place() {
            return sheet.place();
        }

        /**
         * @throws Refused where one of the elements is locked
         * @throws IllegalArgumentException where not all of them were looked at
         */
        public void requireOpen(Collection<Integer> written) {
            if (!elements.containsAll(written)) {
                throw new IllegalArgumentException("Not looked at: " + sheet + " " + written);
            }
            written.stream().filter(locked::containsKey).findFirst().ifPresent(element -> {
                throw Objects.requireNonNull(locked.get(element));
            });
        }
    }

    /**
     * Whether a lock of any unit may be on one of the periods: of those that are still being filled hardly ever. To be asked
     * together with other questions of one's own.
     */
    public static final class Question implements RowCallbackHandler {
        private final Set<Period> periods;
        private @Nullable Boolean any;

        public Question(Set<Period> periods) {
            this.periods = Set.copyOf(periods);
        }

        /** Terms begin in any year, so that each is looked at. */
        public String sql() {
            return """
                select exists (
                    select 1
                      from period_lock
                     where lifted_at is null
                       and (period_key = any(:around) or period_kind(period_key) = 'TERM'))
                """;
        }

        public Map<String, ?> parameters() {
            return Map.of("around", around());
        }

        private Integer[] around() {
            return periods.stream()
                    .flatMap(period -> Arrays.stream(Period.Kind.values())
                            .map(kind -> Period.containing(kind, period.start()))
                            .filter(longer -> !longer.end().isBefore(period.end())))
                    .map(Period::key)
                    .distinct()
                    .toArray(Integer[]::new);
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            any = row.getBoolean(1);
        }

        private boolean isAnyOn(Set<Period> asked) {
            if (any == null || !periods.containsAll(asked)) {
                throw new IllegalStateException("Not asked: " + asked);
            }
            return any;
        }
    }

    /** Looks whether official figures of the elements are locked on the sheet. */
    public Look look(Sheet sheet, Collection<Integer> elements) {
        return Objects.requireNonNull(look(Map.of(sheet, elements)).get(sheet));
    }

    /** The same of several sheets, of each its elements; one query where nothing is locked, as mostly, else two. */
    public Map<Sheet, Look> look(Map<Sheet, ? extends Collection<Integer>> sheets) {
        Question question = new Question(periods(sheets.keySet()));
        if (!question.periods.isEmpty()) {
            jdbc.sql(question.sql()).params(question.parameters()).query(question);
        }
        return look(sheets, question);
    }

    /** @param asked in this transaction, of all periods of the sheets */
    public Map<Sheet, Look> look(Map<Sheet, ? extends Collection<Integer>> sheets, Question asked) {
        Map<Sheet, Map<Integer, Refused>> locked = new HashMap<>();
        Set<Period> periods = periods(sheets.keySet());
        if (!periods.isEmpty() && asked.isAnyOn(periods)) {
            lookUp(sheets, locked);
        }
        Map<Sheet, Look> looks = new HashMap<>();
        sheets.forEach((sheet, elements) ->
                looks.put(sheet, new Look(sheet, elements, locked.getOrDefault(sheet, Map.of()))));
        return looks;
    }

    private static Set<Period> periods(Collection<Sheet> sheets) {
        return sheets.stream()
                .filter(LockedFigures::isOfficial)
                .map(Sheet::period)
                .collect(toSet());
    }

    private static boolean isOfficial(Sheet sheet) {
        return sheet.reporterKey() == Sheet.OFFICIAL;
    }

    private void lookUp(Map<Sheet, ? extends Collection<Integer>> sheets, Map<Sheet, Map<Integer, Refused>> locked) {
        record Sought(Sheet sheet, int element) {}
        List<Sheet> official =
                sheets.keySet().stream().filter(LockedFigures::isOfficial).toList();
        List<Sought> sought = new ArrayList<>();
        official.forEach(sheet ->
                Objects.requireNonNull(sheets.get(sheet)).forEach(element -> sought.add(new Sought(sheet, element))));
        jdbc.sql("""
            select distinct on (place) place, unit.name, lock.from_day
              from unnest(:units::int[], :periods::int[], :elements::int[]) with ordinality
                   as sought (unit_key, period_key, element, place)
              join locks_on(:sheetUnits, :sheetPeriods, :today) on_sheet using (unit_key, period_key)
              join period_lock lock on lock.id = lock_id
              join unit on unit.id = lock.unit_id
             where lock.form_code is null or form_asks_for(lock.form_code, element)
             order by place, lock.from_day
            """)
                .param("units", column(sought, one -> one.sheet().unitKey(), Integer[]::new))
                .param("periods", column(sought, one -> one.sheet().period().key(), Integer[]::new))
                .param("elements", column(sought, Sought::element, Integer[]::new))
                .param("sheetUnits", column(official, Sheet::unitKey, Integer[]::new))
                .param("sheetPeriods", column(official, sheet -> sheet.period().key(), Integer[]::new))
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    Sought one = sought.get(row.getInt("place") - 1);
                    Refused why = new Refused(
                            "quality.locked",
                            row.getString("name"),
                            row.getObject("from_day", LocalDate.class).format(DAY));
                    locked.computeIfAbsent(one.sheet(), any -> new HashMap<>()).put(one.element(), why);
                });
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
                select on_sheet.unit_key, on_sheet.period_key, on_sheet.form_code, unit.name, lock.from_day
                  from sheet, locks_on(sheet.units, sheet.periods, :today) on_sheet
                  join period_lock lock on lock.id = lock_id
                  join unit on unit.id = lock.unit_id
            )
            select file_row, (array_agg(locked.name order by locked.from_day))[1] as name
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
