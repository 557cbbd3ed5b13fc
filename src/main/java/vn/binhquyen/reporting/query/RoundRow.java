package vn.binhquyen.reporting.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.reporting.ConsolidationState;
import vn.binhquyen.reporting.RoundId;
import vn.binhquyen.reporting.SubmissionId;
import vn.binhquyen.reporting.SubmissionState;

/**
 * A round in a list.
 *
 * @param receiverName the agency to which it is owed
 * @param former the unit to which it was owed, or which owed it, where that has ended; else null
 * @param received whether it is owed to the reader's unit, or to one whose place that took
 * @param mine whether the reader's agency owes in it
 * @param dueOn the reader's own day where it owes, else the last one of all
 * @param reporter the agency of an ended unit whose report it is; null where the row is about the reader's own or all
 * @param sent the report of that agency; null where it sent none
 * @param state of the reader's own report, or of that agency's; null where none is begun
 * @param consolidation null where none is begun
 */
public record RoundRow(
        RoundId id,
        String title,
        String planTitle,
        String planNumber,
        String receiverName,
        @Nullable FormerUnit former,
        boolean received,
        boolean mine,
        LocalDate dueOn,
        int owed,
        int arrived,
        int accepted,
        int late,
        @Nullable String reporter,
        @Nullable SubmissionId sent,
        @Nullable SubmissionState state,
        @Nullable ConsolidationState consolidation) {}
