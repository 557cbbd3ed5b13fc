package vn.binhquyen.intake;

import org.jspecify.annotations.Nullable;

/**
 * Something doubtful in a document: which rule asks, what it found, and how to mend it.
 *
 * @param rule id of the rule, stable
 * @param message and {@code advice} in the language of the reader
 * @param subject path of the doubtful value in the plan ({@code objectives/3/indicators/1}), empty for the whole; with
 *     {@code rule} it identifies the finding from one check to the next
 * @param at null where the doubtful value was added by hand or is absent
 * @param source what outside the plan it rests on; null where it rests on the plan alone
 */
public record Finding(
        String rule,
        Severity severity,
        String message,
        String advice,
        String subject,
        @Nullable Place at,
        @Nullable Source source) {

    /**
     * An entry of the lists that an administrator keeps.
     *
     * @param name the entry's number or name, as the list knows it
     * @param cited where the entry's facts were read
     */
    public record Source(Kind kind, String name, String cited, boolean confirmed) {}

    public enum Kind {
        LEGAL_DOCUMENT,
        OBSOLETE_BODY
    }

    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }
}
