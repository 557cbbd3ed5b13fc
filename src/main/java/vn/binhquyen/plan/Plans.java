package vn.binhquyen.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;

/** The door of this room: writing a plan, and its way from draft to closing. */
@Service
@Transactional
public class Plans {
    /** Begins a draft, empty or as a document was read. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanId begin(Actor actor, NewPlan plan) {
        throw new UnsupportedOperationException();
    }

    /** Begins a draft from a plan of the unit: the years moved on behind its period, all ids new. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanId beginFromLast(Actor actor, PlanId last) {
        throw new UnsupportedOperationException();
    }

    /** Begins a draft from the plan above: its objectives and indicators, and the unit's own agencies as parties. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanId beginFromParent(Actor actor, NewChildPlan child) {
        throw new UnsupportedOperationException();
    }

    /** The newest version; for who may not see drafts of the unit, the version in force. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public PlanDraft draft(Actor actor, PlanId id) {
        throw new UnsupportedOperationException();
    }

    /** One version of the plan. Versions that were never issued are shown inside the unit only. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public PlanDraft version(Actor actor, PlanId id, int no) {
        throw new UnsupportedOperationException();
    }

    /** Applies the edits, all or none. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanDraft edit(Actor actor, PlanId id, long version, List<PlanEdit> edits) {
        throw new UnsupportedOperationException();
    }

    /** Puts a whole content in the place of the draft's. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public PlanDraft replace(Actor actor, PlanId id, long version, PlanContent content) {
        throw new UnsupportedOperationException();
    }

    /** What the newest version lacks, the blocking first. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public List<Missing> missing(Actor actor, PlanId id) {
        throw new UnsupportedOperationException();
    }

    /** What the later version says otherwise than the earlier. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public List<PlanDifference> compare(Actor actor, PlanId id, int earlier, int later) {
        throw new UnsupportedOperationException();
    }

    /** Sends the draft or amendment to the leader. Refused while something blocking is missing. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void submit(Actor actor, PlanId id, long version) {
        throw new UnsupportedOperationException();
    }

    /** Gives it back to its writer with a remark. */
    @Authorised(action = Action.APPROVE, thing = Thing.PLAN)
    public void sendBack(Actor actor, PlanId id, long version, String remark) {
        throw new UnsupportedOperationException();
    }

    /** Signs it; from now on it waits for its number. */
    @Authorised(action = Action.APPROVE, thing = Thing.PLAN)
    public void approve(Actor actor, PlanId id, long version) {
        throw new UnsupportedOperationException();
    }

    /** The number after the highest that the issuer gave under the plan's symbol in the year of the date. */
    @Authorised(action = Action.ISSUE, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public int nextNumber(Actor actor, PlanId id, LocalDate date) {
        throw new UnsupportedOperationException();
    }

    /** Gives number and date and brings the newest version into force. */
    @Authorised(action = Action.ISSUE, thing = Thing.PLAN)
    public void issue(Actor actor, PlanId id, long version, Numbering numbering) {
        throw new UnsupportedOperationException();
    }

    /** Brings into force what was signed and numbered outside, as its text says; needs no approval here. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void registerIssued(Actor actor, PlanId id, long version, Numbering numbering, @Nullable String symbol) {
        throw new UnsupportedOperationException();
    }

    /** Begins a new version; the one in force stays in force until the new one is issued. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void amend(Actor actor, PlanId id, long version, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Gives up the new version. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void abandonAmendment(Actor actor, PlanId id, long version) {
        throw new UnsupportedOperationException();
    }

    /** Ends a plan that has done its work. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void close(Actor actor, PlanId id, long version, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Withdraws a plan: what it asks for is not owed any more. */
    @Authorised(action = Action.APPROVE, thing = Thing.PLAN)
    public void revoke(Actor actor, PlanId id, long version, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Throws a draft away. */
    @Authorised(action = Action.WRITE, thing = Thing.PLAN)
    public void discard(Actor actor, PlanId id, long version) {
        throw new UnsupportedOperationException();
    }

    /** What a plan in force, closed or revoked asks of whom. */
    @Authorised(action = Action.VIEW, thing = Thing.PLAN)
    @Transactional(readOnly = true)
    public PlanObligations obligationsOf(PlanId id) {
        throw new UnsupportedOperationException();
    }
}
