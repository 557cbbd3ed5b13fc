package vn.binhquyen.statistics.query;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.DataElement.OverUnits;
import vn.binhquyen.statistics.query.Figures.Root;

/**
 * Sums over units and breakdowns for single periods: of provinces, the nation and communes from what is kept, of others made
 * now.
 */
@Component
class BaseFigures {
    private final JdbcClient jdbc;
    private final KeptSums kept;
    private final UnitSums made;

    BaseFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.kept = new KeptSums(jdbc);
        this.made = new UnitSums(jdbc);
    }

    FoundSums read(List<Root> roots, FigureQuery query, Periods periods, Map<Integer, DataElement> known) {
        FoundSums found = new FoundSums();
        List<Integer> adding = keys(known, OverUnits.SUM);
        kept.ofNation(new SumQuestion(query, at(roots, level -> level == Level.NATION), adding, periods), found);
        kept.ofProvinces(new SumQuestion(query, at(roots, level -> level == Level.PROVINCE), adding, periods), found);
        made.of(
                new SumQuestion(
                        query, at(roots, level -> level != Level.NATION && level != Level.PROVINCE), adding, periods),
                found);
        own(new SumQuestion(query, roots, keys(known, OverUnits.NONE), periods), found);
        return found;
    }

    /**
     * What holds for a unit alone. Of many units all of their provinces are read, which are few; they are named even where they
     * are all, since the key begins with them: after a large import figures would be read from end to end until they are
     * analysed.
     */
    private void own(SumQuestion asked, FoundSums found) {
        if (asked.isEmpty()) {
            return;
        }
        Set<Integer> roots = asked.roots().stream().map(Root::key).collect(toSet());
        String provinces = roots.size() > UnitSums.MANY ? SumQuestion.EVERYWHERE : SumQuestion.PROVINCES;
        asked.in(jdbc, """
            select unit_key, element_key, period_key, breakdown_key, value as total, 1 as given,
                   (status <> 'A')::integer as open
              from data_value
             where province_id = any(array(%s)) and nature = :nature::"char"
               and element_key = any(:elements) and period_key = any(:periods)
               and breakdown_key = any(:breakdowns) and reporter_key = 0
            """.formatted(provinces) + (roots.size() > UnitSums.FEW ? "" : " and unit_key = any(:roots)"))
                .query(row -> {
                    if (roots.contains(row.getInt("unit_key"))) {
                        found.add(row.getInt("unit_key"), row);
                    }
                });
    }

    private static List<Integer> keys(Map<Integer, DataElement> known, OverUnits over) {
        return known.values().stream()
                .filter(element -> element.overUnits() == over)
                .map(DataElement::key)
                .toList();
    }

    private static List<Root> at(List<Root> roots, Predicate<Level> level) {
        return roots.stream().filter(root -> level.test(root.level())).toList();
    }
}
