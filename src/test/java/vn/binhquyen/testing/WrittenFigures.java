package vn.binhquyen.testing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.catalogue.Formula;
import vn.binhquyen.statistics.catalogue.Term;

/** Writes official figures that are named as formulas name them: "NQ28-3.2a.NUM[sex:female]". */
@TestComponent
public class WrittenFigures {
    private final Values values;
    private final Elements elements;
    private final Breakdowns breakdowns;
    private final Organization organization;
    private final CurrentActor current;

    WrittenFigures(
            Values values, Elements elements, Breakdowns breakdowns, Organization organization, CurrentActor current) {
        this.values = values;
        this.elements = elements;
        this.breakdowns = breakdowns;
        this.organization = organization;
        this.current = current;
    }

    /** @param figures null takes one away */
    public void write(Actor actor, UnitId unit, Period period, Map<String, ? extends @Nullable Number> figures) {
        write(actor, unit, period, Nature.ACTUAL, figures);
    }

    /** The same of what was carried out or what is expected. */
    public void write(
            Actor actor, UnitId unit, Period period, Nature nature, Map<String, ? extends @Nullable Number> figures) {
        current.as(actor, () -> {
            Map<Cell, @Nullable BigDecimal> cells = new HashMap<>();
            figures.forEach((name, figure) ->
                    cells.put(cell(name, nature), figure == null ? null : new BigDecimal(figure.toString())));
            values.write(actor, sheet(unit, period), UUID.randomUUID(), ValueStatus.SUBMITTED, cells);
        });
    }

    /** What was carried out. */
    public Cell cell(String name) {
        return cell(name, Nature.ACTUAL);
    }

    private Cell cell(String name, Nature nature) {
        Term term = Formula.parse(name).terms().first();
        return new Cell(
                elements.withCodes(List.of(term.element())).getFirst().key(),
                Objects.requireNonNull(breakdowns.of(List.of(term.options())).get(term.options())),
                nature);
    }

    public Sheet sheet(UnitId id, Period period) {
        Unit unit = organization.unit(id);
        return new Sheet(id, unit.province(), unit.key(), period, Sheet.OFFICIAL);
    }
}
