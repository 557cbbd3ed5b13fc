package vn.binhquyen.publishing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An administrative document with everything Decree 30/2020/NĐ-CP wants printed, free of how it looks.
 *
 * @param parentAgency the agency directly above, where its name is printed
 * @param agency the issuing agency; a line break in it is kept
 * @param number given by the office clerk after signing; a blank is printed before
 * @param symbol after the number's slash: "KH-UBND"
 * @param subject the abstract (trích yếu) under the document's name
 * @param addressees "Kính gửi"; empty where the document has none
 * @param legalBases each as printed, without its closing mark
 * @param opening the sentence that leads from the bases to the content
 * @param archive what follows "Lưu:", for example "VT, VHXH"
 * @param draft whether the mark "DỰ THẢO" is printed
 */
public record OfficialDocument(
        @Nullable String parentAgency,
        String agency,
        @Nullable Integer number,
        String symbol,
        String place,
        IssueDate date,
        DocumentType type,
        String subject,
        List<String> addressees,
        List<String> legalBases,
        @Nullable String opening,
        List<Block> body,
        List<Annex> annexes,
        Signature signature,
        List<Recipient> recipients,
        String archive,
        boolean draft) {

    public OfficialDocument {
        addressees = List.copyOf(addressees);
        legalBases = List.copyOf(legalBases);
        body = List.copyOf(body);
        annexes = List.copyOf(annexes);
        recipients = List.copyOf(recipients);
    }

    /** Starts a draft without number and date. */
    public static Builder of(DocumentType type, String subject) {
        return new Builder(type, subject);
    }

    /** Gathers a document part by part; agency, symbol, place and signature have to be given. */
    public static final class Builder {
        private final DocumentType type;
        private final String subject;
        private @Nullable String parentAgency;
        private @Nullable String agency;
        private @Nullable Integer number;
        private @Nullable String symbol;
        private @Nullable String place;
        private IssueDate date = IssueDate.UNKNOWN;
        private List<String> addressees = List.of();
        private List<String> legalBases = List.of();
        private @Nullable String opening;
        private List<Block> body = List.of();
        private List<Annex> annexes = List.of();
        private @Nullable Signature signature;
        private List<Recipient> recipients = List.of();
        private String archive = "VT";
        private boolean draft = true;

        private Builder(DocumentType type, String subject) {
            this.type = type;
            this.subject = subject;
        }

        public Builder issuedBy(@Nullable String parentAgency, String agency) {
            this.parentAgency = parentAgency;
            this.agency = agency;
            return this;
        }

        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        public Builder at(String place, IssueDate date) {
            this.place = place;
            this.date = date;
            return this;
        }

        /** The document has been signed and has its number: it is no draft any more. */
        public Builder issued(int number) {
            this.number = number;
            this.draft = false;
            return this;
        }

        public Builder to(List<String> addressees) {
            this.addressees = addressees;
            return this;
        }

        public Builder basedOn(List<String> legalBases) {
            this.legalBases = legalBases;
            return this;
        }

        public Builder opening(@Nullable String opening) {
            this.opening = opening;
            return this;
        }

        public Builder body(List<Block> body) {
            this.body = body;
            return this;
        }

        public Builder annexes(List<Annex> annexes) {
            this.annexes = annexes;
            return this;
        }

        public Builder signedBy(Signature signature) {
            this.signature = signature;
            return this;
        }

        public Builder recipients(List<Recipient> recipients, String archive) {
            this.recipients = recipients;
            this.archive = archive;
            return this;
        }

        public OfficialDocument build() {
            return new OfficialDocument(
                    parentAgency,
                    Objects.requireNonNull(agency, "agency"),
                    number,
                    Objects.requireNonNull(symbol, "symbol"),
                    Objects.requireNonNull(place, "place"),
                    date,
                    type,
                    subject,
                    addressees,
                    legalBases,
                    opening,
                    body,
                    annexes,
                    Objects.requireNonNull(signature, "signature"),
                    recipients,
                    archive,
                    draft);
        }
    }
}
