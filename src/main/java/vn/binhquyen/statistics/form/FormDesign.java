package vn.binhquyen.statistics.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.audit.FieldChanges;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.statistics.DataElement;

/**
 * Making forms. A draft may hold what is not finished yet; what is in use is never changed, a new edition takes its place
 * from a day on, and what was filled in the old one stays as it was.
 */
@Service
@Transactional
public class FormDesign {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final FormRows rows;
    private final FormCheck check;
    private final FormSheetRows sheets;
    private final AuditLog audit;
    private final Clock clock;

    FormDesign(FormRows rows, FormCheck check, FormSheetRows sheets, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.check = check;
        this.sheets = sheets;
        this.audit = audit;
        this.clock = clock;
    }

    /** A form in the hands of who may change it. */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public FormDefinition look(FormId id) {
        return rows.one(id);
    }

    /** What is wrong with it as it stands; none where it may be asked for. */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<FormFault> faults(FormId id) {
        return check.faults(rows.one(id));
    }

    /** The elements that hold where the form is asked for and whose name or code has all the words; at most 40. */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    @Transactional(readOnly = true)
    public List<DataElement> search(FormId id, String words) {
        return check.search(rows.one(id).head(), words.strip());
    }

    /** @throws Refused where another form has the code */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public FormId begin(Actor actor, FormHead head) {
        requireFreeCode(head);
        FormId id = rows.insert(head, 1, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "form-begun", "form", id, Map.of("code", head.code(), "name", head.nameVi()));
        return id;
    }

    /**
     * Says anew what the draft is called, who is asked for it and when. An edition after the first keeps its code.
     *
     * @throws Conflict where somebody else changed it since the actor saw it, or it is no draft any more
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void describe(Actor actor, FormId id, FormHead head, long version) {
        FormDefinition before = rows.one(id);
        if (!head.code().equals(before.head().code())) {
            if (before.edition() > 1) {
                throw new Refused("form.code.kept", before.head().code());
            }
            requireFreeCode(head);
        }
        rows.update(id, head, version, OffsetDateTime.now(clock), actor.account());
        audit.recordChange(
                actor,
                "form-changed",
                "form",
                id,
                FieldChanges.between(before.head(), head).all());
    }

    /**
     * Gives the draft its grids, finished or not.
     *
     * @throws Conflict where somebody else changed it since the actor saw it, or it is no draft any more
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void arrange(Actor actor, FormId id, List<FormSection> sections, long version) {
        FormDefinition before = rows.one(id);
        rows.update(id, before.head(), version, OffsetDateTime.now(clock), actor.account());
        rows.replaceSections(id, sections);
        audit.record(
                actor,
                "form-arranged",
                "form",
                id,
                Map.of(
                        "sections",
                        sections.size(),
                        "rows",
                        sections.stream()
                                .mapToInt(section -> section.rows().size())
                                .sum()));
    }

    /**
     * A new draft of a form in use, as it stands, for the periods from the next one on.
     *
     * @throws Refused where it is not in use, or somebody began one already
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public FormId newEdition(Actor actor, FormId id) {
        FormDefinition present = rows.one(id);
        if (present.state() != FormState.ACTIVE) {
            throw new Refused("form.not-active");
        }
        if (rows.hasDraft(present.head().code())) {
            throw new Refused("form.draft-exists", present.head().code());
        }
        FormHead head = present.head().from(present.head().nextFrom(LocalDate.now(clock)));
        FormId draft = rows.insert(head, rows.lastEdition(head.code()) + 1, OffsetDateTime.now(clock), actor.account());
        rows.replaceSections(draft, present.sections());
        audit.record(actor, "form-edition-begun", "form", draft, Map.of("code", head.code(), "from", head.from()));
        return draft;
    }

    /**
     * The draft is asked for from its day on; the edition before it until the day before.
     *
     * @throws Refused where something is wrong with it, or units already filled periods of it in the edition before
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void activate(Actor actor, FormId id, long version) {
        FormDefinition draft = rows.one(id);
        if (draft.state() != FormState.DRAFT) {
            throw new Refused("form.not-draft");
        }
        List<FormFault> faults = check.faults(draft);
        if (!faults.isEmpty()) {
            throw new Refused("form.has-faults", faults.size());
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate from = draft.head().from();
        for (FormDefinition earlier : rows.inUse(draft.head().code())) {
            if (!earlier.head().from().isBefore(from)) {
                throw new Refused("form.from.not-later", earlier.head().from().format(DAY));
            }
            sheets.lastBegun(earlier.key())
                    .filter(period -> !earlier.head().cutOff().to(period).isBefore(from))
                    .ifPresent(period -> {
                        throw new Refused(
                                "form.from.begun",
                                earlier.head().cutOff().to(period).format(DAY));
                    });
            if (earlier.lastDay() == null || !earlier.lastDay().isBefore(from)) {
                rows.move(earlier.id(), FormState.RETIRED, from.minusDays(1), earlier.version(), now, actor.account());
            }
        }
        rows.move(id, FormState.ACTIVE, null, version, now, actor.account());
        audit.record(
                actor,
                "form-activated",
                "form",
                id,
                Map.of("code", draft.head().code(), "edition", draft.edition(), "from", from));
    }

    /**
     * No period whose cut-off comes after the day is asked for; those before still are.
     *
     * @throws Conflict where somebody else changed it since the actor saw it
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void retire(Actor actor, FormId id, LocalDate lastDay, long version) {
        FormDefinition form = rows.one(id);
        if (form.state() != FormState.ACTIVE) {
            throw new Refused("form.not-active");
        }
        if (lastDay.isBefore(form.head().from())) {
            throw new Refused("form.ends-before", form.head().from().format(DAY));
        }
        rows.move(id, FormState.RETIRED, lastDay, version, OffsetDateTime.now(clock), actor.account());
        audit.record(
                actor, "form-retired", "form", id, Map.of("code", form.head().code(), "lastDay", lastDay));
    }

    /**
     * Throws a draft away.
     *
     * @throws Conflict where somebody else changed it since the actor saw it, or it is no draft any more
     */
    @Authorised(action = Action.MANAGE, thing = Thing.INDICATOR)
    public void discard(Actor actor, FormId id, long version) {
        FormDefinition form = rows.one(id);
        rows.delete(id, version);
        audit.record(
                actor, "form-discarded", "form", id, Map.of("code", form.head().code(), "edition", form.edition()));
    }

    private void requireFreeCode(FormHead head) {
        if (rows.lastEdition(head.code()) > 0) {
            throw new Refused("form.code.taken", head.code());
        }
    }
}
