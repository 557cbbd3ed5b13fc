package vn.binhquyen.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.organization.UnitHierarchy;
import vn.binhquyen.plan.PlanLifecycle.Step;
import vn.binhquyen.publishing.OfficialDocument;

/** The door of this room: writing a plan, and its way from draft to closing. */
@Service
@Transactional
public class Plans {
    private final PlanRows rows;
    private final PlanSight sight;
    private final LivingParts living;
    private final Organization organization;
    private final UnitHierarchy hierarchy;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Plans(
            PlanRows rows,
            PlanSight sight,
            LivingParts living,
            Organization organization,
            UnitHierarchy hierarchy,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.sight = sight;
        this.living = living;
        this.organization = organization;
        this.hierarchy = hierarchy;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a draft, empty or as a document was read.
     *
     * @throws Refused where the issuer is neither the unit nor above it
     */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanId begin(Actor actor, NewPlan plan) {
        if (!hierarchy.isWithin(plan.unit(), PlanRows.issuer(plan))) {
            throw new Refused("plan.refused.issuer");
        }
        PlanEditing.requireSound(plan.content());
        requireParentInSight(actor, plan.content().parent());
        PlanId id = rows.insert(actor, plan, now());
        record(actor, "begun", id, Map.of());
        return id;
    }

    /** Begins a draft from a plan of the unit: the years moved on behind its period, all ids new. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanId beginFromLast(Actor actor, PlanId last) {
        PlanDraft source = sight.newest(actor, last);
        PlanContent content = PlanCopies.forNextPeriod(source.content());
        PlanId id = rows.insert(
                actor,
                new NewPlan(
                        source.head().unit(),
                        source.head().issuer(),
                        source.head().symbol(),
                        content),
                now());
        record(actor, "begun-from-last", id, Map.of("last", last.toString()));
        return id;
    }

    /** Begins a draft from the plan above: its objectives and indicators, and the unit's own agencies as parties. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanId beginFromParent(Actor actor, NewChildPlan child) {
        PlanHead parent = parentInSight(actor, child.parent());
        if (!parent.status().inForce()) {
            throw new Refused("plan.refused.parent-not-in-force");
        }
        Unit unit = organization.unit(child.unit());
        PlanContent content = PlanCopies.fromParent(
                parent,
                rows.content(parent.id(), parent.inForce()),
                organization.unit(parent.issuer()).name(),
                unit.name(),
                PlaceNames.withoutKind(unit.name()),
                organization.agenciesOf(child.unit()));
        PlanId id = rows.insert(actor, new NewPlan(child.unit(), null, child.symbol(), content), now());
        record(actor, "begun-from-parent", id, Map.of("parent", parent.id().toString()));
        return id;
    }

    /** The newest version; for who may not see drafts of the unit, the version in force. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public PlanDraft draft(Actor actor, PlanId id) {
        return sight.newest(actor, id);
    }

    /** What the page of the plan shows: the version in force; inside the unit, before the first issue, the draft. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true, noRollbackFor = NotFound.class)
    public PlanDraft reading(Actor actor, PlanId id) {
        PlanHead head = sight.head(actor, id);
        return new PlanDraft(head, rows.content(id, Math.max(head.inForce(), 1)));
    }

    /** One version of the plan. Versions that were never issued are shown inside the unit only. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public PlanDraft version(Actor actor, PlanId id, int no) {
        return sight.version(actor, id, no);
    }

    /**
     * Applies the edits, all or none.
     *
     * @throws Refused where the plan is not being written, or a value does not fit its field
     */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanDraft edit(Actor actor, PlanId id, long version, List<PlanEdit> edits) {
        return write(actor, id, version, content -> PlanEditing.apply(content, edits));
    }

    /** Puts a whole content in the place of the draft's. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanDraft replace(Actor actor, PlanId id, long version, PlanContent content) {
        PlanEditing.requireSound(content);
        return write(actor, id, version, before -> content);
    }

    /** Changes what follows the number's slash, such as "KH-UBND", of a plan that was not issued yet. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanDraft setSymbol(Actor actor, PlanId id, long version, String symbol) {
        PlanHead head = rows.touch(actor, id, version, now());
        if (head.status() != PlanStatus.DRAFT) {
            throw new Refused("plan.refused.not-editable");
        }
        rows.setSymbol(head, required(symbol));
        record(actor, "edited", id, Map.of("symbol", symbol));
        return new PlanDraft(rows.head(id), rows.content(id, head.content()));
    }

    /** What the newest version lacks, the blocking first. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public List<Missing> missing(Actor actor, PlanId id) {
        return PlanCheck.missing(sight.newest(actor, id).content(), false);
    }

    /** What the later version says otherwise than the earlier. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public List<PlanDifference> compare(Actor actor, PlanId id, int earlier, int later) {
        PlanContent before = sight.version(actor, id, earlier).content();
        PlanContent after = sight.version(actor, id, later).content();
        List<AgencyId> named = Stream.of(before, after)
                .flatMap(content -> content.parties().stream())
                .flatMap(party -> party.agencies().stream())
                .distinct()
                .toList();
        Map<String, String> names = organization.agencies(named).stream()
                .collect(Collectors.toMap(agency -> agency.id().toString(), Agency::name));
        return PlanComparison.between(before, after, names);
    }

    /** Sends the draft or amendment to the leader. Refused while something blocking is missing. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void submit(Actor actor, PlanId id, long version) {
        PlanHead head = step(actor, id, version, Step.SUBMIT, null);
        requireComplete(rows.content(id, head.content()), false);
        record(actor, "submitted", id, Map.of());
    }

    /** Gives it back to its writer with a remark. */
    @Authorised(action = Action.APPROVE, thing = Thing.PLAN)
    public void sendBack(Actor actor, PlanId id, long version, String remark) {
        PlanHead head = step(actor, id, version, Step.RETURN, required(remark));
        if (head.status() == PlanStatus.APPROVED || head.status() == PlanStatus.AMENDMENT_APPROVED) {
            rows.updateContent(actor, head, rows.content(id, head.content()).signedBy(null), now());
            rows.sign(head, null, null);
        }
        record(actor, "returned", id, Map.of("remark", remark));
    }

    /** Signs it; from now on it waits for its number. Where no name stands under the document, it is the actor's. */
    @Authorised(action = Action.APPROVE, thing = Thing.PLAN)
    public void approve(Actor actor, PlanId id, long version) {
        PlanHead head = step(actor, id, version, Step.APPROVE, null);
        PlanContent content = rows.content(id, head.content());
        requireComplete(content, false);
        PlanContent signed = content.signedBy(actor.name());
        rows.updateContent(actor, head, signed, now());
        rows.sign(head, signed.signatoryName(), now());
        record(actor, "approved", id, Map.of("content", head.content()));
    }

    /** The number after the highest that the issuer gave under the plan's symbol in the year of the date. */
    @Authorised(action = Action.ISSUE, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public int nextNumber(Actor actor, PlanId id, LocalDate date) {
        PlanHead head = sight.head(actor, id);
        return rows.highestNumber(head, head.symbol(), date.getYear()) + 1;
    }

    /**
     * Gives number and date and brings the newest version into force.
     *
     * @throws Refused where the number is taken, or the date lies before the signing or in the future
     */
    @Authorised(action = Action.ISSUE, thing = Thing.PLAN)
    public void issue(Actor actor, PlanId id, long version, Numbering numbering) {
        PlanHead head = step(actor, id, version, Step.ISSUE, null);
        OffsetDateTime signedAt = rows.signing(head).at();
        if (signedAt != null && numbering.date().isBefore(LocalDate.ofInstant(signedAt.toInstant(), clock.getZone()))) {
            throw new Refused("plan.refused.date-before-signing");
        }
        bringIntoForce(actor, head, numbering, head.symbol(), "issued");
    }

    /**
     * Brings into force what was signed and numbered outside, as its text says; needs no approval here.
     *
     * @param symbol as its text gives it; null where it is the draft's
     */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void registerIssued(Actor actor, PlanId id, long version, Numbering numbering, @Nullable String symbol) {
        PlanHead head = step(actor, id, version, Step.REGISTER, null);
        PlanContent content = rows.content(id, head.content());
        requireComplete(content, true);
        rows.sign(head, content.signatoryName(), null);
        bringIntoForce(actor, head, numbering, symbol == null ? head.symbol() : required(symbol), "registered");
    }

    /** Begins a new version; the one in force stays in force until the new one is issued. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void amend(Actor actor, PlanId id, long version, String reason) {
        PlanHead head = step(actor, id, version, Step.AMEND, required(reason));
        PlanContent content = rows.content(id, head.inForce()).signedBy(null);
        int next = rows.nextVersion(id);
        rows.insertVersion(actor, id, next, content, reason, now());
        rows.setNewest(id, next);
        record(actor, "amended", id, Map.of("reason", reason, "content", next));
    }

    /** Gives up the new version. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void abandonAmendment(Actor actor, PlanId id, long version) {
        PlanHead head = step(actor, id, version, Step.ABANDON, null);
        rows.abandon(head);
        rows.setNewest(id, head.inForce());
        record(actor, "amendment-abandoned", id, Map.of("content", head.content()));
    }

    /** Ends a plan that has done its work. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void close(Actor actor, PlanId id, long version, String reason) {
        step(actor, id, version, Step.CLOSE, required(reason));
        record(actor, "closed", id, Map.of("reason", reason));
        events.publishEvent(new PlanClosed(id));
    }

    /** Withdraws a plan: what it asks for is not owed any more. */
    @Authorised(action = Action.APPROVE, thing = Thing.PLAN)
    public void revoke(Actor actor, PlanId id, long version, String reason) {
        step(actor, id, version, Step.REVOKE, required(reason));
        record(actor, "revoked", id, Map.of("reason", reason));
        events.publishEvent(new PlanRevoked(id));
    }

    /** Throws a draft away. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void discard(Actor actor, PlanId id, long version) {
        step(actor, id, version, Step.DISCARD, null);
        record(actor, "discarded", id, Map.of());
    }

    /** One version as the official document that the office signs and sends; before it is issued, marked as a draft. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public OfficialDocument document(Actor actor, PlanId id, int no) {
        PlanDraft draft = sight.version(actor, id, no);
        PlanRows.Numbered numbered = rows.numbering(id, no);
        String committee =
                "Ủy ban nhân dân " + organization.unit(draft.head().issuer()).name();
        boolean ofCommittee = numbered.symbol().contains("UBND");
        return PlanDocument.of(
                draft.content(),
                numbered.symbol(),
                numbered.number(),
                numbered.date(),
                ofCommittee ? null : committee,
                ofCommittee
                        ? committee
                        : organization.agency(draft.head().agency()).name());
    }

    /**
     * What a plan in force, closed or revoked asks of whom.
     *
     * @throws NotFound where no version was issued
     */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public PlanObligations obligationsOf(PlanId id) {
        PlanHead head = rows.head(id);
        if (head.inForce() == 0) {
            throw new NotFound("issued plan", id);
        }
        return PlanObligations.of(head, rows.content(id, head.inForce()));
    }

    private PlanDraft write(Actor actor, PlanId id, long version, Function<PlanContent, PlanContent> change) {
        PlanHead head = rows.touch(actor, id, version, now());
        if (!head.status().editable()) {
            throw new Refused("plan.refused.not-editable");
        }
        PlanContent content = change.apply(rows.content(id, head.content()));
        requireParentInSight(actor, content.parent());
        rows.updateContent(actor, head, content, now());
        record(actor, "edited", id, Map.of("content", head.content()));
        return new PlanDraft(rows.head(id), content);
    }

    /** Takes the step, or refuses it; what comes back is the head as it was before, but for its version. */
    private PlanHead step(Actor actor, PlanId id, long version, Step step, @Nullable String remark) {
        PlanHead head = rows.touch(actor, id, version, now());
        PlanStatus next = PlanLifecycle.after(head.status(), step);
        boolean firstIssue = next.inForce() && head.inForce() == 0;
        if (!firstIssue) {
            rows.setStatus(id, next, remark);
        }
        return head;
    }

    private void bringIntoForce(Actor actor, PlanHead head, Numbering numbering, String symbol, String verb) {
        if (numbering.number() < 1) {
            throw new Refused("plan.refused.number");
        }
        if (numbering.date().isAfter(LocalDate.now(clock))) {
            throw new Refused("plan.refused.date-in-future");
        }
        try {
            rows.putInForce(head, numbering, symbol);
        } catch (DuplicateKeyException taken) {
            throw new Refused(
                    "plan.refused.number-taken",
                    String.valueOf(numbering.number()),
                    symbol,
                    String.valueOf(numbering.date().getYear()));
        }
        PlanContent content = rows.content(head.id(), head.content());
        rows.describe(head.id(), content);
        living.reconcile(head.id(), head.content(), content);
        Map<String, Object> detail = new HashMap<>();
        detail.put("number", numbering.number() + "/" + symbol);
        detail.put("date", numbering.date().toString());
        detail.put("content", head.content());
        record(actor, verb, head.id(), detail);
        events.publishEvent(new PlanIssued(head.id(), head.content()));
    }

    private static void requireComplete(PlanContent content, boolean signed) {
        PlanCheck.missing(content, signed).stream()
                .filter(Missing::blocking)
                .findFirst()
                .ifPresent(lacking -> {
                    throw new Refused(lacking.code(), lacking.arguments().toArray());
                });
    }

    private void requireParentInSight(Actor actor, PlanContent.@Nullable Parent parent) {
        if (parent != null && parent.plan() != null) {
            parentInSight(actor, parent.plan());
        }
    }

    /** The plan above: kept by the actor's unit or by one above it, or one whose place these took, and published. */
    private PlanHead parentInSight(Actor actor, PlanId parent) {
        PlanHead head = sight.head(actor, parent);
        if (!hierarchy.isOver(head.unit(), actor.unit())) {
            throw new NotFound("plan", parent);
        }
        return head;
    }

    private static String required(String text) {
        if (text.isBlank()) {
            throw new Refused("plan.refused.text-required");
        }
        return text.strip();
    }

    private void record(Actor actor, String verb, PlanId id, Map<String, ?> detail) {
        audit.record(actor, verb, "plan", id, detail);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
