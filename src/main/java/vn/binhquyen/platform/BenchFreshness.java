package vn.binhquyen.platform;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.entry.CellChange;
import vn.binhquyen.statistics.entry.Entries;
import vn.binhquyen.statistics.entry.Outcome;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.statistics.query.FigureQuery;
import vn.binhquyen.statistics.query.FigureQuery.What;
import vn.binhquyen.statistics.query.Figures;
import vn.binhquyen.statistics.query.Reading;
import vn.binhquyen.statistics.query.Where;

/**
 * How soon a saved figure is in the sum of the nation, while fifty people at their forms save twenty cells a second each: row by
 * row, as a form is filled, and then each cell in another row, so that twenty sums of each province are never at rest. Each cell
 * is a request of its own; then what was typed in a quarter of a second is one, as the entry page sends it. Where saves take too
 * long cell by cell, fewer are offered until they don't. All communes have given the quarter, so that each save is a correction
 * with its reason: the same way as a first figure, and sums of as many figures as there can be.
 */
final class BenchFreshness {
    private static final int PEOPLE = 50;
    private static final List<Integer> OFFERED_PER_SECOND = List.of(1_000, 900, 800, 700, 600, 500, 400, 300);
    private static final double SLOWEST_SAVE_MILLIS = 50;
    private static final Duration AT_ONCE = Duration.ZERO;
    /** What the entry page waits for more to be typed, the same as PAUSE in entry-queue.js. */
    private static final Duration OF_PAGE = Duration.ofMillis(250);

    private final ApplicationContext context;
    private final Actor actor;
    private final BenchFigures made;
    private final Period period;
    private final int seconds;
    private int asked;

    BenchFreshness(ApplicationContext context, Actor actor, BenchFigures made, Period period, int seconds) {
        this.context = context;
        this.actor = actor;
        this.made = made;
        this.period = period;
        this.seconds = seconds;
    }

    Map<String, Object> measure() {
        int most = OFFERED_PER_SECOND.getFirst();
        measure(most, AT_ONCE, BenchFreshness::rowByRow); // until the compiler of the machine has come to rest
        Measured rowByRow = measure(most, AT_ONCE, BenchFreshness::rowByRow);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("savesOfferedPerSecond", most);
        rowByRow.put(report, "");
        measure(most, AT_ONCE, (i, cells) -> new Typed(i, 0)).put(report, "Scattered");
        sustained(rowByRow).put(report, "Sustained");
        measure(most, OF_PAGE, BenchFreshness::rowByRow).put(report, "ByPage");
        return report;
    }

    /** The most that is offered and saved in time; the last tried where nothing is. */
    private Measured sustained(Measured atMost) {
        Measured measured = atMost;
        for (int offered : OFFERED_PER_SECOND.subList(1, OFFERED_PER_SECOND.size())) {
            if (measured.save().quantile(0.95) < SLOWEST_SAVE_MILLIS) {
                break;
            }
            measured = measure(offered, AT_ONCE, BenchFreshness::rowByRow);
        }
        return measured;
    }

    /** @param save how long a request took */
    private record Measured(double cellsPerSecond, BenchTimes save, BenchTimes fresh) {
        void put(Map<String, Object> report, String how) {
            report.put("savesPerSecond" + how, Math.round(cellsPerSecond));
            save.put(report, "saved" + how);
            report.put("inTheNation" + how + "P50Ms", BenchTimes.rounded(fresh.quantile(0.5)));
            report.put("inTheNation" + how + "P99Ms", BenchTimes.rounded(fresh.quantile(0.99)));
            report.put("inTheNation" + how + "Samples", fresh.sorted().size());
        }
    }

    /** Where the next figure goes. */
    private record Typed(int row, int column) {}

    private interface Order {
        Typed next(int typed, int columns);
    }

    private static Typed rowByRow(int typed, int columns) {
        return new Typed(typed / columns, typed % columns);
    }

    /**
     * How people type.
     *
     * @param every nanoseconds between two cells of one person
     * @param pause from when a cell was typed until it is sent, with all that were typed since
     */
    private record Pace(long every, long pause, Order order) {
        /** @return how many cells were typed since a person began */
        int typed(long begun) {
            return (int) ((System.nanoTime() - begun) / every) + 1;
        }
    }

    /** What all who type have done so far, and whether they go on. */
    private static final class Tally {
        private final List<Double> saves = Collections.synchronizedList(new ArrayList<>());
        private final LongAdder cells = new LongAdder();
        private final AtomicBoolean going = new AtomicBoolean(true);
    }

    private Measured measure(int offeredPerSecond, Duration pause, Order order) {
        Pace pace = new Pace(TimeUnit.SECONDS.toNanos(PEOPLE) / offeredPerSecond, pause.toNanos(), order);
        Tally tally = new Tally();
        List<Double> seen = new ArrayList<>();
        long start = System.nanoTime();
        List<CompletableFuture<Void>> typing = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            for (int person = 0; person < PEOPLE; person++) {
                int number = person;
                typing.add(CompletableFuture.runAsync(() -> type(number, pace, tally), people));
            }
            while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
                seen.add(untilSeen());
            }
            tally.going.set(false);
        }
        typing.forEach(CompletableFuture::join);
        double took = (System.nanoTime() - start) / 1e9;
        return new Measured(tally.cells.sum() / took, BenchTimes.of(tally.saves), BenchTimes.of(seen));
    }

    /** A person types in a commune of their own, of the first half of the things, and began elsewhere than the others. */
    private void type(int person, Pace pace, Tally tally) {
        BenchFigures.Row commune = made.communes().get(person * 60);
        Actor officer = new Actor(
                actor.account(),
                actor.name(),
                commune.id(),
                actor.agency(),
                commune.province(),
                Set.of(Role.STANDING_OFFICER));
        context.getBean(CurrentActor.class).as(officer, () -> type(officer, person, pace, tally));
    }

    private void type(Actor officer, int person, Pace pace, Tally tally) {
        Entries desk = context.getBean(Entries.class);
        FormSheet sheet = new FormSheet(made.form(), officer.unit(), period);
        Map<CellKey, @Nullable BigDecimal> seen = new HashMap<>();
        desk.sheet(sheet).cells().forEach((cell, entry) -> seen.put(cell, entry.number()));
        long begun = System.nanoTime() + person * pace.every() / PEOPLE;
        int sent = 0;
        while (tally.going.get()) {
            LockSupport.parkNanos(begun + sent * pace.every() + pace.pause() - System.nanoTime());
            int until = pace.pause() == 0 ? sent + 1 : Math.clamp(pace.typed(begun), sent + 1, sent + seen.size());
            List<CellChange> parcel = new ArrayList<>();
            for (; sent < until; sent++) {
                Typed typed = pace.order().next(person * 7 + sent, made.cells().size());
                CellKey cell = new CellKey(
                        made.elements().get(typed.row() % BenchFigures.ROWS).key(),
                        made.cells().get(typed.column()));
                BigDecimal number = BigDecimal.valueOf(1_000L + sent);
                parcel.add(new CellChange(cell, seen.put(cell, number), number.toPlainString()));
            }
            long start = System.nanoTime();
            Map<CellKey, Outcome> outcomes = desk.correct(officer, sheet, UUID.randomUUID(), parcel, "Đếm lại");
            tally.saves.add((System.nanoTime() - start) / 1e6);
            tally.cells.add(parcel.size());
            outcomes.forEach((cell, outcome) -> {
                if (!(outcome instanceof Outcome.Saved)) {
                    throw new IllegalStateException(cell + " " + outcome);
                }
            });
        }
    }

    /** Of a thing that nobody else writes, so that the sum tells whose figure it holds. */
    private double untilSeen() {
        BenchFigures.Row commune = made.communes().get(1);
        int element = made.elements().get(39).key();
        BigDecimal before = nation(element);
        write(actor, commune, element, 0, 1_000_000 + ++asked);
        long start = System.nanoTime();
        while (nation(element).compareTo(before) == 0) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private BigDecimal nation(int element) {
        List<Reading> found = context.getBean(Figures.class)
                .read(FigureQuery.of(
                        List.of(new What(element, made.cells().getFirst())),
                        Where.unit(actor.unit()),
                        List.of(period)));
        return found.isEmpty()
                ? BigDecimal.ZERO
                : Objects.requireNonNull(found.getFirst().total());
    }

    private void write(Actor by, BenchFigures.Row commune, int element, int column, int number) {
        Map<Cell, @Nullable BigDecimal> one = new HashMap<>();
        one.put(new Cell(element, made.cells().get(column), Nature.ACTUAL), BigDecimal.valueOf(number));
        context.getBean(Values.class)
                .write(
                        by,
                        new Sheet(commune.id(), commune.province(), commune.unitKey(), period, Sheet.OFFICIAL),
                        UUID.randomUUID(),
                        ValueStatus.DRAFT,
                        one);
    }
}
