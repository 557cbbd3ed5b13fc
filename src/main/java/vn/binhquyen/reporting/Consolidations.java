package vn.binhquyen.reporting;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.organization.UnitHierarchy;
import vn.binhquyen.publishing.OfficialDocument;
import vn.binhquyen.reporting.ConsolidatedReport.Basis;
import vn.binhquyen.reporting.ConsolidatedReport.Edit;
import vn.binhquyen.reporting.ConsolidatedReport.GatheredPassage;
import vn.binhquyen.reporting.ConsolidatedReport.SummedFigure;
import vn.binhquyen.reporting.ConsolidationRows.Taken;
import vn.binhquyen.reporting.Lifecycle.ConsolidationEvent;
import vn.binhquyen.reporting.ReportedIndicators.Owner;
import vn.binhquyen.reporting.SubmissionRows.Accepted;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;

/** The door for consolidated reports: from those accepted to the one that is signed, numbered and sent up. */
@Service
@Transactional
public class Consolidations {

    private static final String SYMBOL = "BC-UBND";

    private final RoundRows rounds;
    private final SubmissionRows submissions;
    private final ConsolidationRows rows;
    private final ReportedIndicators indicators;
    private final Organization organization;
    private final UnitHierarchy hierarchy;
    private final Accounts accounts;
    private final Values values;
    private final AuditLog audit;
    private final Clock clock;

    Consolidations(
            RoundRows rounds,
            SubmissionRows submissions,
            ConsolidationRows rows,
            ReportedIndicators indicators,
            Organization organization,
            UnitHierarchy hierarchy,
            Accounts accounts,
            Values values,
            AuditLog audit,
            Clock clock) {
        this.rounds = rounds;
        this.submissions = submissions;
        this.rows = rows;
        this.indicators = indicators;
        this.organization = organization;
        this.hierarchy = hierarchy;
        this.accounts = accounts;
        this.values = values;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins the consolidated report of a round from what is accepted so far; the same one again where it is begun. */
    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public ConsolidationId begin(Actor actor, RoundId round) {
        requireOwn(actor, rounds.one(round).unit());
        Optional<ConsolidationHead> begun = rows.of(round);
        if (begun.isPresent()) {
            return begun.get().id();
        }
        ConsolidationId id = rows.insert(actor, round, SYMBOL);
        ConsolidatedReport report = written(rows.one(id));
        report.sections().forEach(passage -> takeIn(actor, id, passage));
        audit.record(actor, "begun", "consolidation", id, Map.of("round", round, "accepted", report.accepted()));
        return id;
    }

    /** The report as it is written, with all it is made of; of another unit only what was issued. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public ConsolidatedReport read(Actor actor, ConsolidationId id) {
        return written(inSight(actor, id));
    }

    /** What the report says: as it is written, or as it was approved. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public ReportContent content(Actor actor, ConsolidationId id) {
        ConsolidationHead head = inSight(actor, id);
        return isApproved(head) ? rows.edition(head) : read(actor, id).content();
    }

    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public ConsolidationHead head(Actor actor, ConsolidationId id) {
        return inSight(actor, id);
    }

    /** What was done to the report, newest first; for people of the unit. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public List<AuditLog.Entry> history(Actor actor, ConsolidationId id) {
        return hierarchy.isOwn(actor, inSight(actor, id).round().unit())
                ? audit.historyOf(actor.province(), "consolidation", id)
                : List.of();
    }

    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public void saveSection(Actor actor, ConsolidationId id, Section section, String text, long version) {
        editable(actor, id);
        rows.saveSection(actor, id, section, text.strip(), version);
        audit.record(actor, "section-written", "consolidation", id, Map.of("section", section));
    }

    /** Puts behind a section what was accepted since it was gathered. */
    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public void takeIn(Actor actor, ConsolidationId id, Section section) {
        written(editable(actor, id)).sections().stream()
                .filter(passage -> passage.section() == section)
                .forEach(passage -> takeIn(actor, id, passage));
        audit.record(actor, "taken-in", "consolidation", id, Map.of("section", section));
    }

    private void takeIn(Actor actor, ConsolidationId id, GatheredPassage passage) {
        if (!passage.isBehind()) {
            return;
        }
        rows.saveSection(actor, id, passage.section(), Consolidator.takeIn(passage), passage.version());
        passage.sources()
                .forEach(source -> rows.take(id, new Taken(passage.section(), source.submission(), source.edition())));
    }

    /** Sets a number against the sum; the sum is kept beside it, with the reason. */
    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public void editFigure(
            Actor actor, ConsolidationId id, IndicatorId indicator, Slot slot, BigDecimal number, String reason) {
        SummedFigure figure = figure(editable(actor, id), indicator);
        if (reason.isBlank()) {
            throw new Refused("reporting.refused.no-reason");
        }
        if (number.signum() < 0) {
            throw new Refused("reporting.refused.negative");
        }
        rows.edit(actor, id, Figure.cell(figure.figure().indicator(), slot), number, figure.sum(slot), reason.strip());
        audit.record(
                actor,
                "figure-edited",
                "consolidation",
                id,
                Map.of("indicator", indicator, "slot", slot, "number", number, "reason", reason));
    }

    /** Takes the sum again. */
    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public void undoEdit(Actor actor, ConsolidationId id, IndicatorId indicator, Slot slot) {
        SummedFigure figure = figure(editable(actor, id), indicator);
        rows.undoEdit(id, Figure.cell(figure.figure().indicator(), slot));
        audit.record(actor, "edit-undone", "consolidation", id, Map.of("indicator", indicator, "slot", slot));
    }

    /** Says whose figures are added where agencies and units below gave the same. */
    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public void choose(Actor actor, ConsolidationId id, IndicatorId indicator, Basis basis) {
        editable(actor, id);
        rows.setBasis(id, indicator, basis);
        audit.record(actor, "basis-chosen", "consolidation", id, Map.of("indicator", indicator, "basis", basis));
    }

    /** Hands it to the leader. */
    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public void propose(Actor actor, ConsolidationId id, long version) {
        ConsolidationHead head = own(actor, id);
        rows.move(actor, id, version, step(head, ConsolidationEvent.PROPOSE), null);
        audit.record(actor, "proposed", "consolidation", id, Map.of());
    }

    /** The leader gives it back with a remark. */
    @Authorised(action = Action.APPROVE, thing = Thing.REPORT)
    public void sendBack(Actor actor, ConsolidationId id, long version, String remark) {
        ConsolidationHead head = rows.one(id);
        if (remark.isBlank()) {
            throw new Refused("reporting.refused.no-remark");
        }
        rows.move(actor, id, version, step(head, ConsolidationEvent.SEND_BACK), remark.strip());
        audit.record(actor, "sent-back", "consolidation", id, Map.of("remark", remark));
    }

    /** The leader signs: what it says is kept, and its figures become the official ones of the unit. */
    @Authorised(action = Action.APPROVE, thing = Thing.REPORT)
    public void approve(Actor actor, ConsolidationId id, long version) {
        ConsolidationHead head = rows.one(id);
        ConsolidatedReport report = written(head);
        rows.move(actor, id, version, step(head, ConsolidationEvent.APPROVE), null);
        rows.keep(actor, id, report.content(), accounts.own(actor).position());
        writeOfficial(actor, head, report);
        audit.record(actor, "approved", "consolidation", id, Map.of("edition", head.edition() + 1));
    }

    private void writeOfficial(Actor actor, ConsolidationHead head, ConsolidatedReport report) {
        Unit unit = organization.unit(head.round().unit());
        Map<Cell, @Nullable BigDecimal> cells = new HashMap<>();
        for (SummedFigure summed : report.figures()) {
            Figure figure = summed.figure();
            for (Slot slot : Slot.of(figure.indicator(), true)) {
                cells.put(Figure.cell(figure.indicator(), slot), figure.number(slot));
            }
        }
        values.write(actor, officialSheet(unit, head), head.id().value(), ValueStatus.ACCEPTED, cells);
    }

    static Sheet officialSheet(Unit unit, ConsolidationHead head) {
        return new Sheet(unit.id(), unit.province(), unit.key(), head.round().period(), Sheet.OFFICIAL);
    }

    /** The number after the highest given under the symbol in the year. */
    @Authorised(action = Action.ISSUE, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public int nextNumber(Actor actor, ConsolidationId id) {
        return rows.nextNumber(rows.one(id), LocalDate.now(clock).getYear());
    }

    /** The office clerk gives number and date (Decree 30/2020/NĐ-CP, Article 15). */
    @Authorised(action = Action.ISSUE, thing = Thing.REPORT)
    public void issue(Actor actor, ConsolidationId id, long version, int number, LocalDate date) {
        ConsolidationHead head = rows.one(id);
        if (number < 1) {
            throw new Refused("reporting.refused.number");
        }
        ConsolidationState next = step(head, ConsolidationEvent.ISSUE);
        if (head.version() != version) {
            throw new Conflict("consolidation", id);
        }
        rows.number(head, number, date);
        rows.move(actor, id, version, next, null);
        audit.record(actor, "issued", "consolidation", id, Map.of("number", number, "date", date));
    }

    /**
     * Sends the issued report to the level above: into its round about the same time, else as one that arrived unasked.
     *
     * @return the report as the level above has it
     */
    @Authorised(action = Action.RECEIVE, thing = Thing.REPORT)
    public SubmissionId sendUp(Actor actor, ConsolidationId id, long version) {
        ConsolidationHead head = own(actor, id);
        ConsolidationState next = step(head, ConsolidationEvent.SEND_UP);
        Round round = head.round();
        UnitId above = organization.unit(round.unit()).parent();
        Agency standing = organization
                .standingAgency(round.unit())
                .orElseThrow(() -> new Refused("reporting.refused.no-standing-agency"));
        if (above == null) {
            throw new Refused("reporting.refused.nobody-above");
        }
        rows.move(actor, id, version, next, null);
        SubmissionId report = arriveAt(actor, head, above, standing);
        audit.record(actor, "sent-up", "consolidation", id, Map.of("report", report));
        return report;
    }

    private SubmissionId arriveAt(Actor actor, ConsolidationHead head, UnitId above, Agency standing) {
        Round round = head.round();
        Optional<RoundId> asked = rounds.about(above, round.kind(), round.period(), round.parentPlan())
                .filter(one -> rounds.dueOf(one, standing.id()).isPresent());
        Optional<ReportHead> before = asked.isPresent()
                ? submissions.of(asked.get(), standing.id())
                : submissions.arrived(above, standing.id(), round.kind(), round.period());
        if (before.isPresent() && before.get().state().arrived()) {
            throw new Refused("reporting.refused.already-sent");
        }
        SubmissionId report = before.map(ReportHead::id)
                .orElseGet(() -> submissions.insert(
                        actor,
                        asked.orElse(null),
                        above,
                        standing.id(),
                        round.kind(),
                        round.period(),
                        round.cutOff(),
                        true,
                        head.id()));
        submissions.becomeConsolidated(report, head.id());
        submissions.keep(actor, report, rows.edition(head));
        ReportHead arriving = submissions.one(report);
        submissions.move(
                actor,
                report,
                arriving.version(),
                Lifecycle.OF_SUBMISSION.step(arriving.state(), Lifecycle.SubmissionEvent.SUBMIT));
        audit.record(actor, "submitted", "report", report, Map.of("consolidation", head.id()));
        return report;
    }

    /** The report in its official form: a draft until it has its number. */
    @Authorised(action = Action.VIEW, thing = Thing.REPORT)
    @Transactional(readOnly = true)
    public OfficialDocument document(Actor actor, ConsolidationId id) {
        ConsolidationHead head = inSight(actor, id);
        Unit unit = organization.unit(head.round().unit());
        Agency receiver = unit.parent() == null
                ? null
                : organization.standingAgency(unit.parent()).orElse(null);
        return new ReportDocument(head, content(actor, id), unit, receiver, yearBefore(head, unit)).compose();
    }

    private List<Figure> yearBefore(ConsolidationHead head, Unit unit) {
        Period period = head.round().period();
        Period before = new Period(period.kind(), period.start().minusYears(1));
        Map<Cell, Values.Value> official =
                values.read(new Sheet(unit.id(), unit.province(), unit.key(), before, Sheet.OFFICIAL));
        return indicators.of(head.round().plan()).stream()
                .map(one -> Figure.of(one, true, official, "", 0))
                .toList();
    }

    private ConsolidatedReport written(ConsolidationHead head) {
        Round round = head.round();
        List<Accepted> accepted = submissions.accepted(round.id());
        Map<IndicatorId, Basis> bases = rows.bases(head.id());
        Map<Cell, Edit> edits = rows.edits(head.id());
        Map<Section, Passage> passages = rows.sections(head.id());
        Set<Taken> taken = rows.taken(head.id());
        Map<IndicatorId, List<Owner>> owners = indicators.owners(round.plan());
        List<GatheredPassage> sections = new ArrayList<>();
        for (Section section : Section.values()) {
            sections.add(Consolidator.gather(section, round.unit(), passages.get(section), accepted, taken));
        }
        return new ConsolidatedReport(
                head,
                indicators.of(round.plan()).stream()
                        .map(one -> Consolidator.sum(
                                one,
                                round.unit(),
                                accepted,
                                bases.get(one.id()),
                                edits,
                                owners.getOrDefault(one.id(), List.of())))
                        .toList(),
                sections,
                Consolidator.tasks(accepted),
                accepted.size(),
                rounds.reporters(round.id()));
    }

    private SummedFigure figure(ConsolidationHead head, IndicatorId indicator) {
        return written(head).figures().stream()
                .filter(summed -> summed.figure().indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator", indicator));
    }

    private static boolean isApproved(ConsolidationHead head) {
        return head.state().compareTo(ConsolidationState.APPROVED) >= 0;
    }

    private static ConsolidationState step(ConsolidationHead head, ConsolidationEvent event) {
        return Lifecycle.OF_CONSOLIDATION.step(head.state(), event);
    }

    private ConsolidationHead inSight(Actor actor, ConsolidationId id) {
        ConsolidationHead head = rows.one(id);
        if (!head.isInSightOf(actor, hierarchy)) {
            throw new NotFound("consolidation", id);
        }
        return head;
    }

    private ConsolidationHead own(Actor actor, ConsolidationId id) {
        ConsolidationHead head = rows.one(id);
        requireOwn(actor, head.round().unit());
        return head;
    }

    private ConsolidationHead editable(Actor actor, ConsolidationId id) {
        ConsolidationHead head = own(actor, id);
        if (head.state() != ConsolidationState.DRAFT) {
            throw new Refused("reporting.refused.consolidation-not-editable");
        }
        return head;
    }

    private void requireOwn(Actor actor, UnitId unit) {
        if (!hierarchy.isOwn(actor, unit)) {
            throw new AccessRefused("the report belongs to another unit than that of " + actor.account());
        }
    }
}
