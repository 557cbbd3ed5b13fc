package vn.binhquyen.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.intake.knowledge.ObsoleteBody;
import vn.binhquyen.intake.knowledge.ObsoleteBodyRows;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/** The list of bodies and tiers that ended, which the rule about obsolete bodies reads. Read by everybody, kept by administrators. */
@Service
@Transactional
public class ObsoleteBodyList {
    private static final int PAGE = 50;
    private static final int EXPORT = 10_000;

    private final ObsoleteBodyRows rows;
    private final AuditLog audit;
    private final Clock clock;

    ObsoleteBodyList(ObsoleteBodyRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of fifty. */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public RegisterPage<ObsoleteBodyId, ObsoleteBody> page(RegisterFilter filter) {
        List<Kept<ObsoleteBodyId, ObsoleteBody>> found = rows.find(filter, LocalDate.now(clock), PAGE + 1);
        return found.size() <= PAGE
                ? new RegisterPage<>(found, null)
                : new RegisterPage<>(
                        found.subList(0, PAGE), found.get(PAGE - 1).id().value());
    }

    /** All that the filter lets through, for a spreadsheet; at most 10 000. */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public List<Kept<ObsoleteBodyId, ObsoleteBody>> export(RegisterFilter filter) {
        return rows.find(filter, LocalDate.now(clock), EXPORT);
    }

    /** @throws NotFound where there is no such entry */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public Kept<ObsoleteBodyId, ObsoleteBody> one(ObsoleteBodyId id) {
        return rows.one(id);
    }

    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public ObsoleteBodyId add(Actor actor, ObsoleteBody entry) {
        if (rows.isTaken(entry, null)) {
            throw new Refused("register.body.taken", entry.name());
        }
        ObsoleteBodyId id = rows.insert(entry, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "added", "obsolete-body", id, Map.of("name", entry.name()));
        return id;
    }

    /** @throws Conflict where somebody else changed it since the actor saw it */
    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public void change(Actor actor, ObsoleteBodyId id, ObsoleteBody entry, long version) {
        if (rows.isTaken(entry, id)) {
            throw new Refused("register.body.taken", entry.name());
        }
        ObsoleteBody before = rows.one(id).entry();
        rows.update(id, entry, version, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "changed", "obsolete-body", id, Map.of("from", before.toString(), "to", entry.toString()));
    }

    /** @throws Conflict where somebody else changed it since the actor saw it */
    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public void remove(Actor actor, ObsoleteBodyId id, long version) {
        ObsoleteBody entry = rows.one(id).entry();
        rows.delete(id, version);
        audit.record(actor, "removed", "obsolete-body", id, Map.of("entry", entry.toString()));
    }
}
