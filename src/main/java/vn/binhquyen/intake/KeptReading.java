package vn.binhquyen.intake;

import java.time.OffsetDateTime;

/**
 * A document that became the draft of a plan, without its bytes.
 *
 * @param facts how many facts were found in it
 * @param milliseconds how long reading took
 * @param alreadyIssued whether it is to be registered as issued
 * @param plan what was read, as it was read
 */
public record KeptReading(
        String fileName,
        String mediaType,
        String sha256,
        int facts,
        int milliseconds,
        boolean alreadyIssued,
        ReadPlan plan,
        DocumentText text,
        OffsetDateTime at) {}
