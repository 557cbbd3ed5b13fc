package vn.binhquyen.statistics.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.catalogue.Formula;
import vn.binhquyen.statistics.catalogue.Term;

/** The rules that were written. A rule asks only where every figure that it names was given, or its parts were. */
final class RuleChecks {
    private final List<Ready> rules;
    private final PartChecks parts;

    private RuleChecks(List<Ready> rules, PartChecks parts) {
        this.rules = rules;
        this.parts = parts;
    }

    /** Where the figure of a term stands on a sheet. */
    record Slot(int element, Breakdown breakdown) {
        Cell cell(Nature nature) {
            return new Cell(element, breakdown, nature);
        }
    }

    /** A rule with its formulas read, all of whose terms are known. */
    private record Ready(Rule rule, Formula left, Formula right, Map<Term, Slot> slots, Slot first) {}

    /** @param slots of all terms that are known; a rule with another one asks nothing */
    static RuleChecks of(List<Rule> rules, Map<Term, Slot> slots, PartChecks parts) {
        List<Ready> ready = new ArrayList<>();
        for (Rule rule : rules) {
            Formula left = Formula.parse(rule.left());
            Formula right = Formula.parse(rule.right());
            if (slots.keySet().containsAll(left.terms()) && slots.keySet().containsAll(right.terms())) {
                Term first = left.terms().isEmpty()
                        ? right.terms().first()
                        : left.terms().first();
                ready.add(new Ready(rule, left, right, slots, slot(slots, first)));
            }
        }
        return new RuleChecks(ready, parts);
    }

    private static Slot slot(Map<Term, Slot> slots, Term term) {
        Slot slot = slots.get(term);
        if (slot == null) {
            throw new IllegalArgumentException("No figure is known as " + term);
        }
        return slot;
    }

    /**
     * @param above the unit and those above it
     * @param previous the figures of the period before; empty where there were none
     */
    void check(
            SheetKey sheet,
            Set<UnitId> above,
            Map<Cell, BigDecimal> figures,
            Map<Cell, BigDecimal> previous,
            List<Found> found) {
        Set<Nature> natures = figures.keySet().stream().map(Cell::nature).collect(Collectors.toSet());
        for (Ready ready : rules) {
            if (holdsIn(ready.rule().owner(), above)) {
                for (Nature nature : natures) {
                    ask(sheet, ready, nature, figures, previous).ifPresent(found::add);
                }
            }
        }
    }

    private static boolean holdsIn(@Nullable UnitId owner, Set<UnitId> above) {
        return owner == null || above.contains(owner);
    }

    private Optional<Found> ask(
            SheetKey sheet, Ready ready, Nature nature, Map<Cell, BigDecimal> figures, Map<Cell, BigDecimal> previous) {
        Map<Cell, BigDecimal> against = ready.rule().against() == Rule.Against.PREVIOUS ? previous : figures;
        Optional<BigDecimal> left = value(ready.left(), ready, nature, figures);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        return value(ready.right(), ready, nature, against)
                .filter(right -> !ready.rule().isMetBy(left.get(), right))
                .map(right -> Found.compared(
                        sheet,
                        Checks.RULE + ready.rule().code(),
                        ready.first().cell(nature),
                        ready.rule().severity(),
                        left.get(),
                        right));
    }

    private Optional<BigDecimal> value(Formula formula, Ready ready, Nature nature, Map<Cell, BigDecimal> figures) {
        return formula.of(
                term -> parts.figure(figures, slot(ready.slots(), term).cell(nature)));
    }
}
