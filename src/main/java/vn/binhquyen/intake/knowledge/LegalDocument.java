package vn.binhquyen.intake.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentType;

/**
 * A document that plans cite, and when it holds.
 *
 * @param inForceFrom null where not known, as {@code issuedOn}
 * @param lastDay last day on which it held; null while it holds
 * @param replacedBy what took its place, as plans cite it; null where nothing did
 * @param source where its facts were read
 * @param confirmed false where a fact was not confirmed in a published text
 */
public record LegalDocument(
        DocumentType type,
        String number,
        @Nullable LocalDate issuedOn,
        String issuer,
        String title,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate lastDay,
        @Nullable String replacedBy,
        String source,
        boolean confirmed)
        implements RegisterEntry {

    /** Its number: what a citation gives. */
    @Override
    public String name() {
        return number;
    }

    public boolean isOver(LocalDate on) {
        return lastDay != null && lastDay.isBefore(on);
    }

    /** "Nghị quyết số 28/NQ-CP" */
    public String cited() {
        return type.vietnamese() + " số " + number;
    }
}
