package vn.binhquyen.plan.web;

import java.util.List;
import java.util.UUID;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;

/** What a plan gives to whom, counted from its words: for drafts, and before a step that binds or frees agencies. */
final class Shares {
    /**
     * @param agencies for how many agencies the name stands; 0 while nobody has been matched
     */
    record Share(String name, boolean group, int agencies, int leads, int takesPart, int indicators, int reports) {
        boolean nothing() {
            return leads + takesPart + indicators + reports == 0;
        }
    }

    private Shares() {}

    /** In the order of the document; who gets nothing is left out. */
    static List<Share> of(PlanContent content) {
        return content.parties().stream()
                .map(party -> share(content, party))
                .filter(share -> !share.nothing())
                .toList();
    }

    private static Share share(PlanContent content, PlanItem.Party party) {
        UUID id = party.id();
        return new Share(
                party.name(),
                party.kind() == PlanItem.PartyKind.GROUP,
                party.agencies().size(),
                content.tasksLedBy(id).size(),
                (int) content.tasks().stream()
                        .filter(task -> task.coordinating().contains(id))
                        .count(),
                (int) content.indicators().stream()
                        .filter(indicator -> indicator.owners().contains(id))
                        .count(),
                (int) content.reportingDuties().stream()
                        .filter(duty -> duty.from().contains(id))
                        .count());
    }
}
