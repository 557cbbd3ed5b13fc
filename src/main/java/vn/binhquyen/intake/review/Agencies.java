package vn.binhquyen.intake.review;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.draft.KnownAgencies;
import vn.binhquyen.kernel.AgencyId;
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

    /**
     * For a document of a day: the agencies of the unit under the names that they bore then, and those of today that did
     * not exist yet, as far as no name means two.
     *
     * @param issuer the unit that issues the plan
     * @param on null where the document bears no date
     */
    public KnownAgencies of(UnitId issuer, @Nullable LocalDate on) {
        KnownAgencies today = of(issuer);
        if (on == null) {
            return today;
        }
        List<Agency> then = organization.agenciesNamed(issuer, on);
        Set<AgencyId> known = then.stream().map(Agency::id).collect(Collectors.toSet());
        Set<String> names = then.stream().map(Agency::name).collect(Collectors.toSet());
        List<Agency> since = today.own().stream()
                .filter(agency -> !known.contains(agency.id()) && !names.contains(agency.name()))
                .toList();
        Map<AgencyId, List<String>> aliases = new HashMap<>(today.aliases());
        aliases.keySet().removeAll(known);
        aliases.putAll(organization.aliasesIn(issuer, on));
        return new KnownAgencies(
                today.unitName(),
                Stream.concat(then.stream(), since.stream()).toList(),
                aliases,
                today.below(),
                today.above());
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
