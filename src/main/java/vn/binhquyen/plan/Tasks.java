package vn.binhquyen.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
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

/** The second door of this room: what agencies tell and show of the tasks of plans in force. */
@Service
@Transactional
public class Tasks {
    /** The largest evidence file, in bytes. */
    public static final int LARGEST_EVIDENCE = 10 * 1024 * 1024;

    private final TaskRows rows;
    private final AuditLog audit;
    private final Clock clock;

    Tasks(TaskRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds what the agency tells about its part of the task.
     *
     * @throws Refused where the agency has no part in it, the plan is not in force, or nothing is told
     */
    @Authorised(action = Action.EXECUTE, thing = Thing.TASK)
    public void tell(Actor actor, AgencyId agency, NewProgress progress) {
        requirePart(progress.task(), agency);
        Integer percentage = progress.percentage();
        if (percentage != null && (percentage < 0 || percentage > 100)) {
            throw new Refused("plan.refused.percentage");
        }
        if (progress.quantity() != null && progress.quantity().signum() < 0) {
            throw new Refused("plan.refused.quantity");
        }
        if (progress.narrative().isBlank() && percentage == null && progress.quantity() == null) {
            throw new Refused("plan.refused.nothing-told");
        }
        rows.insertProgress(actor, agency, progress, OffsetDateTime.now(clock));
        audit.record(
                actor,
                "told",
                "task",
                progress.task(),
                Map.of("agency", agency.toString(), "state", progress.state().name()));
    }

    /**
     * Keeps a file: at most {@link #LARGEST_EVIDENCE}, a document, sheet or picture by its bytes.
     *
     * @throws Refused where it is empty, too large, of another kind, or kept already
     */
    @Authorised(action = Action.EXECUTE, thing = Thing.TASK)
    public UUID show(Actor actor, AgencyId agency, NewEvidence evidence) {
        requirePart(evidence.task(), agency);
        byte[] bytes = evidence.bytes();
        if (bytes.length == 0) {
            throw new Refused("plan.refused.evidence-empty", evidence.fileName());
        }
        if (bytes.length > LARGEST_EVIDENCE) {
            throw new Refused("plan.refused.evidence-too-large", evidence.fileName(), LARGEST_EVIDENCE / 1024 / 1024);
        }
        String kind = EvidenceKind.of(bytes, evidence.fileName());
        String sha256 = DigestUtils.sha256Hex(bytes);
        try {
            UUID id = rows.insertEvidence(actor, agency, evidence, kind, sha256, OffsetDateTime.now(clock));
            audit.record(
                    actor,
                    "shown",
                    "task",
                    evidence.task(),
                    Map.of("agency", agency.toString(), "file", evidence.fileName(), "sha256", sha256));
            return id;
        } catch (DuplicateKeyException kept) {
            throw new Refused("plan.refused.evidence-kept", evidence.fileName());
        }
    }

    /** Takes a file back that was shown by mistake; the record keeps its name and fingerprint. */
    @Authorised(action = Action.EXECUTE, thing = Thing.TASK)
    public void takeBack(Actor actor, AgencyId agency, UUID evidence) {
        Evidence taken = rows.deleteEvidence(agency, evidence);
        audit.record(
                actor,
                "taken-back",
                "task",
                taken.task(),
                Map.of("agency", agency.toString(), "file", taken.fileName(), "sha256", taken.sha256()));
    }

    /**
     * A file with its bytes; for the unit of the plan, those above it, and the units of the agency that showed it.
     *
     * @throws NotFound where the actor may not know of it
     */
    @Authorised(action = Action.VIEW, thing = Thing.TASK)
    @Transactional(readOnly = true)
    public EvidenceFile evidence(Actor actor, TaskId task, UUID evidence) {
        return rows.evidenceInSight(actor, task, evidence, LocalDate.now(clock));
    }

    /** The parts of the agency in the plan's tasks, with what it told last, in the plan's order. */
    @Authorised(action = Action.VIEW, thing = Thing.TASK)
    @Transactional(readOnly = true)
    public List<AssignedTask> tasksOf(PlanId plan, AgencyId agency) {
        return rows.tasksOf(plan, agency);
    }

    private void requirePart(TaskId task, AgencyId agency) {
        PlanStatus status = rows.statusWherePart(task, agency).orElseThrow(() -> new Refused("plan.refused.no-part"));
        if (!status.inForce()) {
            throw new Refused("plan.refused.not-in-force");
        }
    }
}
