package vn.binhquyen.monitoring.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.Attainment;
import vn.binhquyen.monitoring.Oddity;
import vn.binhquyen.monitoring.query.IndicatorList.Line;
import vn.binhquyen.monitoring.query.IndicatorPage.Place;
import vn.binhquyen.monitoring.query.IndicatorPage.Row;
import vn.binhquyen.organization.Level;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.query.Drawn;
import vn.binhquyen.statistics.query.IndicatorReading;
import vn.binhquyen.statistics.query.Sources;
import vn.binhquyen.statistics.query.Where;

/** What indicators say of a unit, beside what is aimed at. */
@Service
@Transactional(readOnly = true)
public class IndicatorPages {
    private static final int GLANCE = 6;
    private static final int YEARS = 10;
    private static final int SHORTER = 12;
    private static final int SOURCES = 100;

    private final Definitions definitions;
    private final IndicatorValues values;
    private final Places places;
    private final Parts parts;
    private final Sources sources;
    private final Origins origins;
    private final Breakdowns breakdowns;
    private final PlanQueries plans;
    private final Permits permits;
    private final Clock clock;

    IndicatorPages(
            Definitions definitions,
            IndicatorValues values,
            Places places,
            Parts parts,
            Sources sources,
            Origins origins,
            Breakdowns breakdowns,
            PlanQueries plans,
            Permits permits,
            Clock clock) {
        this.definitions = definitions;
        this.values = values;
        this.places = places;
        this.parts = parts;
        this.sources = sources;
        this.origins = origins;
        this.breakdowns = breakdowns;
        this.plans = plans;
        this.permits = permits;
        this.clock = clock;
    }

    /**
     * The indicators that hold in a unit, at a glance.
     *
     * @param year null for the last one of which anything is known
     */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public IndicatorList list(Actor actor, UnitId unit, @Nullable Integer year, IndicatorFilter filter) {
        LocalDate today = LocalDate.now(clock);
        Level level = places.lineage(unit, today).getLast().level();
        Targets targets = targets(actor, unit);
        List<Definition> all = definitions.in(unit, targets.origins(), new IndicatorFilter("", null, null, false));
        List<Definition> found = definitions.in(unit, targets.origins(), filter);
        List<Period> when = years(Math.max(year == null ? 0 : year, today.getYear()), YEARS);
        Map<IndicatorId, List<BySex>> series = values.series(
                found.stream().filter(Definition::counted).map(Definition::id).toList(), unit, when, Drawn.THEN);
        int shown = year == null ? lastKnown(series, today.getYear()) : year;
        List<Line> lines = found.stream()
                .map(one -> line(
                        one,
                        unit,
                        series.getOrDefault(one.id(), List.of()),
                        shown,
                        Targets.binding(targets.of(one), one, level),
                        today))
                .toList();
        return new IndicatorList(
                unit,
                shown,
                filter.doubtfulFirst() ? IndicatorList.doubtfulFirst(lines) : lines,
                all.stream().map(Definition::field).distinct().toList(),
                all.stream().map(Definition::collection).distinct().toList());
    }

    private static int lastKnown(Map<IndicatorId, List<BySex>> series, int otherwise) {
        return series.values().stream()
                .flatMap(List::stream)
                .filter(BySex::given)
                .mapToInt(point -> point.period().year())
                .max()
                .orElse(otherwise);
    }

    private static Line line(
            Definition definition, UnitId unit, List<BySex> known, int year, @Nullable Aimed aimed, LocalDate today) {
        List<BySex> series = known.stream()
                .filter(point -> point.period().year() <= year && point.period().year() > year - GLANCE)
                .toList();
        BySex shown = series.stream()
                .filter(point -> point.period().year() == year)
                .findFirst()
                .orElse(BySex.of(unit, Period.year(year), List.of()));
        Line bare = new Line(definition, shown, series, aimed, null, null);
        return new Line(
                definition,
                shown,
                series,
                aimed,
                aimed == null ? null : aimed.judge(shown.value(), year, today).orElse(null),
                shown.value() == null
                        ? null
                        : Oddity.of(bare.known(), definition.share())
                                .or(() -> impossible(shown, definition))
                                .orElse(null));
    }

    /** Women or men alone may show what the whole hides. */
    private static Optional<Oddity> impossible(BySex shown, Definition definition) {
        return Stream.of(Optional.ofNullable(shown.women()), Optional.ofNullable(shown.men()))
                .flatMap(Optional::stream)
                .flatMap(reading -> Stream.ofNullable(reading.value()))
                .flatMap(value -> Oddity.of(List.of(value), definition.share()).stream())
                .findFirst();
    }

    /**
     * One indicator of a unit.
     *
     * @param asked null for the last period of which anything is known
     */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public IndicatorPage page(
            Actor actor, IndicatorId id, UnitId unit, Period.Kind kind, @Nullable Period asked, Drawn drawn) {
        LocalDate today = LocalDate.now(clock);
        Definition definition = definitions.one(id);
        List<Place> lineage = places.lineage(unit, today);
        Place place = lineage.getLast();
        List<Aimed> targets = targets(actor, unit).of(definition);
        Aimed binding = Targets.binding(targets, definition, place.level());
        List<BySex> all =
                definition.counted() ? values.series(id, unit, periods(kind, asked, today), drawn) : List.of();
        List<BySex> series = all.stream().dropWhile(point -> !point.given()).toList();
        Period period = asked != null
                ? asked
                : series.stream()
                        .filter(BySex::given)
                        .map(BySex::period)
                        .reduce((earlier, later) -> later)
                        .orElse(Period.containing(kind, today));
        BySex shown = all.stream()
                .filter(point -> point.period().equals(period))
                .findFirst()
                .orElse(BySex.of(unit, period, List.of()));
        LocalDate on = drawn == Drawn.TODAY || period.end().isAfter(today) ? today : period.end();
        Level level = levelBelow(place, on);
        return new IndicatorPage(
                definition,
                parts.of(definition),
                place,
                lineage.subList(0, lineage.size() - 1),
                period,
                drawn,
                shown,
                judge(binding, shown, today),
                series,
                targets,
                binding,
                level,
                level == null || !definition.counted()
                        ? List.of()
                        : below(definition, place, level, period, drawn, on, targets, today));
    }

    /**
     * How a figure came about, page by page.
     *
     * @param after where the page begins, as the one before said; null for the first
     * @throws NotFound where figures are not broken down so
     */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public SourcePage sources(
            Actor actor,
            IndicatorId id,
            UnitId unit,
            Period period,
            Breakdown by,
            Drawn drawn,
            @Nullable String after) {
        Definition definition = definitions.one(id);
        Place place = places.lineage(unit, LocalDate.now(clock)).getLast();
        Breakdowns.Named named = breakdowns.named(List.of(by)).get(by);
        if (named == null) {
            throw new NotFound("breakdown", by);
        }
        IndicatorReading reading = values.one(id, unit, period, by, drawn);
        Sources.Page page = sources.of(
                actor, id, unit, period, by, drawn, reading == null ? Map.of() : reading.madeOf(), after, SOURCES);
        return new SourcePage(
                definition,
                parts.of(definition),
                place,
                period,
                drawn,
                named.nameVi(),
                named.nameEn(),
                reading,
                page.sources(),
                origins.of(actor, page.sources()),
                page.next(),
                page.withheld());
    }

    private List<Row> below(
            Definition definition,
            Place top,
            Level level,
            Period period,
            Drawn drawn,
            LocalDate on,
            List<Aimed> targets,
            LocalDate today) {
        Map<UnitId, BySex> across = values.across(definition.id(), new Where.Below(top.id(), level), period, drawn);
        Aimed binding = Targets.binding(targets, definition, level);
        return new Ranking(definition)
                .of(places.below(top.id(), on, across.keySet(), today).stream()
                        .map(unit -> {
                            BySex figures = across.get(unit.id());
                            return new Row(
                                    unit, figures, null, figures == null ? null : judge(binding, figures, today));
                        })
                        .toList());
    }

    private static @Nullable Attainment judge(@Nullable Aimed binding, BySex figures, LocalDate today) {
        return binding == null
                ? null
                : binding.judge(figures.value(), figures.period().year(), today).orElse(null);
    }

    private @Nullable Level levelBelow(Place unit, LocalDate on) {
        return places.below(unit.id(), on, List.of(), on).stream()
                .map(Place::level)
                .filter(level -> level != Level.VILLAGE)
                .findFirst()
                .orElse(null);
    }

    /** What binds the unit, where the actor may know of its plans; else the strategy alone. */
    private Targets targets(Actor actor, UnitId unit) {
        return new Targets(
                permits.allows(actor, Action.VIEW, Thing.PLAN, vn.binhquyen.kernel.Place.of(unit))
                        ? plans.targets(unit)
                        : List.of());
    }

    private static List<Period> years(int last, int count) {
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(Period::year)
                .toList();
    }

    private static List<Period> periods(Period.Kind kind, @Nullable Period asked, LocalDate today) {
        if (kind == Period.Kind.YEAR) {
            Set<Period> years = new LinkedHashSet<>(years(today.getYear(), YEARS));
            return Stream.concat(years.stream(), Stream.ofNullable(asked))
                    .distinct()
                    .sorted()
                    .toList();
        }
        List<Period> periods = new ArrayList<>();
        for (Period period = Objects.requireNonNullElse(asked, Period.containing(kind, today));
                periods.size() < SHORTER;
                period = period.previous()) {
            periods.add(period);
        }
        return periods.reversed();
    }
}
