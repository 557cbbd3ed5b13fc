package vn.binhquyen.statistics.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;

/** The forms, and who owes which one by when. */
@Service("figureForms")
@Transactional
public class Forms {
    private final FormRows rows;
    private final OwedForms owed;
    private final FormSheetRows sheets;
    private final Values values;
    private final AuditLog audit;
    private final Clock clock;

    Forms(FormRows rows, OwedForms owed, FormSheetRows sheets, Values values, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.owed = owed;
        this.sheets = sheets;
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
