package vn.binhquyen.reporting.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.reporting.ConsolidationState;
import vn.binhquyen.reporting.RoundId;
import vn.binhquyen.reporting.SubmissionState;

/**
 * A round in a list.
 *
 * @param receiverName the agency to which it is owed
 * @param received whether it is owed to the reader's unit
 * @param mine whether the reader's agency owes in it
 * @param dueOn the reader's own day where it owes, else the last one of all
 * @param state of the reader's own report; null where none is begun
 * @param consolidation null where none is begun
 */
public record RoundRow(
        RoundId id,
        String title,
        String planTitle,
        String planNumber,
        String receiverName,
        boolean received,
        boolean mine,
        LocalDate dueOn,
        int owed,
        int arrived,
        int accepted,
        int late,
        @Nullable SubmissionState state,
        @Nullable ConsolidationState consolidation) {}
