package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.catalogue.Formula;
import vn.binhquyen.statistics.catalogue.Term;

/** The way home of an indicator: the figures of units that it was computed from, page by page. */
@Service
@Transactional(readOnly = true)
public class Sources {
    private static final Pattern PLACE = Pattern.compile("\\d{1,9}-\\d{1,9}-\\d{1,9}-\\d{1,9}");

    private final JdbcClient jdbc;
    private final Elements elements;
    private final Breakdowns breakdowns;
    private final DisclosureControl control;
    private final Clock clock;

    Sources(JdbcClient jdbc, Elements elements, Breakdowns breakdowns, DisclosureControl control, Clock clock) {
        this.jdbc = jdbc;
        this.elements = elements;
        this.breakdowns = breakdowns;
        this.control = control;
        this.clock = clock;
    }

    /**
     * @param next where the next page begins; null where this is the last
     * @param withheld whether single figures are kept from the reader, who does not answer for the unit, because they could
     *     show who is meant
     */
    public record Page(List<Source> sources, @Nullable String next, boolean withheld) {
        public Page {
            sources = List.copyOf(sources);
        }
    }

    /** A thing and the combination that a formula asks for. */
    private record Asked(int element, Breakdown breakdown) {}

    private record Found(Source source, String place) {}

    /**
     * The figures that an indicator of a unit comes from, by the names of the units.
     *
     * @param madeOf of which kind of periods each element was read ({@link IndicatorReading#madeOf}); of others the longest
     * @param after where the page begins, as the one before said; null for the first
     */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public Page of(
            Actor actor,
            IndicatorId indicator,
            UnitId unit,
            Period period,
            Breakdown by,
            Drawn drawn,
            Map<Integer, Period.Kind> madeOf,
            @Nullable String after,
            int size) {
        Set<Term> terms = terms(indicator, by);
        Map<String, DataElement> known =
                elements.withCodes(terms.stream().map(Term::element).distinct().toList()).stream()
                        .collect(toMap(DataElement::code, element -> element));
        if (known.values().stream().anyMatch(DataElement::sensitive) && !control.isAnsweredForBy(actor, unit)) {
            return new Page(List.of(), null, true);
        }
        Map<SortedSet<String>, Breakdown> combinations =
                breakdowns.known(terms.stream().map(Term::options).distinct().toList());
        List<Asked> asked = terms.stream()
                .flatMap(term -> asked(term, known, combinations).stream())
                .toList();
        List<Found> found = find(asked, known, unit, period, drawn, madeOf, after, size + 1);
        boolean more = found.size() > size;
        List<Found> shown = more ? found.subList(0, size) : found;
        return new Page(
                shown.stream().map(Found::source).toList(),
                more ? shown.getLast().place() : null,
                false);
    }

    private static Optional<Asked> asked(
            Term term, Map<String, DataElement> known, Map<SortedSet<String>, Breakdown> combinations) {
        DataElement element = known.get(term.element());
        Breakdown combination = combinations.get(term.options());
        return element == null || combination == null
                ? Optional.empty()
                : Optional.of(new Asked(element.key(), combination));
    }

    private Set<Term> terms(IndicatorId indicator, Breakdown by) {
        Set<Term> terms = new LinkedHashSet<>();
        jdbc.sql("""
            select formula
              from indicator
              left join data_element reported on reported.indicator_id = indicator.id and reported.part = 'VALUE',
                   unnest(array[numerator, denominator, reported.code]) formula
             where indicator.id = :indicator and formula is not null
            """)
                .param("indicator", indicator.value())
                .query(String.class)
                .list()
                .forEach(formula -> terms.addAll(Formula.parse(formula).terms()));
        Breakdowns.Named named = breakdowns.named(List.of(by)).get(by);
        Set<Term> narrowed = new LinkedHashSet<>();
        for (Term term : terms) {
            Optional<Term> to = named == null ? Optional.empty() : Optional.of(term);
            for (String option : named == null ? List.<String>of() : List.copyOf(named.options())) {
                to = to.flatMap(one -> one.with(option));
            }
            to.ifPresent(narrowed::add);
        }
        return narrowed;
    }

    /** Of each unit what it gave itself, else the parts of it; what stands above in the same sum hides it. */
    private List<Found> find(
            List<Asked> asked,
            Map<String, DataElement> known,
            UnitId unit,
            Period period,
            Drawn drawn,
            Map<Integer, Period.Kind> madeOf,
            @Nullable String after,
            int limit) {
        Map<Integer, DataElement> byKey = known.values().stream().collect(toMap(DataElement::key, element -> element));
        String[] place = after != null && PLACE.matcher(after).matches() ? after.split("-") : new String[0];
        return jdbc.sql("""
            with asked as (
                select element_key, target, made_of, over_units
                  from unnest(:elements::int[], :targets::int[], :kinds::text[]) as asked (element_key, target, made_of)
                  join data_element on data_element.key = element_key
            ), accepted as materialized (
                select target, target as breakdown_key from asked
                 union
                select margin_key, breakdown_key from breakdown_margin where margin_key = any(:targets)
            ), within as materialized (
                select distinct lower.id, lower.key, lower.name, lower.path
                  from unit_state top
                  join unit_state state on state.path <@ top.path
                  join unit lower on lower.id = state.unit_id
                 where top.unit_id = :unit
                 union
                select gone.id, gone.key, gone.name, gone.path
                  from (select id from unit_and_former(:unit, :today)
                         union
                        select id from units_passed_into(:unit, :today)) passed
                  join unit gone using (id)
                 where :today_boundaries
            ), given as materialized (
                select data_value.*, asked.target, asked.made_of, asked.over_units
                  from asked
                  join accepted using (target)
                  join data_value using (element_key, breakdown_key)
                 where reporter_key = 0 and nature = 'A' and period_key = any(:periods)
                   and province_id = any(array(select distinct province_id from unit_state
                                                where unit_id in (select id from within)))
            ), figure as materialized (
                select given.*, within.id, within.name, within.path,
                       coalesce(made_of, period_kind(max(period_key) over (partition by element_key, target))) as kind,
                       bool_or(breakdown_key = target) over (partition by element_key, target, period_key, unit_key) as whole
                  from given
                  join within on within.key = unit_key
                 where over_units = 'SUM' or within.id = :unit
            )
            select distinct on (figure.name collate "vi-x-icu", unit_key, element_key, period_key, breakdown_key)
                   figure.id, figure.name, unit_key, element_key, period_key, breakdown_key, value, status,
                   breakdown.name_vi, breakdown.name_en, entry.at, entry.origin, entry.imported, account.name as by_name
              from figure
              join breakdown on breakdown.key = breakdown_key
              join data_entry entry on entry.province_id = figure.province_id and entry.key = entry_key
              left join account on account.id = entry.by
             where period_kind(period_key) = figure.kind and (breakdown_key = target or not whole)
               and not exists (select 1 from figure above
                                where above.element_key = figure.element_key and above.target = figure.target
                                  and above.period_key = figure.period_key and above.unit_key <> figure.unit_key
                                  and above.path @> figure.path and above.breakdown_key = above.target)
               and (:after_unit::int is null
                    or (figure.name collate "vi-x-icu", unit_key, element_key, period_key, breakdown_key)
                       > ((select name from unit where key = :after_unit) collate "vi-x-icu", :after_unit::int,
                          :after_element::int, :after_period::int, :after_breakdown::int))
             order by figure.name collate "vi-x-icu", unit_key, element_key, period_key, breakdown_key
             limit :limit
            """)
                .param("elements", asked.stream().map(Asked::element).toArray(Integer[]::new))
                .param(
                        "targets",
                        asked.stream().map(one -> one.breakdown().key()).toArray(Integer[]::new))
                .param(
                        "kinds",
                        asked.stream()
                                .map(one -> madeOf.get(one.element()))
                                .map(kind -> kind == null ? null : kind.name())
                                .toArray(String[]::new))
                .param("unit", unit.value())
                .param("today", LocalDate.now(clock))
                .param("today_boundaries", drawn == Drawn.TODAY)
                .param(
                        "periods",
                        Periods.of(List.of(period)).all().stream()
                                .map(Period::key)
                                .toArray(Integer[]::new))
                .param("after_unit", number(place, 0))
                .param("after_element", number(place, 1))
                .param("after_period", number(place, 2))
                .param("after_breakdown", number(place, 3))
                .param("limit", limit)
                .query((row, n) -> found(row, byKey))
                .list();
    }

    private static @Nullable Integer number(String[] place, int at) {
        return place.length == 0 ? null : Integer.valueOf(place[at]);
    }

    private static Found found(ResultSet row, Map<Integer, DataElement> byKey) throws SQLException {
        int element = row.getInt("element_key");
        int period = row.getInt("period_key");
        Breakdown breakdown = new Breakdown(row.getInt("breakdown_key"));
        return new Found(
                new Source(
                        new UnitId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Objects.requireNonNull(byKey.get(element)),
                        Period.ofKey(period),
                        breakdown,
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getBigDecimal("value"),
                        ValueStatus.valueOf(
                                switch (row.getString("status")) {
                                    case "D" -> "DRAFT";
                                    case "S" -> "SUBMITTED";
                                    default -> "ACCEPTED";
                                }),
                        row.getObject("at", OffsetDateTime.class),
                        Objects.requireNonNullElse(row.getString("by_name"), ""),
                        row.getObject("origin", UUID.class),
                        row.getBoolean("imported")),
                row.getInt("unit_key") + "-" + element + "-" + period + "-" + breakdown.key());
    }
}
