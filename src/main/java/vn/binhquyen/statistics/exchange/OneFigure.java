package vn.binhquyen.statistics.exchange;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.exchange.FigureCodes.PeriodCode;
import vn.binhquyen.statistics.exchange.FigureCodes.UnitCode;

/** One official figure from another program, as a file would give it: the same words, checks and limits. */
@Service
@Transactional
public class OneFigure {
    private final JdbcClient jdbc;
    private final Values values;
    private final Breakdowns breakdowns;
    private final Clock clock;

    OneFigure(JdbcClient jdbc, Values values, Breakdowns breakdowns, Clock clock) {
        this.jdbc = jdbc;
        this.values = values;
        this.breakdowns = breakdowns;
        this.clock = clock;
    }

    /** In the words of {@link FigureImports}. */
    public record Given(String unit, String element, String period, String breakdown, String value) {}

    private record Right(UnitCode unit, int element, PeriodCode period, int breakdown) {}

    /**
     * @param root the unit at or below which it is
     * @throws Refused where something of it is wrong, or where an approved report gave another number
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void take(Actor actor, UnitId root, Given given) {
        // lists of one would be planned anew each time, which takes longer than the rest of the work
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
        FigureCodes.Words words = new FigureCodes.Words();
        words.add(given.unit(), given.element(), given.breakdown());
        FigureCodes codes = FigureCodes.load(jdbc, root, LocalDate.now(clock), words);
        RowChecks checks = new RowChecks(codes);
        AtomicReference<@Nullable Right> found = new AtomicReference<>();
        checks.row(
                new GivenFigure(1, given.unit(), given.element(), given.period(), given.breakdown(), given.value()),
                (figure, unit, element, period, breakdown) -> found.set(new Right(unit, element, period, breakdown)));
        Right right = found.get();
        if (right == null) {
            FigureImports.RowError error = checks.errors().getFirst();
            throw new Refused(error.code(), error.value());
        }
        Breakdown breakdown = right.breakdown() < 0 ? met(given.breakdown()) : new Breakdown(right.breakdown());
        Sheet sheet = new Sheet(
                right.unit().id(),
                right.unit().province(),
                right.unit().key(),
                Period.ofKey(right.period().key()),
                Sheet.OFFICIAL);
        Cell cell = new Cell(right.element(), breakdown, Nature.ACTUAL);
        BigDecimal number = new BigDecimal(given.value());
        refuseReported(sheet, cell, number);
        Map<Cell, @Nullable BigDecimal> numbers = new HashMap<>();
        numbers.put(cell, number);
        values.write(actor, sheet, Values.Act.imported(UUID.randomUUID()), ValueStatus.ACCEPTED, numbers);
    }

    private Breakdown met(String words) {
        SortedSet<String> options = new TreeSet<>(
                List.of(words.split(";", -1)).stream().map(String::strip).toList());
        return Objects.requireNonNull(breakdowns.of(List.of(options)).get(options));
    }

    private void refuseReported(Sheet sheet, Cell cell, BigDecimal number) {
        boolean reported = jdbc.sql("""
            select exists (
                select 1
                  from data_value present
                  join data_entry entry on entry.province_id = present.province_id and entry.key = present.entry_key
                 where present.province_id = :province and nature = 'A' and element_key = :element
                   and period_key = :period and unit_key = :unit and breakdown_key = :breakdown and reporter_key = 0
                   and value <> :number and not imported)
            """)
                .param("province", sheet.province())
                .param("element", cell.element())
                .param("period", sheet.period().key())
                .param("unit", sheet.unitKey())
                .param("breakdown", cell.breakdown().key())
                .param("number", number)
                .query(Boolean.class)
                .single();
        if (reported) {
            throw new Refused("statistics.import.reported", number);
        }
    }
}
