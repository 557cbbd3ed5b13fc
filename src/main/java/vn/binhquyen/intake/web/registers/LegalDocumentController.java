package vn.binhquyen.intake.web.registers;

import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Kept;
import vn.binhquyen.intake.LegalDocuments;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.kernel.Permits;

/** The register of legal documents. */
@Controller
@RequestMapping(LegalDocumentController.PATH)
class LegalDocumentController extends RegisterController<LegalDocument, LegalDocumentForm> {
    static final String PATH = "/legal-documents";

    private final LegalDocuments register;

    LegalDocumentController(LegalDocuments register, Permits permits, MessageSource messages, Clock clock) {
        super(
                register,
                new Pages(PATH, "intake/registers/legal-documents", "intake/registers/legal-document-form", "number"),
                permits,
                messages,
                clock);
        this.register = register;
    }

    @ModelAttribute("types")
    DocumentType[] types() {
        return DocumentType.values();
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> sheet(Asked asked, Locale locale) {
        return sheets(locale).documents(register.export(asked.filter()));
    }

    @Override
    LegalDocumentForm empty() {
        return LegalDocumentForm.empty();
    }

    @Override
    LegalDocumentForm filled(Kept<LegalDocument> kept) {
        return LegalDocumentForm.of(kept.entry(), kept.version());
    }
}
