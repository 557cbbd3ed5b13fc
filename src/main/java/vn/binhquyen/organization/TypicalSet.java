package vn.binhquyen.organization;

import java.time.LocalDate;
import java.util.List;
import vn.binhquyen.kernel.Located;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/** The agencies to be founded in a unit in one step; those that it has are left as they are. */
public record TypicalSet(UnitId unit, LocalDate from, List<Choice> choices) implements Located {
    public TypicalSet {
        choices = List.copyOf(choices);
    }

    /**
     * @param code of the type
     * @param name as the unit calls it
     */
    public record Choice(String code, String name) {}

    @Override
    public Place place() {
        return Place.of(unit);
    }
}
