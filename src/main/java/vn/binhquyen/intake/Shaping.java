package vn.binhquyen.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.intake.extract.Excerpt;
import vn.binhquyen.intake.review.Agencies;
import vn.binhquyen.intake.review.Attempts;
import vn.binhquyen.intake.review.Chosen;
import vn.binhquyen.intake.review.FromWords;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.review.ReadingRows;
import vn.binhquyen.intake.review.Reshape;
import vn.binhquyen.intake.review.ReviewedRows;
import vn.binhquyen.intake.review.Step;
import vn.binhquyen.intake.review.StepRows;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.Plans;

/** Gives a draft its shape: items made from words of the document, put together, taken apart; every step can be undone. */
@Service
public class Shaping {

    /** @param item the item to look at next; @param step by which it can be undone */
    public record Shaped(UUID item, UUID step) {}

    private final Plans plans;
    private final Agencies agencies;
    private final ReadingRows readings;
    private final StepRows steps;
    private final ReviewedRows reviewed;
    private final Attempts attempts;
    private final AuditLog audit;
    private final Clock clock;

    Shaping(
            Plans plans,
            Agencies agencies,
            ReadingRows readings,
            StepRows steps,
            ReviewedRows reviewed,
            Attempts attempts,
            AuditLog audit,
            Clock clock) {
        this.plans = plans;
        this.agencies = agencies;
        this.readings = readings;
        this.steps = steps;
        this.reviewed = reviewed;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the words of the document what the writer says they are. @param list one of {@link FromWords#KINDS} */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public Shaped make(Actor actor, PlanId id, ItemList list, Chosen words) {
        if (!FromWords.KINDS.contains(list)) {
            throw new NotFound("list", list.key());
        }
        KeptReading reading = readings.find(id).orElseThrow(() -> new NotFound("document of plan", id));
        Place place = words.in(reading.text()).orElseThrow(() -> new Refused("intake.refused.no-words"));
        Excerpt excerpt = Excerpt.of(reading.text(), place);
        return step(actor, id, "item-made-from-words", draft -> {
            var made = new FromWords(
                    draft.content(), reading.plan(), agencies.of(draft.head().issuer()), excerpt, place);
            List<PlanEdit> edits = made.as(list);
            if (edits.isEmpty()) {
                throw new Refused("intake.refused.says-no." + list.key());
            }
            return Step.adding(edits);
        });
    }

    /** Puts the item together with the next of its kind. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public Shaped merge(Actor actor, PlanId id, UUID item) {
        DocumentText text = textOf(id);
        return step(
                actor,
                id,
                "items-merged",
                draft -> Reshape.merge(draft.content(), item, text)
                        .orElseThrow(() -> new Refused("intake.refused.nothing-below")));
    }

    /**
     * Takes the item apart.
     *
     * @param seen its words as the writer saw them saved; @param text as they are to be; @param point where to cut them
     */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public Shaped split(Actor actor, PlanId id, UUID item, String seen, String text, int point) {
        DocumentText document = textOf(id);
        return step(actor, id, "item-split", draft -> {
            ItemList.Found found = ItemList.find(draft.content(), item).orElseThrow(() -> new NotFound("item", item));
            if (!Reshape.words(found.item()).equals(seen)) {
                throw new Refused("intake.refused.changed-meanwhile");
            }
            return Reshape.split(found, text, point, document)
                    .orElseThrow(() -> new Refused("intake.refused.no-point"));
        });
    }

    /** Undoes a step, unless somebody changed meanwhile what it left. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public @Nullable UUID undo(Actor actor, PlanId id, UUID step) {
        return attempts.attempt(() -> {
                    Step done = steps.find(id, step).orElseThrow(() -> new NotFound("step", step));
                    PlanDraft draft = plans.draft(actor, id);
                    List<PlanEdit> edits = done.undoing(draft.content())
                            .orElseThrow(() -> new Refused("intake.refused.changed-meanwhile"));
                    plans.edit(actor, id, draft.version(), edits);
                    steps.delete(step);
                    audit.record(actor, "step-undone", "plan", id, Map.of("step", step.toString()));
                    return done.before().stream()
                            .findFirst()
                            .map(placed -> placed.item().id());
                })
                .orElse(null);
    }

    private Shaped step(Actor actor, PlanId id, String what, Function<PlanDraft, Step> shape) {
        return attempts.attempt(() -> {
            PlanDraft draft = plans.draft(actor, id);
            Step step = shape.apply(draft);
            plans.edit(actor, id, draft.version(), step.doing());
            reviewed.put(actor, id, step.after().stream().map(Step.Placed::item).toList(), OffsetDateTime.now(clock));
            UUID kept = steps.insert(actor, id, step, OffsetDateTime.now(clock));
            UUID shown = step.after().getLast().item().id();
            audit.record(actor, what, "plan", id, Map.of("item", shown.toString()));
            return new Shaped(shown, kept);
        });
    }

    private @Nullable DocumentText textOf(PlanId id) {
        return readings.find(id).map(KeptReading::text).orElse(null);
    }
}
