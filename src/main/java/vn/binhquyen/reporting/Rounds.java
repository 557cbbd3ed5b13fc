package vn.binhquyen.reporting;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.organization.UnitHierarchy;

/** What is known of rounds. */
@Service
@Transactional(readOnly = true)
public class Rounds {
    private final RoundRows rows;
    private final ConsolidationRows consolidations;
    private final SubmissionRows submissions;
    private final ReportedIndicators indicators;
    private final UnitHierarchy hierarchy;

    Rounds(
            RoundRows rows,
            ConsolidationRows consolidations,
            SubmissionRows submissions,
            ReportedIndicators indicators,
            UnitHierarchy hierarchy) {
        this.rows = rows;
        this.consolidations = consolidations;
        this.submissions = submissions;
        this.indicators = indicators;
        this.hierarchy = hierarchy;
    }

    /**
     * What the actor's agency owes in a round.
     *
     * @param figures how many indicators are asked for
     * @param begun the report; empty where it is not begun
     * @param ownRound the round of the actor's own unit about the same time, whose consolidated report is owed instead
     */
    public record Mine(
            Round round, LocalDate dueOn, int figures, Optional<SubmissionId> begun, Optional<RoundId> ownRound) {}

    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    public Round round(RoundId id) {
        return rows.one(id);
    }

    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    public LocalDate dueOn(RoundId id) {
        return rows.one(id).dueOn();
    }

    /** The consolidated report; nothing where it is not begun, or not issued and of a unit below. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    public Optional<ConsolidationHead> consolidation(Actor actor, RoundId id) {
        return consolidations.of(id).filter(head -> head.isInSightOf(actor, hierarchy));
    }

    /** What is asked of the actor's agency; the round may be one of the level above. */
    @Authorised(action = Action.EXECUTE, thing = Thing.REPORT)
    public Mine mine(Actor actor, Owed owed) {
        Round round = rows.one(owed.round());
        LocalDate dueOn = rows.dueOf(owed.round(), owed.agency())
                .orElseThrow(() -> new AccessRefused("the agency owes nothing in this round"));
        Optional<RoundId> own = round.unit().equals(owed.unit())
                ? Optional.empty()
                : rows.about(owed.unit(), round.kind(), round.period(), null);
        return new Mine(
                round,
                dueOn,
                indicators.of(round.plan(), owed.agency()).size(),
                submissions.of(owed.round(), owed.agency()).map(ReportHead::id),
                own);
    }
}
