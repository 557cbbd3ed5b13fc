package vn.binhquyen.statistics.entry;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.entry.EntryRows.Begun;
import vn.binhquyen.statistics.entry.EntryRows.Said;
import vn.binhquyen.statistics.entry.EntryRows.Standing;
import vn.binhquyen.statistics.form.AskedSheet;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormCell;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.statistics.form.Forms;
import vn.binhquyen.statistics.quality.Finding;
import vn.binhquyen.statistics.quality.LockedFigures;
import vn.binhquyen.statistics.quality.LockedFigures.Look;
import vn.binhquyen.statistics.quality.QualityChecks;
import vn.binhquyen.statistics.quality.Severity;

/**
 * The desk at which a unit's figures are entered. Several people may sit at it: who changes a cell says what they saw in it,
 * and where another one stands there now, both are shown and a person decides. Only who may enter there sees it.
 */
@Service
@Transactional
public class Entries {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_REMARK = 2_000;

    private final Forms forms;
    private final Elements elements;
    private final Values values;
    private final LockedFigures locked;
    private final QualityChecks checks;
    private final EntryRows rows;
    private final ParcelQueue queue;
    private final Clock clock;

    Entries(
            Forms forms,
            Elements elements,
            Values values,
            LockedFigures locked,
            QualityChecks checks,
            EntryRows rows,
            ParcelQueue queue,
            Clock clock) {
        this.forms = forms;
        this.elements = elements;
        this.values = values;
        this.locked = locked;
        this.checks = checks;
        this.rows = rows;
        this.queue = queue;
        this.clock = clock;
    }

    /** The form with all that stands in its cells. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public EntrySheet sheet(FormSheet sheet) {
        AskedSheet asked = forms.asked(sheet);
        FormDefinition form = asked.form();
        Map<Integer, DataElement> known = elementsOf(form.elements());
        Look look = look(asked);
        Refused closed =
                ClosedSheet.why(asked, sheet, look, LocalDate.now(clock)).orElse(null);
        if (look == null) {
            return new EntrySheet(
                    sheet, form, closed, null, null, Map.of(), known, cells(form, Map.of(), Map.of(), Map.of(), false));
        }
        Sheet place = look.sheet();
        Period before = sheet.period().previous();
        Map<Period, Map<CellKey, Standing>> figures = rows.figures(place, known.keySet(), sheet.period(), before);
        Begun begun = rows.begun(form.key(), place).orElse(null);
        return new EntrySheet(
                sheet,
                form,
                closed,
                begun == null ? null : begun.sentAt(),
                begun == null ? null : begun.sentBy(),
                look.locked(),
                known,
                cells(
                        form,
                        figures.getOrDefault(sheet.period(), Map.of()),
                        figures.getOrDefault(before, Map.of()),
                        rows.said(place),
                        begun != null && begun.sentAt() != null));
    }

    private static Map<CellKey, EntryCell> cells(
            FormDefinition form,
            Map<CellKey, Standing> now,
            Map<CellKey, Standing> before,
            Map<CellKey, Said> said,
            boolean sent) {
        Map<CellKey, EntryCell> cells = new HashMap<>();
        for (FormCell cell : form.cells()) {
            Standing standing = now.get(cell.key());
            Standing earlier = before.get(cell.key());
            Said words = said.getOrDefault(cell.key(), new Said(0, false));
            cells.put(
                    cell.key(),
                    new EntryCell(
                            standing == null ? null : standing.number(),
                            standing == null ? null : standing.status(),
                            standing == null ? null : standing.by(),
                            standing == null ? null : standing.at(),
                            earlier == null ? null : earlier.number(),
                            words.remarks(),
                            words.flagged(),
                            locked(standing, sent)));
        }
        return cells;
    }

    /**
     * Takes what was typed. What can be saved is, whatever becomes of the rest.
     *
     * @param change how the browser calls the parcel: sent again after a broken line, it counts once
     */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<CellKey, Outcome> save(Actor actor, FormSheet sheet, UUID change, List<CellChange> changes) {
        return queue.take(new Parcel(actor, AuditLog.address(), sheet, change, changes, null));
    }

    /**
     * Changes figures that were sent in.
     *
     * @throws Refused where no reason is given
     */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<CellKey, Outcome> correct(
            Actor actor, FormSheet sheet, UUID change, List<CellChange> changes, String reason) {
        String why = reason.strip();
        if (why.isEmpty()) {
            throw new Refused("entry.reason.missing");
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refused("entry.reason.long", LONGEST_REASON);
        }
        return queue.take(new Parcel(actor, AuditLog.address(), sheet, change, changes, why));
    }

    /** Sends the form in; where something is missing it stays, and is told what. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public List<Problem> submit(Actor actor, FormSheet sheet) {
        AskedSheet asked = forms.asked(sheet);
        Look look = look(asked);
        Refused closed =
                ClosedSheet.why(asked, sheet, look, LocalDate.now(clock)).orElse(null);
        if (closed != null || look == null) {
            throw Objects.requireNonNull(closed);
        }
        rows.lock(look.sheet());
        Begun begun = rows.begin(asked.form().key(), look.sheet());
        if (begun.sentAt() != null) {
            throw new Refused("entry.sent.already");
        }
        EntrySheet present = sheet(sheet);
        if (addUp(actor, present, look, begun)) {
            present = sheet(sheet);
        }
        List<Problem> problems = problems(present);
        problems.addAll(found(present));
        if (problems.isEmpty()) {
            forms.send(actor, sheet);
        }
        return problems;
    }

    /**
     * Makes those totals whose parts came by another way than this page; one that was sent in is left as it is.
     *
     * @return whether there were any
     */
    private boolean addUp(Actor actor, EntrySheet present, Look look, Begun begun) {
        Map<Cell, @Nullable BigDecimal> made = new LinkedHashMap<>();
        Totals.of(present.form().cells(), present.numbers()).forEach((key, total) -> {
            EntryCell cell = Objects.requireNonNull(present.cells().get(key));
            if (!cell.locked() && !look.locked().containsKey(key.element()) && !Taking.same(total, cell.number())) {
                made.put(key.cell(), total);
            }
        });
        if (!made.isEmpty()) {
            values.write(actor, look, new Values.Act(begun.origin(), null, null), ValueStatus.DRAFT, made);
        }
        return !made.isEmpty();
    }

    private static List<Problem> problems(EntrySheet sheet) {
        List<Problem> problems = new ArrayList<>();
        Map<CellKey, BigDecimal> numbers = sheet.numbers();
        Map<CellKey, @Nullable BigDecimal> totals = Totals.of(sheet.form().cells(), numbers);
        for (FormCell cell : sheet.form().cells()) {
            boolean asked = sheet.asksFor(row(sheet.form(), cell).shownIf());
            BigDecimal number = numbers.get(cell.key());
            if (cell.computed()) {
                BigDecimal total = totals.get(cell.key());
                if (number != null && (total == null || number.compareTo(total) != 0)) {
                    problems.add(new Problem(cell.key(), "entry.problem.total"));
                }
            } else if (asked && cell.required() && number == null) {
                problems.add(new Problem(cell.key(), "entry.problem.missing"));
            } else if (!asked && number != null) {
                problems.add(new Problem(cell.key(), "entry.problem.not-asked"));
            }
        }
        return problems;
    }

    /** What can't be right, and the unit has not said why it is so. */
    private List<Problem> found(EntrySheet sheet) {
        return findings(sheet).stream()
                .filter(finding -> finding.severity() == Severity.ERROR && !finding.explained())
                .map(finding -> new Problem(
                        new CellKey(
                                finding.key().cell().element(),
                                finding.key().cell().breakdown()),
                        "entry.problem.finding",
                        finding))
                .toList();
    }

    /** What is odd in the figures of the form as they stand, worst first. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<Finding> findings(FormSheet sheet) {
        return findings(sheet(sheet));
    }

    private List<Finding> findings(EntrySheet sheet) {
        return checks.check(sheet.sheet().unit(), sheet.sheet().period()).stream()
                .filter(finding -> finding.element() != null
                        && sheet.elements().containsKey(finding.element().key()))
                .toList();
    }

    private static FormRow row(FormDefinition form, FormCell cell) {
        return form.sections().stream()
                .filter(section -> section.place() == cell.section())
                .flatMap(section -> section.rows().stream())
                .filter(row -> row.place() == cell.row())
                .findFirst()
                .orElseThrow();
    }

    /** Says something about a cell, or that it wants a second look, or no longer does. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public void remark(Actor actor, FormSheet sheet, CellKey cell, boolean flagged, String text) {
        Sheet place = cellOf(sheet, cell);
        String words = text.strip();
        if (words.length() > LONGEST_REMARK) {
            throw new Refused("entry.remark.long", LONGEST_REMARK);
        }
        boolean before = rows.said(place).getOrDefault(cell, new Said(0, false)).flagged();
        if (words.isEmpty() && before == flagged) {
            throw new Refused("entry.remark.empty");
        }
        rows.remark(place, cell, flagged, words, OffsetDateTime.now(clock), actor.account());
    }

    /** What stood in a cell and what was said about it. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public CellHistory history(FormSheet sheet, CellKey cell) {
        Sheet place = cellOf(sheet, cell);
        return new CellHistory(rows.steps(place, cell), rows.remarks(place, cell));
    }

    private Sheet cellOf(FormSheet sheet, CellKey cell) {
        AskedSheet asked = forms.asked(sheet);
        if (asked.form().cells().stream().noneMatch(each -> each.key().equals(cell))) {
            throw new NotFound("cell of the form", cell);
        }
        if (asked.place() == null) {
            throw new NotFound("unit in the period", sheet.unit());
        }
        return asked.place();
    }

    /** Null where there was no such unit in the period. */
    private @Nullable Look look(AskedSheet asked) {
        return asked.place() == null
                ? null
                : locked.look(asked.place(), asked.form().elements());
    }

    private Map<Integer, DataElement> elementsOf(Set<Integer> keys) {
        return elements.withKeys(keys).stream().collect(toMap(DataElement::key, Function.identity()));
    }

    private static boolean locked(@Nullable Standing standing, boolean sent) {
        return sent || (standing != null && standing.status() != ValueStatus.DRAFT);
    }
}
