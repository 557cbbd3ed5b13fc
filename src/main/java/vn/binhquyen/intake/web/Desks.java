package vn.binhquyen.intake.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.Permissions;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.intake.Doubt;
import vn.binhquyen.intake.KeptReading;
import vn.binhquyen.intake.Readings;
import vn.binhquyen.intake.Reviews;
import vn.binhquyen.intake.review.Progress;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.Plans;

/** Opens drafts before people. */
@Component
class Desks {
    private final Plans plans;
    private final Readings readings;
    private final Reviews reviews;
    private final Organization organization;
    private final Permissions permissions;
    private final AuditLog audit;
    private final DraftWords words;

    Desks(
            Plans plans,
            Readings readings,
            Reviews reviews,
            Organization organization,
            Permissions permissions,
            AuditLog audit,
            DraftWords words) {
        this.plans = plans;
        this.readings = readings;
        this.reviews = reviews;
        this.organization = organization;
        this.permissions = permissions;
        this.audit = audit;
        this.words = words;
    }

    Desk open(Actor actor, PlanId id) {
        PlanDraft draft = plans.draft(actor, id);
        KeptReading reading = readings.of(actor, id).orElse(null);
        List<Doubt> doubts = readings.doubts(actor, draft, reading, DraftWords.locale());
        boolean editable = draft.head().status().editable()
                && permissions.allows(
                        actor, Action.WRITE, Thing.PLAN, Place.of(draft.head().unit()));
        Optional<AuditLog.Entry> last = lastSaved(actor, id);
        Progress progress = reviews.progress(actor, draft, reading, doubts);
        return new Desk(
                draft,
                reading,
                doubts,
                editable ? plans.missing(actor, id) : List.of(),
                progress,
                () -> reviews.comparisons(actor, draft),
                rows(draft, doubts, progress),
                editable,
                last.map(AuditLog.Entry::at).orElse(null),
                last.map(AuditLog.Entry::actor).orElse(null));
    }

    Rows rows(PlanDraft draft, List<Doubt> doubts, Progress progress) {
        Set<AgencyId> ids = draft.content().parties().stream()
                .flatMap(party -> party.agencies().stream())
                .collect(Collectors.toSet());
        Map<AgencyId, String> names = organization.agencies(ids).stream()
                .sorted(Comparator.comparing(Agency::name))
                .collect(Collectors.toMap(Agency::id, Agency::name));
        Set<UUID> doubtful = doubts.stream()
                .filter(Doubt::open)
                .map(Doubt::item)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Rows(draft.content(), names, doubtful, progress, words);
    }

    private Optional<AuditLog.Entry> lastSaved(Actor actor, PlanId id) {
        return audit.historyOf(actor.province(), "plan", id).stream().findFirst();
    }
}
