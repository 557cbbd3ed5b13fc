package vn.binhquyen.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** Gives a unit the agencies that units of its level have, in one step; a second time nothing happens. */
@Service
@Transactional
public class TypicalAgencies {
    private static final double SAME = 0.9;
    private static final Set<AgencyKind> ONE_PER_UNIT = EnumSet.of(
            AgencyKind.PEOPLES_COMMITTEE,
            AgencyKind.OFFICE,
            AgencyKind.POLICE,
            AgencyKind.MILITARY,
            AgencyKind.HEALTH,
            AgencyKind.FATHERLAND_FRONT,
            AgencyKind.WOMENS_UNION,
            AgencyKind.YOUTH_UNION,
            AgencyKind.TRADE_UNION,
            AgencyKind.FARMERS_UNION,
            AgencyKind.VETERANS);
    private static final Pattern TRAILING_TIER =
            Pattern.compile(" (?:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|tỉnh|thành phố)$");

    private final Organization organization;
    private final AgencyRows agencies;
    private final AgencyTypeRows types;
    private final AgencyTimeRows times;
    private final UnitRows units;
    private final Clock clock;

    TypicalAgencies(
            Organization organization,
            AgencyRows agencies,
            AgencyTypeRows types,
            AgencyTimeRows times,
            UnitRows units,
            Clock clock) {
        this.organization = organization;
        this.agencies = agencies;
        this.types = types;
        this.times = times;
        this.units = units;
        this.clock = clock;
    }

    /** What a unit of this level has on the day: what is there already, and what is missing. */
    @Authorised(action = Action.VIEW, thing = Thing.AGENCY)
    @Transactional(readOnly = true)
    public List<TypicalAgency> of(UnitId unit, LocalDate on) {
        return proposals(units.one(unit), on);
    }

    /** @return the new ones; those that were there by now are none of them */
    @Authorised(action = Action.MANAGE, thing = Thing.AGENCY)
    public List<AgencyId> found(Actor actor, TypicalSet set) {
        times.lock(set.unit());
        Unit unit = units.one(set.unit());
        Map<String, TypicalAgency> known = proposals(unit, set.from()).stream()
                .collect(Collectors.toMap(proposal -> proposal.type().code(), Function.identity()));
        return set.choices().stream()
                .map(choice -> {
                    TypicalAgency proposal = known.get(choice.code());
                    if (proposal == null) {
                        throw new Refused("organization.typical.unknown", choice.code());
                    }
                    return proposal.missing() ? found(actor, set, choice, proposal) : null;
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private AgencyId found(Actor actor, TypicalSet set, TypicalSet.Choice choice, TypicalAgency proposal) {
        AgencyType type = proposal.type();
        boolean standing = type.standing() && !agencies.standingTaken(set.unit(), new Term(set.from(), null), null);
        return organization.found(
                actor,
                new NewAgency(
                        set.unit(),
                        choice.name(),
                        proposal.shortName(),
                        type.kind(),
                        type.code(),
                        standing,
                        choice.name().equals(proposal.name()) ? List.of() : List.of(proposal.name()),
                        set.from()));
    }

    private List<TypicalAgency> proposals(Unit unit, LocalDate on) {
        List<Known> existing = known(unit, on);
        return types.of(unit.level(), on).stream()
                .filter(type -> type.typical() && type.isOfUnit(unit))
                .map(type -> new TypicalAgency(
                        type, type.nameIn(unit), type.shortNameIn(unit), existing(type, unit, existing)))
                .toList();
    }

    /** Those of the day, and those that began since: a set entered with an earlier date doubles nothing. */
    private List<Known> known(Unit unit, LocalDate on) {
        LocalDate today = LocalDate.now(clock);
        Map<AgencyId, List<String>> aliases = times.aliases(unit.id(), today.isAfter(on) ? today : on);
        Map<AgencyId, String> codes = agencies.typesIn(unit.id());
        return Stream.concat(
                        times.named(unit.id(), on).stream(),
                        agencies.of(unit.id(), today.isAfter(on) ? today : on).stream())
                .map(agency -> new Known(agency, codes.get(agency.id()), aliases.getOrDefault(agency.id(), List.of())))
                .toList();
    }

    private static @Nullable Agency existing(AgencyType type, Unit unit, List<Known> among) {
        String wanted = key(type.nameIn(unit), unit);
        return Stream.<Stream<Known>>of(
                        among.stream().filter(known -> type.code().equals(known.code())),
                        among.stream().filter(known -> known.isCalled(wanted, unit)),
                        among.stream()
                                .filter(known -> ONE_PER_UNIT.contains(type.kind())
                                        && known.agency().kind() == type.kind()))
                .flatMap(Function.identity())
                .findFirst()
                .map(Known::agency)
                .orElse(null);
    }

    private static String key(String name, Unit unit) {
        String normal = Names.normalise(name);
        String of = " " + Names.normalise(unit.name());
        String shorter = normal.endsWith(of)
                ? normal.substring(0, normal.length() - of.length())
                : TRAILING_TIER.matcher(normal).replaceFirst("");
        return shorter.isBlank() ? normal : shorter;
    }

    private record Known(Agency agency, @Nullable String code, List<String> aliases) {
        boolean isCalled(String wanted, Unit unit) {
            return Stream.concat(Stream.of(agency.name()), aliases.stream())
                    .anyMatch(name -> Names.similarity(wanted, key(name, unit)) >= SAME);
        }
    }
}
