package vn.binhquyen.intake;

import java.time.Clock;
import org.springframework.stereotype.Service;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.intake.knowledge.LegalDocumentRows;

/** The register of legal documents that the rules about citations read. */
@Service
public class LegalDocuments extends Register<LegalDocument> {
    LegalDocuments(LegalDocumentRows rows, AuditLog audit, Clock clock) {
        super(rows, "legal-document", "register.document.taken", audit, clock);
    }
}
