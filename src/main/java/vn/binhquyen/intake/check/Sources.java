package vn.binhquyen.intake.check;

import vn.binhquyen.intake.Finding.Kind;
import vn.binhquyen.intake.Finding.Source;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.intake.knowledge.ObsoleteBody;

/** Names the entry on which a doubt rests. */
final class Sources {

    private Sources() {}

    static Source of(LegalDocument entry) {
        return new Source(Kind.LEGAL_DOCUMENT, entry.number(), entry.source(), entry.confirmed());
    }

    static Source of(ObsoleteBody entry) {
        return new Source(Kind.OBSOLETE_BODY, entry.name(), entry.source(), entry.confirmed());
    }
}
