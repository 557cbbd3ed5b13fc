package vn.binhquyen.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.ReadPlan.Issuer;
import vn.binhquyen.intake.ReadPlan.LegalBasis;
import vn.binhquyen.kernel.PartialDate;

/** What the head of an official document says that is no plan: a report, a decision, a letter. */
public record KnownDocument(
        DocumentType documentType,
        @Nullable String number,
        @Nullable Issuer issuer,
        @Nullable PartialDate issuedOn,
        @Nullable String title,
        List<LegalBasis> legalBases) {}
