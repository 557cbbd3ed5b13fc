package vn.binhquyen.statistics.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;

/** The forms, and who owes which one by when. */
@Service("figureForms")
@Transactional
public class Forms {
    private final FormRows rows;
    private final KeptForms kept;
    private final FormList list;
    private final OwedForms owed;
    private final FormSheetRows sheets;
    private final Elements elements;
    private final Breakdowns breakdowns;
    private final Values values;
    private final AuditLog audit;
    private final Clock clock;

    Forms(
            FormRows rows,
            KeptForms kept,
            FormList list,
            OwedForms owed,
            FormSheetRows sheets,
            Elements elements,
            Breakdowns breakdowns,
            Values values,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.kept = kept;
        this.list = list;
        this.owed = owed;
        this.sheets = sheets;
        this.elements = elements;
        this.breakdowns = breakdowns;
        this.values = values;
        this.audit = audit;
        this.clock = clock;
    }

    /** One edition of a form, whatever its state. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Optional<FormDefinition> form(FormId id) {
        return rows.find(id);
    }

    /**
     * The form with where the unit fills it, for who enters figures there; one query.
     *
     * @throws NotFound where there is no such form or unit
     */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public AskedSheet asked(FormSheet sheet) {
        return Objects.requireNonNull(asked(List.of(sheet)).get(sheet));
    }

    /**
     * The same for several; one query.
     *
     * @throws NotFound where there is no such form or unit of one of them
     */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Map<FormSheet, AskedSheet> asked(Collection<FormSheet> sheets) {
        Map<FormSheet, AskedSheet> asked = new HashMap<>();
        Set<FormSheet> outdated = asked(sheets, kept::find, asked);
        if (!outdated.isEmpty()) {
            asked(outdated, kept::read, asked);
        }
        return asked;
    }

    /** @return of which the form is another by now */
    private Set<FormSheet> asked(
            Collection<FormSheet> sheets,
            Function<FormId, Optional<FormDefinition>> found,
            Map<FormSheet, AskedSheet> asked) {
        Map<FormId, FormDefinition> forms = new HashMap<>();
        Map<FormSheet, LocalDate> cutOffs = new HashMap<>();
        for (FormSheet sheet : sheets) {
            FormDefinition form = forms.computeIfAbsent(
                    sheet.form(), id -> found.apply(id).orElseThrow(() -> new NotFound("form", id)));
            cutOffs.put(sheet, form.head().cutOff().to(sheet.period()));
        }
        Map<FormSheet, FormSheetRows.Asked> present = this.sheets.asked(cutOffs);
        LocalDate today = LocalDate.now(clock);
        Set<FormSheet> outdated = new HashSet<>();
        cutOffs.keySet().forEach(sheet -> {
            FormDefinition form = Objects.requireNonNull(forms.get(sheet.form()));
            FormSheetRows.Asked one = present.get(sheet);
            if (one == null) {
                throw new NotFound("form or unit", sheet);
            }
            if (one.version() != form.version()) {
                outdated.add(sheet);
            }
            boolean asks = one.ofUnit() && form.asksFor(sheet.period());
            asked.put(
                    sheet, new AskedSheet(form, one.place(), asks && OwedForms.hasBegun(form, sheet.period(), today)));
        });
        return outdated;
    }

    /** What the rows and columns of the form are called; two queries. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public FormLabels labels(FormDefinition form) {
        Set<Integer> used = form.sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(FormRow::element)
                .collect(Collectors.toSet());
        return new FormLabels(
                elements.withKeys(used).stream().collect(Collectors.toMap(DataElement::key, Function.identity())),
                breakdowns.named(form.sections().stream()
                        .flatMap(section -> section.allColumns().stream())
                        .collect(Collectors.toSet())));
    }

    /** The forms that concern the actor's unit; drafts only where they may be changed by the actor. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<FormLine> list(Actor actor, FormFilter filter) {
        return list.find(actor, filter);
    }

    /** What a unit owes as of the day: the periods that have begun, those that were not sent first, by due date. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<OwedForm> owedBy(UnitId unit, LocalDate today) {
        return owed.of(unit, today);
    }

    /** How far one sheet has come; empty where the unit does not owe the form for the period, or it has not begun. */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Optional<OwedForm> owed(FormSheet sheet) {
        return owed.one(sheet);
    }

    /**
     * Where the figures of the sheet stand: the official ones of its unit.
     *
     * @throws NotFound where there was no such unit in the period
     */
    @Authorised(action = Action.VIEW, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public Sheet sheet(FormSheet sheet) {
        return sheets.sheet(sheet);
    }

    /**
     * The origin under which the figures of the sheet are written; the first call begins it.
     *
     * @throws Refused where the unit does not owe the form for the period
     */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public UUID begin(Actor actor, FormSheet sheet) {
        requireOwed(sheet);
        return sheets.begin(sheet, sheets.sheet(sheet));
    }

    /**
     * The unit is done with the sheet; its figures count as submitted.
     *
     * @throws Refused where the unit does not owe the form for the period, or it was sent already
     */
    @Authorised(action = Action.WRITE, thing = Thing.INDICATOR)
    public void send(Actor actor, FormSheet sheet) {
        OwedForm owing = requireOwed(sheet);
        if (owing.state() == OwedForm.State.SENT) {
            throw new Refused("form.sent-already");
        }
        Sheet figures = sheets.sheet(sheet);
        UUID origin = sheets.begin(sheet, figures);
        sheets.send(sheet, figures, OffsetDateTime.now(clock), actor.account());
        values.settle(actor, figures, origin, ValueStatus.SUBMITTED);
        audit.record(
                actor,
                "form-sent",
                "form",
                sheet.form(),
                Map.of("unit", sheet.unit(), "period", sheet.period().key()));
    }

    private OwedForm requireOwed(FormSheet sheet) {
        return owed.one(sheet).orElseThrow(() -> new Refused("form.not-owed"));
    }
}
