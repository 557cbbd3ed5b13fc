package vn.binhquyen.intake;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.intake.extract.Evidence;
import vn.binhquyen.intake.review.Comparison;
import vn.binhquyen.intake.review.Comparison.With;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.review.PlansBeside;
import vn.binhquyen.intake.review.Progress;
import vn.binhquyen.intake.review.ReadingRows;
import vn.binhquyen.intake.review.ReviewedRows;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.Plans;

/** Which facts of a draft somebody looked at. */
@Service
@Transactional
public class Reviews {
    private final Plans plans;
    private final Readings readings;
    private final ReadingRows rows;
    private final ReviewedRows reviewed;
    private final PlansBeside beside;
    private final AuditLog audit;
    private final Clock clock;

    /** By the reading itself, which never changes and is remembered while it is used. */
    private final LoadingCache<KeptReading, Evidence> evidence =
            Caffeine.newBuilder().weakKeys().build(reading -> Evidence.of(reading.plan(), reading.text()));

    Reviews(
            Plans plans,
            Readings readings,
            ReadingRows rows,
            ReviewedRows reviewed,
            PlansBeside beside,
            AuditLog audit,
            Clock clock) {
        this.plans = plans;
        this.readings = readings;
        this.rows = rows;
        this.reviewed = reviewed;
        this.beside = beside;
        this.audit = audit;
        this.clock = clock;
    }

    /** How far the review of a draft at hand has come. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public Progress progress(Actor actor, PlanDraft draft, @Nullable KeptReading reading, List<Doubt> doubts) {
        return Progress.of(
                draft.content(),
                reading == null ? null : evidence.get(reading),
                doubts,
                reviewed.of(draft.head().id()));
    }

    /** The draft at hand beside the plan above and the issuer's last one, where those are kept here. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public List<Comparison> comparisons(Actor actor, PlanDraft draft) {
        List<Comparison> comparisons = new ArrayList<>();
        beside.above(actor, draft.content().parent())
                .map(above -> Comparison.of(With.PLAN_ABOVE, draft.content(), above.head(), above.content()))
                .ifPresent(comparisons::add);
        beside.before(actor, draft)
                .map(last -> Comparison.of(With.LAST_PLAN, draft.content(), last.head(), last.content()))
                .ifPresent(comparisons::add);
        return List.copyOf(comparisons);
    }

    /** Notes that the actor looked at the item, a target with its indicator, or takes the note back. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void see(Actor actor, PlanId id, UUID item, boolean seen) {
        PlanContent content = editable(actor, id).content();
        PlanItem known = ItemList.find(content, item)
                .flatMap(found -> found.list() == ItemList.TARGETS && found.parent() != null
                        ? ItemList.find(content, found.parent())
                        : Optional.of(found))
                .orElseThrow(() -> new NotFound("item", item))
                .item();
        if (seen) {
            reviewed.put(actor, id, List.of(known), OffsetDateTime.now(clock));
        } else {
            reviewed.delete(id, known.id());
        }
        audit.record(
                actor,
                seen ? "fact-reviewed" : "fact-unreviewed",
                "plan",
                id,
                Map.of("item", known.id().toString()));
    }

    /** Takes all facts for right that the document itself speaks for, and answers how many those were. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public int acceptCertain(Actor actor, PlanId id, Locale locale) {
        PlanDraft draft = editable(actor, id);
        KeptReading reading = rows.find(id).orElse(null);
        Progress progress = progress(actor, draft, reading, readings.doubts(actor, draft, reading, locale));
        List<PlanItem> certain = ItemList.all(draft.content())
                .map(ItemList.Found::item)
                .filter(item -> progress.certain().contains(item.id()))
                .toList();
        reviewed.put(actor, id, certain, OffsetDateTime.now(clock));
        audit.record(actor, "certain-facts-accepted", "plan", id, Map.of("facts", certain.size()));
        return certain.size();
    }

    private PlanDraft editable(Actor actor, PlanId id) {
        PlanDraft draft = plans.draft(actor, id);
        if (!draft.head().status().editable()) {
            throw new Refused("plan.refused.not-editable");
        }
        return draft;
    }
}
