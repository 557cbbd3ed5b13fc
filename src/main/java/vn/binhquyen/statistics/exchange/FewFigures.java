package vn.binhquyen.statistics.exchange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static vn.binhquyen.kernel.Columns.column;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.BreakdownKeys;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.FigureWriting;
import vn.binhquyen.statistics.FigureWriting.Written;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.exchange.FigureImports.Origin;
import vn.binhquyen.statistics.exchange.FigureImports.Report;
import vn.binhquyen.statistics.quality.LockedFigures;
import vn.binhquyen.statistics.quality.LockedFigures.Look;
import vn.binhquyen.statistics.quality.LockedFigures.Question;

/**
 * The way of few figures: held in memory against what stands, and written as what people type, with an entry for each unit and
 * period.
 */
@Component
class FewFigures {
    /**
     * Short lists would be planned anew each time, which takes longer than the rest of the work. What is planned once stays, though,
     * and a table that was nearly empty then would be read from end to end for each figure, however large it became.
     */
    private static final String PLAN_FOR_FEW = """
        select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)
        """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate together;
    private final BreakdownKeys breakdowns;
    private final LockedFigures locked;
    private final FigureWriting writing;
    private final Clock clock;

    FewFigures(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate together,
            BreakdownKeys breakdowns,
            LockedFigures locked,
            FigureWriting writing,
            Clock clock) {
        this.jdbc = jdbc;
        this.together = together;
        this.breakdowns = breakdowns;
        this.locked = locked;
        this.writing = writing;
        this.clock = clock;
    }

    /** @param imported whether a file gave it; else a report or a form did */
    private record Standing(BigDecimal number, boolean imported) {}

    /** @param dry only looks whether it could be done */
    Report take(Actor actor, UnitId root, Origin origin, List<GivenFigure> given, boolean dry) {
        Question locks = new Question(periods(given));
        RoundTrip trip = new RoundTrip(together)
                .ask(PLAN_FOR_FEW, Map.of(), row -> {})
                .ask(locks.sql(), locks.parameters(), locks);
        FigureCodes codes = FigureCodes.load(together, trip, root, LocalDate.now(clock), given);
        RowChecks checks = new RowChecks(codes);
        List<FigureRow> rows =
                given.stream().map(checks::row).filter(Objects::nonNull).toList();
        if (!checks.errors().isEmpty()) {
            return checks.report(0, 0);
        }
        tellTwice(rows, checks);
        Seen seen = look(rows, locks, checks, dry);
        if (dry) {
            return seen.report(checks);
        }
        TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
        Object before = seen.added() == 0 ? null : transaction.createSavepoint();
        while (checks.errors().isEmpty() && put(actor, origin, codes, seen) != seen.changed()) {
            // somebody gave one of the new figures meanwhile; the others are held
            transaction.rollbackToSavepoint(Objects.requireNonNull(before));
            seen = look(rows, locks, checks, false);
        }
        return seen.report(checks);
    }

    private static Set<Period> periods(List<GivenFigure> given) {
        return given.stream()
                .map(GivenFigure::period)
                .distinct()
                .flatMap(code -> Period.ofCode(code).stream())
                .collect(toSet());
    }

    /** What stands where the rows belong, and those that are other than it. */
    private record Seen(Map<Integer, Standing> standing, List<FigureRow> other, Map<Sheet, Look> looks) {
        int changed() {
            return (int) other.stream()
                    .filter(row -> standing.containsKey(row.row()))
                    .count();
        }

        int added() {
            return other.size() - changed();
        }

        Report report(RowChecks checks) {
            return checks.errors().isEmpty() ? checks.report(added(), changed()) : checks.report(0, 0);
        }
    }

    private Seen look(List<FigureRow> rows, Question locks, RowChecks checks, boolean dry) {
        Map<Integer, Standing> standing = standing(rows, dry ? "" : "for no key update of data_value");
        List<FigureRow> other = rows.stream()
                .filter(row -> isOther(row, standing.get(row.row())))
                .toList();
        tellReported(other, standing, checks);
        Map<Sheet, Look> looks = locked.look(
                other.stream().collect(groupingBy(FigureRow::sheet, mapping(FigureRow::element, toSet()))), locks);
        tellLocked(other, looks, checks);
        return new Seen(standing, other, looks);
    }

    /** @return how many of the figures stood before */
    private int put(Actor actor, Origin origin, FigureCodes codes, Seen seen) {
        Map<Integer, Integer> combinations = codes.takeIn(breakdowns);
        return writing.put(seen.other().stream().collect(groupingBy(FigureRow::sheet)).entrySet().stream()
                .map(sheet -> written(
                        actor,
                        origin,
                        Objects.requireNonNull(seen.looks().get(sheet.getKey())),
                        sheet.getValue(),
                        combinations))
                .toList());
    }

    private static void tellTwice(List<FigureRow> rows, RowChecks checks) {
        record Figure(int unit, int element, int period, int breakdown) {}
        rows.stream()
                .collect(groupingBy(row ->
                        new Figure(row.unit().key(), row.element(), row.period().key(), row.breakdown())))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .map(same -> same.getLast().row())
                .sorted()
                .forEach(checks::twice);
    }

    /**
     * By the numbers of the rows. Each is looked up by its key, even while statistics lag behind what was loaded: the offset sees
     * to it.
     *
     * @param held how they are held until the end of the transaction
     */
    private Map<Integer, Standing> standing(List<FigureRow> given, String held) {
        List<FigureRow> rows = given.stream().sorted(FigureRow.ORDER).toList();
        Map<Integer, Standing> standing = new HashMap<>();
        jdbc.sql("""
            select place, present.value, present.imported
              from unnest(:provinces::smallint[], :elements::int[], :periods::int[], :units::int[], :breakdowns::int[])
                   with ordinality as given (province_id, element_key, period_key, unit_key, breakdown_key, place)
             cross join lateral (
                   select value, coalesce(imported, false) as imported
                     from data_value
                     left join data_entry on data_entry.province_id = data_value.province_id and key = entry_key
                    where data_value.province_id = given.province_id and nature = 'A'
                      and element_key = given.element_key and period_key = given.period_key
                      and unit_key = given.unit_key and breakdown_key = given.breakdown_key and reporter_key = 0
                   offset 0
                   %s) present
            """.formatted(held))
                .param("provinces", column(rows, FigureRow::province, Short[]::new))
                .param("elements", column(rows, FigureRow::element, Integer[]::new))
                .param("periods", column(rows, row -> row.period().key(), Integer[]::new))
                .param("units", column(rows, row -> row.unit().key(), Integer[]::new))
                .param("breakdowns", column(rows, FigureRow::breakdown, Integer[]::new))
                .query(found -> {
                    standing.put(
                            rows.get(found.getInt("place") - 1).row(),
                            new Standing(found.getBigDecimal("value"), found.getBoolean("imported")));
                });
        return standing;
    }

    private static boolean isOther(FigureRow row, @Nullable Standing standing) {
        return standing == null || standing.number().compareTo(row.number()) != 0;
    }

    private static void tellReported(List<FigureRow> other, Map<Integer, Standing> standing, RowChecks checks) {
        for (FigureRow row : other) {
            Standing before = standing.get(row.row());
            if (before != null && !before.imported()) {
                checks.reported(row.row(), row.number().toPlainString());
            }
        }
    }

    private static void tellLocked(List<FigureRow> other, Map<Sheet, Look> looks, RowChecks checks) {
        for (FigureRow row : other) {
            Refused why =
                    Objects.requireNonNull(looks.get(row.sheet())).locked().get(row.element());
            if (why != null) {
                checks.locked(row.row(), why.arguments().getFirst().toString());
            }
        }
    }

    private static Written written(
            Actor actor, Origin origin, Look look, List<FigureRow> rows, Map<Integer, Integer> combinations) {
        Map<Cell, @Nullable BigDecimal> numbers = new HashMap<>();
        for (FigureRow row : rows) {
            Breakdown breakdown = new Breakdown(combinations.getOrDefault(row.breakdown(), row.breakdown()));
            numbers.put(new Cell(row.element(), breakdown, Nature.ACTUAL), row.number());
        }
        return new Written(
                actor, AuditLog.address(), look, Values.Act.imported(origin.id()), ValueStatus.ACCEPTED, numbers);
    }
}
