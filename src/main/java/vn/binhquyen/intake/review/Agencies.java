package vn.binhquyen.intake.review;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.draft.KnownAgencies;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;

/** Gathers the agencies that a plan of a unit can speak of. */
@Component
public class Agencies {
    private final Organization organization;

    Agencies(Organization organization) {
        this.organization = organization;
    }

    /** @param issuer the unit that issues the plan */
    public KnownAgencies of(UnitId issuer) {
        List<Agency> above = organization.ancestors(issuer).reversed().stream()
                .flatMap(unit -> organization.agenciesOf(unit.id()).stream())
                .toList();
        return new KnownAgencies(
                organization.unit(issuer).name(),
                organization.agenciesOf(issuer),
                organization.aliasesIn(issuer),
                organization.standingAgenciesBelow(issuer),
                above);
    }

    /** The unit whose name the document bears: the keeping unit itself, or one above it; the keeping one where neither. */
    public UnitId issuerOf(ReadPlan plan, UnitId keeper) {
        ReadPlan.Issuer issuer = plan.issuer();
        if (issuer == null || names(issuer, organization.unit(keeper))) {
            return keeper;
        }
        return organization.ancestors(keeper).reversed().stream()
                .filter(unit -> names(issuer, unit))
                .map(Unit::id)
                .findFirst()
                .orElse(keeper);
    }

    private static boolean names(ReadPlan.Issuer issuer, Unit unit) {
        String name = Names.normalise(unit.name());
        String said = issuer.unit() == null ? issuer.name() : issuer.unit();
        return (" " + Names.normalise(said)).endsWith(" " + name);
    }
}
