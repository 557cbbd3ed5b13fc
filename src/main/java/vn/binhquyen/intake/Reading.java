package vn.binhquyen.intake;

import org.jspecify.annotations.Nullable;

/** The outcome of reading a file: a plan with its text, or a refusal that says why in a plain sentence. */
public sealed interface Reading {

    /** The plan, with its findings, and the text that its places point into. */
    record Plan(ReadPlan plan, DocumentText text) implements Reading {}

    /**
     * @param message a sentence for the person who gave the file, in their language
     * @param document what its head says where it is another kind of document than a plan, else null
     */
    record Refused(
            String file,
            Reason reason,
            String message,
            @Nullable KnownDocument document) implements Reading {

        public Refused(String file, Reason reason, String message) {
            this(file, reason, message, null);
        }
    }

    enum Reason {
        EMPTY,
        TOO_LARGE,
        /** of a kind that holds no plan, or that is not read */
        UNSUPPORTED,
        /** damaged */
        UNREADABLE,
        /** another kind of file than its name says */
        DISGUISED,
        PROTECTED,
        /** made to harm: unpacks to far more than its size, or asks for what lies outside it */
        UNSAFE,
        /** took longer or more memory than a document may */
        TOO_SLOW,
        /** too many documents are being read */
        BUSY,
        /** a scan, where the program that reads scans is not installed */
        NEEDS_OCR,
        NOT_A_PLAN
    }
}
