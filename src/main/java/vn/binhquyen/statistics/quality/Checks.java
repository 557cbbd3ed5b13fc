package vn.binhquyen.statistics.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.Cell;

/**
 * Looks at sheets of official figures with every check at once: as many queries for one sheet as for those of a province.
 * A check is named {@code RULE:} and the code of a rule, {@code WOMEN}, {@code PART:} or {@code SUM:} and the dimensions,
 * {@code SHARE}, {@code FAR-PAST}, {@code FAR-PEERS}, {@code SAME-BEFORE} or {@code SAME-UNIT}.
 */
@Component
class Checks {
    static final String RULE = "RULE:";
    private static final int PERIODS_BACK = 8;

    private final SheetFacts facts;

    Checks(SheetFacts facts) {
        this.facts = facts;
    }

    /** What is odd on the sheets, in no order. */
    List<Found> look(Collection<SheetKey> sheets) {
        Map<Integer, ElementFacts> elements = facts.elements();
        Set<SheetFacts.Asked> asked = sheets.stream().map(Checks::asked).collect(Collectors.toSet());
        Map<SheetFacts.Asked, Map<Cell, BigDecimal>> figures = new HashMap<>(facts.figures(asked, elements.keySet()));
        List<SheetKey> given = sheets.stream()
                .filter(sheet -> figures.containsKey(asked(sheet)))
                .toList();
        if (given.isEmpty()) {
            return List.of();
        }
        Set<SheetFacts.Asked> before = before(given);
        before.removeAll(asked);
        figures.putAll(facts.figures(before, elements.keySet()));
        Map<Integer, SheetFacts.Kin> kin = facts.kin(given);
        Map<SheetFacts.Group, Map<Integer, Map<Cell, BigDecimal>>> groups = facts.alike(given, figures);
        return new Look(elements, facts.margins(figures.values()), figures, kin, groups).at(given);
    }

    private static SheetFacts.Asked asked(SheetKey sheet) {
        return new SheetFacts.Asked(sheet.unit(), sheet.period());
    }

    private static Set<SheetFacts.Asked> before(Collection<SheetKey> sheets) {
        Set<SheetFacts.Asked> before = new LinkedHashSet<>();
        for (SheetKey sheet : sheets) {
            Period period = Period.ofKey(sheet.period());
            for (int back = 1; back <= PERIODS_BACK; back++) {
                period = period.previous();
                before.add(new SheetFacts.Asked(sheet.unit(), period.key()));
            }
        }
        return before;
    }

    /** One look, with all that it needs in hand. */
    private final class Look {
        private final Map<SheetFacts.Asked, Map<Cell, BigDecimal>> figures;
        private final Map<Integer, SheetFacts.Kin> kin;
        private final Map<SheetFacts.Group, Map<Integer, Map<Cell, BigDecimal>>> groups;
        private final Map<SheetFacts.Group, Map<Map<Cell, BigDecimal>, SortedSet<Integer>>> same = new HashMap<>();
        private final Map<SheetFacts.Group, Peers> peers = new HashMap<>();
        private final PartChecks parts;
        private final RuleChecks rules;
        private final Plausibility plausibility;
        private final Repeats repeats;

        Look(
                Map<Integer, ElementFacts> elements,
                Map<Integer, List<Margin>> margins,
                Map<SheetFacts.Asked, Map<Cell, BigDecimal>> figures,
                Map<Integer, SheetFacts.Kin> kin,
                Map<SheetFacts.Group, Map<Integer, Map<Cell, BigDecimal>>> groups) {
            this.figures = figures;
            this.kin = kin;
            this.groups = groups;
            this.parts = new PartChecks(elements, margins);
            this.rules = facts.rules(parts);
            this.plausibility = new Plausibility(elements);
            this.repeats = new Repeats(elements);
        }

        List<Found> at(List<SheetKey> sheets) {
            List<Found> found = new ArrayList<>();
            for (SheetKey sheet : sheets) {
                at(sheet, found);
            }
            return found;
        }

        private void at(SheetKey sheet, List<Found> found) {
            Map<Cell, BigDecimal> own = of(sheet, 0);
            List<Map<Cell, BigDecimal>> past = new ArrayList<>();
            for (int back = 1; back <= PERIODS_BACK; back++) {
                past.add(of(sheet, back));
            }
            parts.check(sheet, own, found);
            plausibility.againstPast(sheet, own, past, found);
            repeats.ofBefore(sheet, own, past.getFirst(), found);
            SheetFacts.Kin unit = kin.get(sheet.unit());
            if (unit != null) {
                rules.check(sheet, unit.above(), own, past.getFirst(), found);
                SheetFacts.Group group = new SheetFacts.Group(unit.parent(), unit.level(), sheet.period());
                Map<Integer, Map<Cell, BigDecimal>> alike = groups.getOrDefault(group, Map.of());
                plausibility.againstOthers(
                        sheet, own, peers.computeIfAbsent(group, any -> new Peers(alike.values())), found);
                repeats.ofAnother(sheet, own, same.computeIfAbsent(group, any -> repeats.byFigures(alike)), found);
            }
        }

        private Map<Cell, BigDecimal> of(SheetKey sheet, int back) {
            Period period = Period.ofKey(sheet.period());
            for (int i = 0; i < back; i++) {
                period = period.previous();
            }
            return figures.getOrDefault(new SheetFacts.Asked(sheet.unit(), period.key()), Map.of());
        }
    }
}
