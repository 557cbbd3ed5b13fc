package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.query.Boundaries;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;

/** Answers what is asked of the figures: added up over units, breakdowns and time, by the boundaries of then or of today. */
@Service
@Transactional(readOnly = true)
public class Figures {
    private final JdbcClient jdbc;
    private final Elements elements;
    private final Boundaries boundaries;
    private final BaseFigures base;
    private final DisclosureControl control;
    private final CurrentActor current;
    private final Clock clock;

    Figures(
            JdbcClient jdbc,
            Elements elements,
            Boundaries boundaries,
            BaseFigures base,
            DisclosureControl control,
            CurrentActor current,
            Clock clock) {
        this.jdbc = jdbc;
        this.elements = elements;
        this.boundaries = boundaries;
        this.base = base;
        this.control = control;
        this.current = current;
        this.clock = clock;
    }

    /** A unit that figures are asked for, as facts name it. */
    record Root(UnitId id, int key, Level level) {}

    /**
     * The figures that there are, in the order of the units, the periods and the things asked for. No more queries for a
     * country than for one unit. Small numbers of sensitive things are withheld from who doesn't answer for their units.
     */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<Reading> read(FigureQuery query) {
        Map<Integer, DataElement> known = known(query);
        Places places = new Places();
        Summed summed = summed(query, known, places);
        List<Reading> all = new Answer(query, known, summed.origins()).of(summed.roots(), summed.sums());
        return shown(query, all, known, places);
    }

    /**
     * The same for each set of things that belong together, such as what is divided by one another: those of a set come from
     * the same kind of periods, whatever else is asked. As many queries for many sets as for one.
     */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    public List<List<Reading>> readTogether(FigureQuery query, List<List<FigureQuery.What>> sets) {
        Map<Integer, DataElement> known = known(query);
        Places places = new Places();
        Summed summed = summed(query, known, places);
        List<Reading> all = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (List<FigureQuery.What> set : sets) {
            FigureQuery one = new FigureQuery(set, query.where(), query.when(), query.drawn(), query.nature());
            all.addAll(new Answer(one, known, summed.origins()).together(summed.roots(), summed.sums()));
            ends.add(all.size());
        }
        List<Reading> shown = shown(query, all, known, places);
        List<List<Reading>> bySet = new ArrayList<>();
        int begin = 0;
        for (int end : ends) {
            bySet.add(shown.subList(begin, end));
            begin = end;
        }
        return bySet;
    }

    private Map<Integer, DataElement> known(FigureQuery query) {
        return elements
                .withKeys(query.what().stream().map(FigureQuery.What::element).collect(toSet()))
                .stream()
                .collect(toMap(DataElement::key, element -> element));
    }

    private List<Reading> shown(FigureQuery query, List<Reading> all, Map<Integer, DataElement> known, Places places) {
        return control.shown(current.get(), query, all, known, each -> inEveryWay(each, known, places));
    }

    private DrawnTables.Found inEveryWay(FigureQuery query, Map<Integer, DataElement> known, Places places) {
        Map<Integer, DataElement> asked = new HashMap<>(known);
        asked.keySet()
                .retainAll(query.what().stream().map(FigureQuery.What::element).collect(toSet()));
        Summed summed = summed(query, asked, places);
        return new DrawnTables.Found(
                new Answer(query, asked, summed.origins()).inEveryWay(summed.roots(), summed.sums()), summed.origins());
    }

    /** The units that one answer is about, and where they came from: to say what is withheld they are asked for again and again. */
    private final class Places {
        private final LocalDate today = LocalDate.now(clock);
        private final Map<Asked, List<Root>> roots = new HashMap<>();
        private final Map<List<Root>, Origins> origins = new HashMap<>();

        /** Units that stood there between two days. */
        private record Asked(Where where, LocalDate from, LocalDate to) {}

        List<Root> roots(FigureQuery query) {
            boolean then = query.drawn() == Drawn.THEN && query.where() instanceof Where.Below;
            Stream<Period> when = then ? query.when().stream() : Stream.of();
            List<LocalDate> days = when.flatMap(period -> Stream.of(period.start(), period.end()))
                    .sorted()
                    .toList();
            Asked asked = days.isEmpty()
                    ? new Asked(query.where(), today, today)
                    : new Asked(query.where(), days.getFirst(), days.getLast());
            return roots.computeIfAbsent(asked, any -> switch (asked.where()) {
                case Where.Units units -> units(units.units());
                case Where.Below below -> below(below, asked.from(), asked.to());
            });
        }

        Origins origins(List<Root> of) {
            return origins.computeIfAbsent(of, Figures.this::origins);
        }
    }

    /** What answers are made from. */
    private record Summed(List<Root> roots, Origins origins, FoundSums sums) {}

    private Summed summed(FigureQuery query, Map<Integer, DataElement> known, Places places) {
        List<Root> roots = places.roots(query);
        Origins origins = query.drawn() == Drawn.THEN ? Origins.none() : places.origins(roots);
        Set<Root> read = new LinkedHashSet<>(roots);
        read.addAll(origins.former());
        return new Summed(roots, origins, base.read(List.copyOf(read), query, Periods.of(query.when()), known));
    }

    private List<Root> units(Collection<UnitId> ids) {
        Map<UUID, Root> found = new LinkedHashMap<>();
        jdbc.sql("select id, key, level from unit where id = any(:ids)")
                .param("ids", ids.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    found.put(id, new Root(new UnitId(id), row.getInt("key"), Level.valueOf(row.getString("level"))));
                });
        return ids.stream()
                .distinct()
                .map(id -> found.get(id.value()))
                .filter(Objects::nonNull)
                .map(root -> Objects.requireNonNull(root))
                .toList();
    }

    private List<Root> below(Where.Below below, LocalDate from, LocalDate to) {
        return jdbc.sql("""
            select id, key
              from unit
             where id = any(array(
                       select state.unit_id
                         from unit_state top
                         join unit_state state
                           on state.path <@ top.path and state.valid_during && daterange(:from, :to, '[]')
                        where top.unit_id = :top and top.valid_during && daterange(:from, :to, '[]')
                          and state.level = :level))
             order by name collate "vi-x-icu", key
            """)
                .param("top", below.top().value())
                .param("level", below.level().name())
                .param("from", from)
                .param("to", to)
                .query((row, n) ->
                        new Root(new UnitId(row.getObject("id", UUID.class)), row.getInt("key"), below.level()))
                .list();
    }

    /** The units whose place the asked ones took, and where what they gave belongs today. */
    private Origins origins(List<Root> roots) {
        LocalDate today = LocalDate.now(clock);
        List<Root> former = jdbc.sql("""
            select distinct unit.id, unit.key, unit.level
              from unnest(:roots::uuid[]) root, unit_and_former(root, :today) passed
              join unit on unit.id = passed.id
             where unit.id <> root
             order by unit.key
            """)
                .param("roots", roots.stream().map(root -> root.id().value()).toArray(UUID[]::new))
                .param("today", today)
                .query((row, n) -> new Root(
                        new UnitId(row.getObject("id", UUID.class)),
                        row.getInt("key"),
                        Level.valueOf(row.getString("level"))))
                .list();
        if (former.isEmpty()) {
            return Origins.none();
        }
        return new Origins(
                former, boundaries.onDate(former.stream().map(Root::id).toList(), today), this::units);
    }
}
