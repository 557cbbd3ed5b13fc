package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.plan.AssignedTask;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskProgress;
import vn.binhquyen.plan.TaskRole;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.plan.Tasks;
import vn.binhquyen.reporting.Lifecycle.SubmissionEvent;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;

/** The door for those who owe a report: begin it, write it field by field, look it through and send it. */
@Service
@Transactional
public class Reports {

    /** The largest annex, in bytes. */
    public static final int LARGEST_ANNEX = 10 * 1024 * 1024;

    private static final Set<String> ANNEX_TYPES = Set.of(
            "application/pdf",
            "image/png",
            "image/jpeg",
            "application/x-tika-ooxml",
            "application/x-tika-msoffice",
            "application/zip",
            "text/plain");

    private final RoundRows rounds;
    private final SubmissionRows submissions;
    private final DraftRows drafts;
    private final ReportedIndicators indicators;
    private final Tasks tasks;
    private final Values values;
    private final AuditLog audit;
    private final Tika sniffer = new Tika();

    Reports(
            RoundRows rounds,
            SubmissionRows submissions,
            DraftRows drafts,
            ReportedIndicators indicators,
            Tasks tasks,
            Values values,
            AuditLog audit) {
        this.rounds = rounds;
        this.submissions = submissions;
        this.drafts = drafts;
        this.indicators = indicators;
        this.tasks = tasks;
        this.values = values;
        this.audit = audit;
    }

    /** A report with what it says: as it is written, or as it was sent. */
    public record Report(ReportHead head, ReportContent content, List<Remark> remarks) {

        /** The remarks on the latest sending at a place. */
        public List<Remark> remarksAt(String place) {
            return remarks.stream()
                    .filter(remark ->
                            remark.edition() == head.edition() && remark.place().equals(place))
                    .toList();
        }
    }

    /**
     * Begins the report that the agency owes, with its tasks as it told of them; the same one again where it is begun.
     * Refused where the unit has a round of its own for the period: then its consolidated report goes up.
     */
    @Authorised(action = Action.EXECUTE, thing = Thing.REPORT)
    public SubmissionId begin(Actor actor, Owed owed) {
        Optional<ReportHead> begun = submissions.of(owed.round(), owed.agency());
        if (begun.isPresent()) {
            return begun.get().id();
        }
        Round round = rounds.one(owed.round());
        if (round.withdrawn() || rounds.dueOf(owed.round(), owed.agency()).isEmpty()) {
            throw new Refused("reporting.refused.not-owed");
        }
        boolean official = !owed.unit().equals(round.unit());
        if (official
                && rounds.about(owed.unit(), round.kind(), round.period(), null).isPresent()) {
            throw new Refused("reporting.refused.consolidate-instead");
        }
        SubmissionId id = submissions.insert(
                actor,
                round.id(),
                round.unit(),
                owed.agency(),
                round.kind(),
                round.period(),
                round.cutOff(),
                official,
                null);
        takeTasks(actor, submissions.one(id));
        audit.record(actor, "begun", "report", id, Map.of("round", round.id()));
        return id;
    }

    /** The report as it is written, for its own agency. */
    @Authorised(action = Action.EXECUTE, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public Report draft(Actor actor, SubmissionId id) {
        ReportHead head = submissions.one(id);
        boolean editable = head.state().editable() && head.consolidation() == null;
        return new Report(head, editable ? written(head) : sent(head), submissions.remarks(id));
    }

    /** The report as it was last sent, or as it was sent once. Nobody but its agency sees what was not sent. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public Report read(Actor actor, SubmissionId id, @Nullable Integer edition) {
        ReportHead head = submissions.one(id);
        int wanted = edition == null ? head.edition() : edition;
        if (wanted == 0) {
            throw new NotFound("edition", id);
        }
        return new Report(head, submissions.edition(id, wanted), submissions.remarks(id));
    }

    /** The actor's own report as it is written, another's as it was sent. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public Report draftOrSent(Actor actor, SubmissionId id) {
        ReportHead head = submissions.one(id);
        boolean own = head.agency().equals(actor.agency()) && head.state().editable();
        return own ? new Report(head, written(head), submissions.remarks(id)) : read(actor, id, null);
    }

    /** All sendings of the report, newest first. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public List<SubmissionRows.Edition> editions(SubmissionId id) {
        return submissions.editions(id);
    }

    /** What was done to the report, newest first. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public List<AuditLog.Entry> history(Actor actor, SubmissionId id) {
        return audit.historyOf(submissions.one(id).province(), "report", id);
    }

    @Authorised(action = Action.EXECUTE, thing = Thing.REPORT)
    public void saveSection(Actor actor, SubmissionId id, Section section, String text, long version) {
        editable(id);
        drafts.saveSection(actor, id, section, text.strip(), version);
        audit.record(actor, "section-written", "report", id, Map.of("section", section));
    }

    /**
     * Writes the figures of one indicator. Where women and men are given and no total, the total is their sum.
     *
     * @param numbers null takes a number away; slots that are not named stay
     */
    @Authorised(action = Action.EXECUTE, thing = Thing.REPORT)
    public void saveFigure(
            Actor actor,
            SubmissionId id,
            IndicatorId indicator,
            Map<Slot, @Nullable BigDecimal> numbers,
            String note,
            long version) {
        ReportHead head = editable(id);
        OwedIndicator owed = owedBy(head).stream()
                .filter(one -> one.id().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator", indicator));
        drafts.saveFigure(actor, id, indicator, note.strip(), version);
        Set<Slot> asked = new HashSet<>(Slot.of(owed, head.early()));
        Map<Cell, @Nullable BigDecimal> cells = new HashMap<>();
        Sums.withTotal(numbers).forEach((slot, number) -> {
            if (!asked.contains(slot)) {
                throw new NotFound("slot", slot);
            }
            if (number != null && number.signum() < 0) {
                throw new Refused("reporting.refused.negative");
            }
            cells.put(Figure.cell(owed, slot), number);
        });
        values.write(actor, sheetOf(head), id.value(), ValueStatus.DRAFT, cells);
        audit.record(actor, "figure-written", "report", id, Map.of("indicator", indicator));
    }

    /** @param percentage kept only of a task under way: what is done is done wholly */
    @Authorised(action = Action.EXECUTE, thing = Thing.REPORT)
    public void saveTask(
            Actor actor,
            SubmissionId id,
            TaskId task,
            TaskState state,
            @Nullable Integer percentage,
            String narrative,
            long version) {
        editable(id);
        if (percentage != null && (percentage < 0 || percentage > 100)) {
            throw new Refused("reporting.refused.percentage");
        }
        Integer share = state == TaskState.UNDER_WAY ? percentage : null;
        drafts.saveTask(actor, id, task, state, share, narrative.strip(), version);
        audit.record(actor, "task-written", "report", id, Map.of("task", task));
    }

    /** Adds a file; its kind is found from its bytes, whatever the name says. */
    @Authorised(action = Action.EXECUTE, thing = Thing.REPORT)
    public void addAnnex(Actor actor, SubmissionId id, String name, byte[] bytes) {
        editable(id);
        if (bytes.length == 0 || bytes.length > LARGEST_ANNEX) {
            throw new Refused("reporting.refused.annex-size");
        }
        String mediaType = sniffer.detect(bytes);
        if (!ANNEX_TYPES.contains(mediaType)) {
            throw new Refused("reporting.refused.annex-type");
        }
        UUID annex = drafts.addAnnex(actor, id, name, mediaType, bytes);
        audit.record(actor, "annex-added", "report", id, Map.of("name", name, "annex", annex));
    }

    @Authorised(action = Action.EXECUTE, thing = Thing.REPORT)
    public void removeAnnex(Actor actor, SubmissionId id, UUID annex) {
        editable(id);
        drafts.removeAnnex(id, annex);
        audit.record(actor, "annex-removed", "report", id, Map.of("annex", annex));
    }

    /** The bytes of a file that goes with a report that was sent, or with the actor's own. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public byte[] annex(Actor actor, SubmissionId id, UUID annex) {
        ReportHead head = submissions.one(id);
        boolean wasSent = head.edition() > 0
                && sent(head).annexes().stream().anyMatch(one -> one.id().equals(annex));
        if (!wasSent && !head.agency().equals(actor.agency())) {
            throw new AccessRefused("the file was not sent");
        }
        return drafts.annexBytes(id, annex);
    }

    /** What to look at again before sending, what hinders first. */
    @Authorised(action = Action.EXECUTE, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public List<Concern> concerns(Actor actor, SubmissionId id) {
        return ReportChecks.of(written(submissions.one(id))).stream()
                .sorted((one, other) -> Boolean.compare(other.blocking(), one.blocking()))
                .toList();
    }

    /** Sends the report; what was sent is kept as it is. Refused while something hinders. */
    @Authorised(action = Action.EXECUTE, thing = Thing.REPORT)
    public void submit(Actor actor, SubmissionId id, long version) {
        ReportHead head = submissions.one(id);
        SubmissionState next = Lifecycle.OF_SUBMISSION.step(head.state(), SubmissionEvent.SUBMIT);
        if (head.consolidation() != null) {
            throw new Refused("reporting.refused.consolidate-instead");
        }
        ReportContent content = written(head);
        if (ReportChecks.of(content).stream().anyMatch(Concern::blocking)) {
            throw new Refused("reporting.refused.concerns");
        }
        submissions.keep(actor, id, content);
        submissions.move(actor, id, version, next);
        values.settle(actor, sheetOf(head), id.value(), ValueStatus.SUBMITTED);
        audit.record(actor, "submitted", "report", id, Map.of("edition", head.edition() + 1));
    }

    private ReportHead editable(SubmissionId id) {
        ReportHead head = submissions.one(id);
        if (!head.state().editable() || head.consolidation() != null) {
            throw new Refused("reporting.refused.not-editable");
        }
        return head;
    }

    private ReportContent sent(ReportHead head) {
        return submissions.edition(head.id(), head.edition());
    }

    private ReportContent written(ReportHead head) {
        return new ReportContent(
                drafts.figures(head.id(), owedBy(head), head.early(), values.read(sheetOf(head))),
                drafts.tasks(head.id(), head.agencyName()),
                drafts.sections(head.id()),
                drafts.annexes(head.id()));
    }

    private List<OwedIndicator> owedBy(ReportHead head) {
        return head.plan() == null ? List.of() : indicators.of(head.plan(), head.agency());
    }

    private void takeTasks(Actor actor, ReportHead head) {
        if (head.plan() == null) {
            return;
        }
        int place = 0;
        for (AssignedTask task : tasks.tasksOf(head.plan(), head.agency())) {
            place++;
            TaskProgress latest = task.latest();
            drafts.begin(
                    actor,
                    head.id(),
                    place,
                    new TaskReport(
                            task.task(),
                            head.agencyName(),
                            task.text(),
                            task.role() == TaskRole.LEAD,
                            task.dueOn(),
                            latest == null ? TaskState.NOT_STARTED : latest.state(),
                            latest == null ? null : latest.percentage(),
                            latest == null ? "" : latest.narrative(),
                            1));
        }
    }

    static Sheet sheetOf(ReportHead head) {
        return new Sheet(
                head.unit(),
                head.province(),
                head.unitKey(),
                head.period(),
                head.official() ? Sheet.OFFICIAL : head.agencyKey());
    }
}
