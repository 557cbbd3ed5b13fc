package vn.binhquyen.testing;

import java.time.LocalDate;
import java.util.List;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.UnitId;

/** A province of a test with its people; user names are in {@link Provinces}. */
public record Province(
        UnitId unit,
        AgencyId committee,
        AgencyId department,
        Actor consolidator,
        Actor clerk,
        Actor leader,
        Commune commune,
        Provinces provinces) {
    /** One more commune of this province; index from 2. */
    public Commune anotherCommune(int index) {
        return provinces.commune(unit, consolidator.province(), index);
    }

    /** The commune that takes the place of these from the day on, with agencies and people of its own; index as above. */
    public Commune merged(int index, LocalDate on, Commune... from) {
        return provinces.merged(unit, consolidator.province(), index, on, List.of(from));
    }

    /** A village of a commune of this province. */
    public UnitId village(Commune commune) {
        return provinces.village(commune.unit(), consolidator.province());
    }
}
