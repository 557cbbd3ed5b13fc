package vn.binhquyen.plan;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;

/** The second door of this room: what agencies tell and show of the tasks of plans in force. */
@Service
@Transactional
public class Tasks {
    /** The largest evidence file, in bytes. */
    public static final int LARGEST_EVIDENCE = 10 * 1024 * 1024;

    /** Adds what the agency tells about its part of the task. Refused where it has none, or where the plan is not in force. */
    @Authorised(action = Action.EXECUTE, thing = Thing.TASK)
    public void tell(Actor actor, AgencyId agency, NewProgress progress) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a file: at most {@link #LARGEST_EVIDENCE}, a document, sheet or picture by its bytes. */
    @Authorised(action = Action.EXECUTE, thing = Thing.TASK)
    public UUID show(Actor actor, AgencyId agency, NewEvidence evidence) {
        throw new UnsupportedOperationException();
    }

    /** The bytes of a file. */
    @Authorised(action = Action.VIEW, thing = Thing.TASK)
    @Transactional(readOnly = true)
    public byte[] evidenceBytes(Actor actor, TaskId task, UUID evidence) {
        throw new UnsupportedOperationException();
    }

    /** The parts of the agency in the plan's tasks, with what it told last: its own first, in the plan's order. */
    @Authorised(action = Action.VIEW, thing = Thing.TASK)
    @Transactional(readOnly = true)
    public List<AssignedTask> tasksOf(PlanId plan, AgencyId agency) {
        throw new UnsupportedOperationException();
    }
}
