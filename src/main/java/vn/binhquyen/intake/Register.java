package vn.binhquyen.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.intake.knowledge.RegisterEntry;
import vn.binhquyen.intake.knowledge.RegisterRows;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/** A list of facts from which the rules read; read by everybody, kept by administrators. */
@Transactional
public abstract class Register<E extends RegisterEntry> {
    private static final int PAGE = 50;
    private static final int EXPORT = 10_000;

    private final RegisterRows<E> rows;
    private final String thing;
    private final String taken;
    private final AuditLog audit;
    private final Clock clock;

    /**
     * @param thing what the audit calls an entry
     * @param taken key of the sentence that says that there is such an entry already
     */
    Register(RegisterRows<E> rows, String thing, String taken, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.thing = thing;
        this.taken = taken;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of fifty. */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public RegisterPage<E> page(RegisterFilter filter) {
        List<Kept<E>> found = rows.find(filter, LocalDate.now(clock), PAGE + 1);
        return found.size() <= PAGE
                ? new RegisterPage<>(found, null)
                : new RegisterPage<>(found.subList(0, PAGE), found.get(PAGE - 1).id());
    }

    /** All that the filter lets through, for a spreadsheet; at most 10 000. */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public List<Kept<E>> export(RegisterFilter filter) {
        return rows.find(filter, LocalDate.now(clock), EXPORT);
    }

    /** @throws NotFound where there is no such entry */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public Kept<E> one(EntryId id) {
        return rows.one(id);
    }

    /** @throws Refused where there is such an entry already */
    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public EntryId add(Actor actor, E entry) {
        if (rows.isTaken(entry, null)) {
            throw new Refused(taken, entry.name());
        }
        EntryId id = rows.insert(entry, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "added", thing, id, Map.of("name", entry.name()));
        return id;
    }

    /**
     * @throws Conflict where somebody else changed it since the actor saw it
     * @throws Refused where another entry says the same
     */
    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public void change(Actor actor, EntryId id, E entry, long version) {
        if (rows.isTaken(entry, id)) {
            throw new Refused(taken, entry.name());
        }
        E before = rows.one(id).entry();
        rows.update(id, entry, version, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "changed", thing, id, Map.of("from", before.toString(), "to", entry.toString()));
    }

    /** @throws Conflict where somebody else changed it since the actor saw it */
    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public void remove(Actor actor, EntryId id, long version) {
        E entry = rows.one(id).entry();
        rows.delete(id, version);
        audit.record(actor, "removed", thing, id, Map.of("entry", entry.toString()));
    }
}
