package vn.binhquyen.reporting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.UnitHierarchy;
import vn.binhquyen.reporting.Lifecycle.SubmissionEvent;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;

/** The door for who receives reports: accept, return with remarks, remind. Only for reports owed to the actor's unit, or to one whose place it took. */
@Service
@Transactional
public class Reception {
    private final SubmissionRows submissions;
    private final RoundRows rounds;
    private final ConsolidationRows consolidations;
    private final UnitHierarchy hierarchy;
    private final Values values;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reception(
            SubmissionRows submissions,
            RoundRows rounds,
            ConsolidationRows consolidations,
            UnitHierarchy hierarchy,
            Values values,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.submissions = submissions;
        this.rounds = rounds;
        this.consolidations = consolidations;
        this.hierarchy = hierarchy;
        this.values = values;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public void accept(Actor actor, SubmissionId id, long version) {
        ReportHead head = received(actor, id);
        submissions.move(actor, id, version, Lifecycle.OF_SUBMISSION.step(head.state(), SubmissionEvent.ACCEPT));
        values.settle(actor, Reports.sheetOf(head), originOf(head), ValueStatus.ACCEPTED);
        touchConsolidation(head);
        audit.record(actor, "accepted", "report", id, Map.of("edition", head.edition()));
    }

    /**
     * Returns the report with at least one remark. An accepted one can be returned until the consolidated report is
     * approved; a consolidated report of a unit below is written anew there.
     */
    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public void sendBack(Actor actor, SubmissionId id, long version, List<NewRemark> remarks) {
        ReportHead head = received(actor, id);
        List<NewRemark> said =
                remarks.stream().filter(remark -> !remark.text().isBlank()).toList();
        if (said.isEmpty()) {
            throw new Refused("reporting.refused.no-remark");
        }
        SubmissionState next = Lifecycle.OF_SUBMISSION.step(head.state(), SubmissionEvent.RETURN);
        if (head.state() == SubmissionState.ACCEPTED && isConsolidated(head)) {
            throw new Refused("reporting.refused.already-consolidated");
        }
        submissions.move(actor, id, version, next);
        said.forEach(remark -> submissions.remark(actor, id, head.edition(), remark));
        values.settle(actor, Reports.sheetOf(head), originOf(head), ValueStatus.DRAFT);
        touchConsolidation(head);
        if (head.consolidation() != null) {
            consolidations.reopen(actor, head.consolidation(), said.getFirst().text());
        }
        audit.record(actor, "returned", "report", id, Map.of("edition", head.edition(), "remarks", said.size()));
    }

    /** Reminds agencies that have not sent their report; it stands among their duties until they do. */
    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public void remind(Actor actor, RoundId id, Collection<AgencyId> agencies, String note) {
        Round round = rounds.one(id);
        requireOwn(actor, round.unit());
        if (agencies.isEmpty()) {
            throw new Refused("reporting.refused.nobody-to-remind");
        }
        int reminded = jdbc.sql("""
            insert into reminder (round_id, agency_id, note, at, by, by_name)
            select round_id, agency_id, :note, :now, :actor, :name
              from round_reporter
             where round_id = :round and agency_id = any(:agencies)
               and not exists (
                   select 1
                     from submission
                    where submission.round_id = round_reporter.round_id
                      and submission.agency_id = round_reporter.agency_id
                      and state in ('SUBMITTED', 'ACCEPTED'))
            """)
                .param("round", id.value())
                .param("agencies", agencies.stream().map(AgencyId::value).toArray(UUID[]::new))
                .param("note", note.strip())
                .param("now", OffsetDateTime.now(clock))
                .param("actor", actor.account().value())
                .param("name", actor.name())
                .update();
        if (reminded == 0) {
            throw new Refused("reporting.refused.nobody-to-remind");
        }
        audit.record(actor, "reminded", "round", id, Map.of("agencies", reminded));
    }

    private ReportHead received(Actor actor, SubmissionId id) {
        ReportHead head = submissions.one(id);
        requireOwn(actor, head.receiver());
        return head;
    }

    private void requireOwn(Actor actor, UnitId receiver) {
        if (!hierarchy.isOwn(actor, receiver)) {
            throw new AccessRefused("the report is owed to another unit than that of " + actor.account());
        }
    }

    /** Who is looking at the consolidated report sees that its sums have changed. */
    private void touchConsolidation(ReportHead head) {
        if (head.round() != null) {
            consolidations.touch(head.round());
        }
    }

    private boolean isConsolidated(ReportHead head) {
        return head.round() != null
                && consolidations
                        .of(head.round())
                        .filter(report -> report.state().compareTo(ConsolidationState.APPROVED) >= 0)
                        .isPresent();
    }

    private static UUID originOf(ReportHead head) {
        return head.consolidation() == null
                ? head.id().value()
                : head.consolidation().value();
    }
}
