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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormCell;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.statistics.form.Forms;
import vn.binhquyen.statistics.quality.Finding;
import vn.binhquyen.statistics.quality.LockedFigures;
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
    private final Clock clock;

    Entries(
            Forms forms,
            Elements elements,
            Values values,
            LockedFigures locked,
            QualityChecks checks,
            EntryRows rows,
            Clock clock) {
        this.forms = forms;
        this.elements = elements;
        this.values = values;
        this.locked = locked;
        this.checks = checks;
        this.rows = rows;
        this.clock = clock;
    }

    /** The form with all that stands in its cells. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public EntrySheet sheet(FormSheet sheet) {
        FormDefinition form = form(sheet);
        Optional<Sheet> place = rows.place(sheet);
        Map<Integer, DataElement> known = elementsOf(form);
        Map<Integer, Refused> locks = locks(place, known);
        Refused closed = closed(form, sheet, place, locks);
        if (place.isEmpty()) {
            return new EntrySheet(
                    sheet, form, closed, null, null, locks, known, cells(form, Map.of(), Map.of(), Map.of(), false));
        }
        Period before = sheet.period().previous();
        Map<Period, Map<CellKey, Standing>> figures = rows.figures(place.get(), known.keySet(), sheet.period(), before);
        Begun begun = rows.begun(form.key(), place.get()).orElse(null);
        return new EntrySheet(
                sheet,
                form,
                closed,
                begun == null ? null : begun.sentAt(),
                begun == null ? null : begun.sentBy(),
                locks,
                known,
                cells(
                        form,
                        figures.getOrDefault(sheet.period(), Map.of()),
                        figures.getOrDefault(before, Map.of()),
                        rows.said(place.get()),
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
    public Map<CellKey, Outcome> save(Actor actor, FormSheet sheet, UUID change, List<CellChange> changes) {
        return take(actor, sheet, change, changes, null);
    }

    /**
     * Changes figures that were sent in.
     *
     * @throws Refused where no reason is given
     */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public Map<CellKey, Outcome> correct(
            Actor actor, FormSheet sheet, UUID change, List<CellChange> changes, String reason) {
        String why = reason.strip();
        if (why.isEmpty()) {
            throw new Refused("entry.reason.missing");
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refused("entry.reason.long", LONGEST_REASON);
        }
        return take(actor, sheet, change, changes, why);
    }

    private Map<CellKey, Outcome> take(
            Actor actor, FormSheet sheet, UUID change, List<CellChange> changes, @Nullable String reason) {
        FormDefinition form = form(sheet);
        Optional<Sheet> place = rows.place(sheet);
        Map<Integer, DataElement> known = elementsOf(form);
        Map<Integer, Refused> locks = locks(place, known);
        Refused closed = closed(form, sheet, place, locks);
        if (closed != null || place.isEmpty()) {
            Refused why = Objects.requireNonNullElseGet(closed, Entries::ended);
            String code = why.arguments().isEmpty() ? why.code() : Taking.SHUT;
            Map<CellKey, Outcome> outcomes = new LinkedHashMap<>();
            changes.forEach(each -> outcomes.put(each.cell(), new Outcome.Refused(code)));
            return outcomes;
        }
        rows.lock(place.get());
        Begun begun = rows.begin(form.key(), place.get());
        Map<CellKey, Standing> standing =
                rows.figures(place.get(), known.keySet(), sheet.period()).getOrDefault(sheet.period(), Map.of());
        Taking taking = new Taking(
                form.cells(),
                known,
                standing,
                rows.counted(place.get(), begun.origin(), change, actor.account(), known.keySet()),
                locks.keySet(),
                begun.sentAt() != null,
                reason != null);
        Map<CellKey, Outcome> outcomes = taking.take(changes);
        outcomes.replaceAll((key, outcome) -> outcome instanceof Outcome.Clash clash && clash.at() == null
                ? rows.takenAway(place.get(), key).orElse(clash)
                : outcome);
        if (!taking.puts().isEmpty()) {
            Map<Cell, @Nullable BigDecimal> numbers = new LinkedHashMap<>();
            taking.puts().forEach((key, number) -> numbers.put(key.cell(), number));
            values.write(
                    actor,
                    place.get(),
                    new Values.Act(begun.origin(), change, reason),
                    reason == null ? ValueStatus.DRAFT : ValueStatus.SUBMITTED,
                    numbers);
        }
        return outcomes;
    }

    /** Sends the form in; where something is missing it stays, and is told what. */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public List<Problem> submit(Actor actor, FormSheet sheet) {
        FormDefinition form = form(sheet);
        Optional<Sheet> place = rows.place(sheet);
        Refused closed = closed(form, sheet, place, locks(place, elementsOf(form)));
        if (closed != null || place.isEmpty()) {
            throw Objects.requireNonNullElseGet(closed, Entries::ended);
        }
        rows.lock(place.get());
        Begun begun = rows.begin(form.key(), place.get());
        if (begun.sentAt() != null) {
            throw new Refused("entry.sent.already");
        }
        EntrySheet present = sheet(sheet);
        List<Problem> problems = problems(present);
        problems.addAll(found(present));
        if (problems.isEmpty()) {
            fillTotals(actor, present, place.get(), begun);
            forms.send(actor, sheet);
        }
        return problems;
    }

    /** Those whose parts came by another way than this page. */
    private void fillTotals(Actor actor, EntrySheet present, Sheet place, Begun begun) {
        Map<CellKey, BigDecimal> numbers = present.numbers();
        Map<Cell, @Nullable BigDecimal> missing = new LinkedHashMap<>();
        Totals.of(present.form().cells(), numbers).forEach((key, total) -> {
            if (total != null && !numbers.containsKey(key)) {
                missing.put(key.cell(), total);
            }
        });
        if (!missing.isEmpty()) {
            values.write(actor, place, new Values.Act(begun.origin(), null, null), ValueStatus.DRAFT, missing);
        }
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
        if (form(sheet).cells().stream().noneMatch(each -> each.key().equals(cell))) {
            throw new NotFound("cell of the form", cell);
        }
        return rows.place(sheet).orElseThrow(() -> new NotFound("unit in the period", sheet.unit()));
    }

    private FormDefinition form(FormSheet sheet) {
        return forms.form(sheet.form()).orElseThrow(() -> new NotFound("form", sheet.form()));
    }

    /** Why nothing can be entered; null where it can. */
    private @Nullable Refused closed(
            FormDefinition form, FormSheet sheet, Optional<Sheet> place, Map<Integer, Refused> locks) {
        if (sheet.period().kind() == form.head().periodKind()
                && form.head().cutOff().from(sheet.period()).isAfter(LocalDate.now(clock))) {
            return new Refused("entry.closed.future");
        }
        if (place.isEmpty()) {
            return ended();
        }
        if (forms.owed(sheet).isEmpty()) {
            return new Refused("entry.closed.not-asked");
        }
        boolean all = form.cells().stream()
                .allMatch(cell -> locks.containsKey(cell.key().element()));
        return all ? locks.values().stream().findFirst().orElse(null) : null;
    }

    private static Refused ended() {
        return new Refused("entry.closed.ended");
    }

    private Map<Integer, Refused> locks(Optional<Sheet> place, Map<Integer, DataElement> known) {
        return place.map(sheet -> locked.over(sheet, known.keySet())).orElse(Map.of());
    }

    private Map<Integer, DataElement> elementsOf(FormDefinition form) {
        Set<Integer> keys =
                form.cells().stream().map(cell -> cell.key().element()).collect(Collectors.toSet());
        return elements.withKeys(keys).stream().collect(toMap(DataElement::key, Function.identity()));
    }

    private static boolean locked(@Nullable Standing standing, boolean sent) {
        return sent || (standing != null && standing.status() != ValueStatus.DRAFT);
    }
}
