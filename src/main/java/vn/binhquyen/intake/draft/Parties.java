package vn.binhquyen.intake.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Names;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.plan.PlanItem.At;
import vn.binhquyen.plan.PlanItem.Party;
import vn.binhquyen.plan.PlanItem.PartyKind;

/** The parties of one plan as they turn up in its text: each name once, paired names apart, groups resolved. */
final class Parties {
    private final KnownAgencies known;
    private final Map<String, Party> byName = new LinkedHashMap<>();

    Parties(KnownAgencies known) {
        this.known = known;
    }

    /** The parties that the name means, made where they are new; several where the name pairs them. */
    List<UUID> of(String name, boolean group, boolean request, @Nullable At at) {
        List<UUID> ids = new ArrayList<>();
        for (String single : known.isNameOfOne(name) ? List.of(name) : GroupNames.split(name)) {
            ids.add(one(single, group, request, at).id());
        }
        return ids;
    }

    List<UUID> of(String name) {
        return of(name, false, false, null);
    }

    Optional<UUID> find(String name) {
        return Optional.ofNullable(byName.get(Names.normalise(name)))
                .or(() -> known.named(name)
                        .flatMap(agency -> byName.values().stream()
                                .filter(party -> party.agencies().equals(List.of(agency.id())))
                                .findFirst()))
                .map(Party::id);
    }

    List<Party> all() {
        return List.copyOf(byName.values());
    }

    private Party one(String name, boolean group, boolean request, @Nullable At at) {
        String key = Names.normalise(name);
        Party before = byName.get(key);
        Party party = before == null ? fresh(name, group, request, at) : firmer(before, request, at);
        byName.put(key, party);
        return party;
    }

    private Party fresh(String name, boolean group, boolean request, @Nullable At at) {
        boolean collective =
                GroupNames.isCollective(name) || (group && known.named(name).isEmpty());
        List<AgencyId> agencies = collective
                ? GroupNames.members(name, known)
                : known.named(name).map(Agency::id).stream().toList();
        return new Party(
                UUID.randomUUID(), name, collective ? PartyKind.GROUP : PartyKind.AGENCY, request, agencies, at);
    }

    /** One that is told to do something anywhere is not merely asked; the first place in the text is kept. */
    private static Party firmer(Party before, boolean request, @Nullable At at) {
        return new Party(
                before.id(),
                before.name(),
                before.kind(),
                before.request() && request,
                before.agencies(),
                before.at() == null ? at : before.at());
    }
}
