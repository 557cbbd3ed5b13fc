package vn.binhquyen.intake.web.registers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.knowledge.LegalDocument;

/** What is typed about a legal document. @param version the one that was seen; null when it is new */
record LegalDocumentForm(
        @NotNull(message = "{register.document.type.missing}") @Nullable
        DocumentType type,

        @NotBlank(message = "{register.document.number.missing}")
        @Size(max = 60, message = "{register.too-long}")
        @Nullable
        String number,

        @Nullable String issuedOn,

        @NotBlank(message = "{register.document.issuer.missing}")
        @Size(max = 200, message = "{register.too-long}")
        @Nullable
        String issuer,

        @NotBlank(message = "{register.document.title.missing}")
        @Size(max = 1000, message = "{register.too-long}")
        @Nullable
        String title,

        @Nullable String inForceFrom,
        @Nullable String lastDay,

        @Size(max = 200, message = "{register.too-long}") @Nullable
        String replacedBy,

        @NotBlank(message = "{register.source.missing}") @Size(max = 500, message = "{register.too-long}") @Nullable
        String source,

        @Nullable Boolean confirmed,
        @Nullable Long version)
        implements RegisterForm<LegalDocument> {

    static LegalDocumentForm empty() {
        return new LegalDocumentForm(DocumentType.QUYET_DINH, "", "", "", "", "", "", "", "", false, null);
    }

    static LegalDocumentForm of(LegalDocument entry, long version) {
        return new LegalDocumentForm(
                entry.type(),
                entry.number(),
                DayField.say(entry.issuedOn()),
                entry.issuer(),
                entry.title(),
                DayField.say(entry.inForceFrom()),
                DayField.say(entry.lastDay()),
                entry.replacedBy(),
                entry.source(),
                entry.confirmed(),
                version);
    }

    @Override
    public LegalDocumentForm over(long other) {
        return new LegalDocumentForm(
                type, number, issuedOn, issuer, title, inForceFrom, lastDay, replacedBy, source, confirmed, other);
    }

    @Override
    public void check(Errors errors) {
        DayField.check(issuedOn, "issuedOn", errors);
        DayField.check(inForceFrom, "inForceFrom", errors);
        DayField.check(lastDay, "lastDay", errors);
        LocalDate last = DayField.of(lastDay);
        LocalDate first = DayField.of(inForceFrom) == null ? DayField.of(issuedOn) : DayField.of(inForceFrom);
        if (last != null && first != null && last.isBefore(first)) {
            errors.rejectValue("lastDay", "register.document.ends-before");
        }
    }

    @Override
    public LegalDocument toEntry() {
        return new LegalDocument(
                Objects.requireNonNull(type),
                Objects.requireNonNull(number).strip(),
                DayField.of(issuedOn),
                Objects.requireNonNull(issuer).strip(),
                Objects.requireNonNull(title).strip(),
                DayField.of(inForceFrom),
                DayField.of(lastDay),
                replacedBy == null || replacedBy.isBlank() ? null : replacedBy.strip(),
                Objects.requireNonNull(source).strip(),
                Boolean.TRUE.equals(confirmed));
    }
}
