package vn.binhquyen.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.intake.knowledge.LegalDocumentRows;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/** The register of legal documents that the rules about citations read. Read by everybody, kept by administrators. */
@Service
@Transactional
public class LegalDocuments {
    private static final int PAGE = 50;
    private static final int EXPORT = 10_000;

    private final LegalDocumentRows rows;
    private final AuditLog audit;
    private final Clock clock;

    LegalDocuments(LegalDocumentRows rows, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of fifty. */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public RegisterPage<LegalDocumentId, LegalDocument> page(RegisterFilter filter) {
        List<Kept<LegalDocumentId, LegalDocument>> found = rows.find(filter, LocalDate.now(clock), PAGE + 1);
        return found.size() <= PAGE
                ? new RegisterPage<>(found, null)
                : new RegisterPage<>(
                        found.subList(0, PAGE), found.get(PAGE - 1).id().value());
    }

    /** All that the filter lets through, for a spreadsheet; at most 10 000. */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public List<Kept<LegalDocumentId, LegalDocument>> export(RegisterFilter filter) {
        return rows.find(filter, LocalDate.now(clock), EXPORT);
    }

    /** @throws NotFound where there is no such entry */
    @Authorised(action = Action.VIEW, thing = Thing.REFERENCE)
    @Transactional(readOnly = true)
    public Kept<LegalDocumentId, LegalDocument> one(LegalDocumentId id) {
        return rows.one(id);
    }

    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public LegalDocumentId add(Actor actor, LegalDocument entry) {
        if (rows.isTaken(entry, null)) {
            throw new Refused("register.document.taken", entry.number());
        }
        LegalDocumentId id = rows.insert(entry, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "added", "legal-document", id, Map.of("name", entry.number()));
        return id;
    }

    /** @throws Conflict where somebody else changed it since the actor saw it */
    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public void change(Actor actor, LegalDocumentId id, LegalDocument entry, long version) {
        if (rows.isTaken(entry, id)) {
            throw new Refused("register.document.taken", entry.number());
        }
        LegalDocument before = rows.one(id).entry();
        rows.update(id, entry, version, OffsetDateTime.now(clock), actor.account());
        audit.record(actor, "changed", "legal-document", id, Map.of("from", before.toString(), "to", entry.toString()));
    }

    /** @throws Conflict where somebody else changed it since the actor saw it */
    @Authorised(action = Action.MANAGE, thing = Thing.REFERENCE)
    public void remove(Actor actor, LegalDocumentId id, long version) {
        LegalDocument entry = rows.one(id).entry();
        rows.delete(id, version);
        audit.record(actor, "removed", "legal-document", id, Map.of("entry", entry.toString()));
    }
}
