package vn.binhquyen.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.binhquyen.access.Permissions;
import vn.binhquyen.intake.draft.GroupNames;
import vn.binhquyen.intake.draft.KnownAgencies;
import vn.binhquyen.intake.review.Agencies;
import vn.binhquyen.intake.review.Attempts;
import vn.binhquyen.intake.review.HeadFields;
import vn.binhquyen.intake.review.ItemFields;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.review.Merge;
import vn.binhquyen.intake.review.Merged;
import vn.binhquyen.intake.review.Pointers;
import vn.binhquyen.intake.review.Removal;
import vn.binhquyen.intake.review.RemovalRows;
import vn.binhquyen.intake.review.ReviewedRows;
import vn.binhquyen.intake.review.Rewording;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.NewAgency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.Plans;

/**
 * Small changes to a draft that several people may have open: every one is merged into what is saved by then, so that
 * changes to different fields all stand and nobody's is overwritten.
 */
@Service
public class Drafts {
    /**
     * @param base the fields as the writer saw them; empty for a new item
     * @param parent the item in whose list a new one stands; null for a list of the plan itself
     */
    public record Change(
            ItemList list, @Nullable UUID parent, UUID item, Map<String, String> base, Map<String, String> mine) {}

    /** @param gone whether somebody took the item out meanwhile, so that nothing was saved */
    public record Saved(PlanDraft draft, Merge merge, boolean gone) {}

    /** @param removal by which it can be undone; null where somebody changed the item meanwhile and it stays */
    public record Removed(
            PlanDraft draft, PlanItem item, @Nullable UUID removal) {}

    private final Plans plans;
    private final Agencies agencies;
    private final Organization organization;
    private final Permissions permissions;
    private final RemovalRows removals;
    private final ReviewedRows reviewed;
    private final Attempts attempts;
    private final Clock clock;

    Drafts(
            Plans plans,
            Agencies agencies,
            Organization organization,
            Permissions permissions,
            RemovalRows removals,
            ReviewedRows reviewed,
            Attempts attempts,
            Clock clock) {
        this.plans = plans;
        this.agencies = agencies;
        this.organization = organization;
        this.permissions = permissions;
        this.removals = removals;
        this.reviewed = reviewed;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** @throws vn.binhquyen.intake.review.Unfit where a text does not fit its field */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public Saved saveHead(Actor actor, PlanId id, Map<String, String> base, Map<String, String> mine) {
        return attempts.attempt(() -> {
            PlanDraft draft = plans.draft(actor, id);
            Merge merge = Merge.of(base, mine, HeadFields.of(draft.content()));
            return new Saved(edit(actor, draft, HeadFields.edits(draft.content(), merge.fields())), merge, false);
        });
    }

    /** @throws vn.binhquyen.intake.review.Unfit where a text does not fit its field */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public Saved save(Actor actor, PlanId id, Change change) {
        return attempts.attempt(() -> {
            PlanDraft draft = plans.draft(actor, id);
            Optional<ItemList.Found> found = ItemList.find(draft.content(), change.item());
            if (found.isPresent()) {
                return saveKnown(actor, draft, found.get(), change);
            }
            Merge merge = Merge.of(Map.of(), change.mine(), change.mine());
            if (!change.base().isEmpty()) {
                return new Saved(draft, merge, true);
            }
            PlanItem item = item(change.list(), change.item(), null, change.mine(), draft.content());
            PlanEdit add = new PlanEdit.Add(change.parent(), change.list().key(), Integer.MAX_VALUE, item);
            return new Saved(written(actor, edit(actor, draft, List.of(add)), change), merge, false);
        });
    }

    /**
     * Brings the words of an indicator into line with the figure of its target, where they differ.
     *
     * @return the indicator
     */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public UUID reword(Actor actor, PlanId id, UUID target) {
        PlanContent content = plans.draft(actor, id).content();
        Rewording.of(content, target).ifPresent(found -> save(actor, id, changed(found)));
        return ItemList.find(content, target)
                .map(ItemList.Found::parent)
                .orElseThrow(() -> new NotFound("item", target));
    }

    private static Change changed(Rewording rewording) {
        Map<String, String> base = ItemFields.of(rewording.indicator());
        Map<String, String> mine = new HashMap<>(base);
        mine.put("text", rewording.text());
        return new Change(ItemList.INDICATORS, null, rewording.indicator().id(), base, mine);
    }

    private Saved saveKnown(Actor actor, PlanDraft draft, ItemList.Found found, Change change) {
        Merge merge = Merge.of(change.base(), change.mine(), ItemFields.of(found.item()));
        PlanItem item = item(found.list(), change.item(), found.item(), merge.fields(), draft.content());
        if (item.equals(found.item())) {
            return new Saved(draft, merge, false);
        }
        if (item instanceof PlanItem.Party party && found.item() instanceof PlanItem.Party before) {
            rememberName(actor, draft, before, party);
        }
        return new Saved(written(actor, edit(actor, draft, List.of(new PlanEdit.Replace(item))), change), merge, false);
    }

    /** Who writes an item, or one of its targets, has looked at it. */
    private PlanDraft written(Actor actor, PlanDraft draft, Change change) {
        ItemList.find(draft.content(), change.item())
                .flatMap(found -> found.list() == ItemList.TARGETS && found.parent() != null
                        ? ItemList.find(draft.content(), found.parent())
                        : Optional.of(found))
                .ifPresent(found ->
                        reviewed.put(actor, draft.head().id(), List.of(found.item()), OffsetDateTime.now(clock)));
        return draft;
    }

    /** Takes the item out, unless it says something else by now than the writer saw. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public Removed remove(Actor actor, PlanId id, UUID item, Map<String, String> base) {
        return attempts.attempt(() -> {
            PlanDraft draft = plans.draft(actor, id);
            ItemList.Found found = found(draft, item);
            if (!ItemFields.of(found.item()).equals(base)) {
                return new Removed(draft, found.item(), null);
            }
            UUID removal = removals.insert(actor, id, Removal.of(found, draft.content()), OffsetDateTime.now(clock));
            PlanDraft without = edit(actor, draft, List.of(new PlanEdit.Remove(item)));
            return new Removed(without, found.item(), removal);
        });
    }

    /** Puts back what was taken out, and what pointed at it. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanItem restore(Actor actor, PlanId id, UUID removal) {
        return attempts.attempt(() -> {
            PlanDraft draft = plans.draft(actor, id);
            Removal removed = removals.find(id, removal).orElseThrow(() -> new NotFound("removal", removal));
            if (removed.parent() != null
                    && ItemList.find(draft.content(), removed.parent()).isEmpty()) {
                throw new Refused("intake.refused.parent-gone");
            }
            edit(actor, draft, removed.undoing(draft.content()));
            removals.delete(removal);
            return removed.item();
        });
    }

    /** Moves the item by one place among those it is shown with. @param by -1 up, 1 down */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void move(Actor actor, PlanId id, UUID item, int by) {
        attempts.attempt(() -> {
            PlanDraft draft = plans.draft(actor, id);
            ItemList.Found found = found(draft, item);
            List<ItemList.Found> shown = ItemList.all(draft.content())
                    .filter(other -> other.list() == found.list() && Objects.equals(other.parent(), found.parent()))
                    .filter(other -> Merged.group(other.item()).equals(Merged.group(found.item())))
                    .toList();
            int target = shown.indexOf(found) + by;
            if (target >= 0 && target < shown.size()) {
                PlanEdit move = new PlanEdit.Move(item, shown.get(target).index());
                edit(actor, draft, List.of(move));
            }
            return target;
        });
    }

    /** Finds anew whom the party's name stands for. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void match(Actor actor, PlanId id, UUID item) {
        attempts.attempt(() -> {
            PlanDraft draft = plans.draft(actor, id);
            PlanItem.Party party = party(draft, item);
            KnownAgencies known = agencies.of(draft.head().issuer());
            List<AgencyId> members = party.kind() == PlanItem.PartyKind.GROUP
                    ? GroupNames.members(party.name(), known)
                    : known.named(party.name()).map(Agency::id).stream().toList();
            return edit(actor, draft, List.of(new PlanEdit.Replace(standingFor(party, members))));
        });
    }

    /** Founds an agency of the unit under the given name and lets the party stand for it. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void foundAgency(Actor actor, PlanId id, UUID item, String name, AgencyKind kind) {
        attempts.attempt(() -> {
            PlanDraft draft = plans.draft(actor, id);
            PlanItem.Party party = party(draft, item);
            AgencyId agency = organization.found(
                    actor,
                    new NewAgency(
                            draft.head().unit(),
                            name,
                            null,
                            kind,
                            false,
                            name.equals(party.name()) ? List.of() : List.of(party.name()),
                            LocalDate.now(clock)));
            List<AgencyId> members = new ArrayList<>(
                    party.kind() == PlanItem.PartyKind.GROUP ? party.agencies() : Collections.<AgencyId>emptyList());
            members.add(agency);
            return edit(actor, draft, List.of(new PlanEdit.Replace(standingFor(party, members))));
        });
    }

    /** Who chooses an agency for a name that would not have found it teaches the name to the unit. */
    private void rememberName(Actor actor, PlanDraft draft, PlanItem.Party before, PlanItem.Party party) {
        boolean chosen = party.kind() == PlanItem.PartyKind.AGENCY
                && party.agencies().size() == 1
                && !party.agencies().equals(before.agencies());
        if (!chosen) {
            return;
        }
        Agency agency = organization.agency(party.agencies().getFirst());
        boolean found = agencies.of(draft.head().issuer())
                .named(party.name())
                .filter(agency::equals)
                .isPresent();
        boolean ours = permissions.allows(
                actor, Action.MANAGE, Thing.AGENCY, new vn.binhquyen.kernel.Place(agency.unit(), agency.id()));
        if (!found && ours) {
            organization.addAlias(actor, agency.id(), party.name());
        }
    }

    private static PlanItem.Party standingFor(PlanItem.Party party, List<AgencyId> members) {
        return new PlanItem.Party(party.id(), party.name(), party.kind(), party.request(), members, party.at());
    }

    private static PlanItem item(
            ItemList list, UUID id, @Nullable PlanItem before, Map<String, String> fields, PlanContent content) {
        return ItemFields.item(list, id, before, Pointers.known(list, fields, content));
    }

    private static PlanItem.Party party(PlanDraft draft, UUID item) {
        if (found(draft, item).item() instanceof PlanItem.Party party) {
            return party;
        }
        throw new NotFound("party", item);
    }

    private static ItemList.Found found(PlanDraft draft, UUID item) {
        return ItemList.find(draft.content(), item).orElseThrow(() -> new NotFound("item", item));
    }

    private PlanDraft edit(Actor actor, PlanDraft draft, List<PlanEdit> edits) {
        return edits.isEmpty() ? draft : plans.edit(actor, draft.head().id(), draft.version(), edits);
    }
}
