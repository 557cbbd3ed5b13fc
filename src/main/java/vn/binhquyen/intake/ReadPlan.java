package vn.binhquyen.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Level;
import vn.binhquyen.kernel.PartialDate;

/**
 * A plan as it was read: what the document says, nothing that it does not. Lists are empty and values null where it is
 * silent. {@code at} is null on what a person added by hand.
 *
 * @param number null where the clerk has still to give it
 * @param symbol the part of the number after the slash ("KH-UBND")
 * @param places where the plain values stand, by their path: {@code number}, {@code title}, {@code purposes/0} …
 */
public record ReadPlan(
        Source source,
        DocumentType documentType,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable Issuer issuer,
        @Nullable String place,
        @Nullable PartialDate issuedOn,
        @Nullable String title,
        @Nullable Period period,
        List<LegalBasis> legalBases,
        List<String> purposes,
        List<String> requirements,
        List<Objective> objectives,
        List<TaskGroup> taskGroups,
        List<Assignment> assignments,
        List<BudgetLine> budget,
        List<ReportingDuty> reporting,
        List<Event> events,
        List<Recipient> recipients,
        @Nullable Signatory signatory,
        Map<String, Place> places,
        List<Finding> findings) {

    /** @param pages the number of the first line on each page; empty where the file has no pages */
    public record Source(String file, DocumentText.Format format, boolean ocr, int lines, List<Integer> pages) {

        @SuppressWarnings("NullAway") // a plan kept before pages were noted has none
        public Source {
            pages = pages == null ? List.of() : List.copyOf(pages);
        }

        public Source(String file, DocumentText.Format format, boolean ocr, int lines) {
            this(file, format, ocr, lines, List.of());
        }
    }

    /** @param unit the unit's name with its kind ("xã Thượng Sơn"); @param parents units above, nearest first */
    public record Issuer(
            String name,
            @Nullable Level level,
            @Nullable String unit,
            List<String> parents,
            @Nullable Place at) {}

    public record Period(int from, int to) {}

    public record LegalBasis(
            DocumentType type,
            @Nullable String number,
            @Nullable PartialDate issuedOn,
            @Nullable String issuer,
            @Nullable String title,
            boolean parentPlan,
            @Nullable Place at) {}

    public record Objective(
            @Nullable String no,
            String title,
            List<Indicator> indicators,
            @Nullable Place at) {}

    /** @param catalogue code of the national indicator that this is, or null */
    public record Indicator(
            @Nullable String no,
            String text,
            Direction direction,
            List<Measure> measures,
            @Nullable String catalogue,
            @Nullable Place at) {}

    /**
     * @param high upper end of a span, else null
     * @param catalogue code of the national measure that this is, or null
     */
    public record Measure(
            String what,
            Comparator comparator,
            BigDecimal value,
            @Nullable BigDecimal high,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable Integer byYear,
            @Nullable Frequency frequency,
            @Nullable String catalogue,
            @Nullable Place at) {}

    public enum Frequency {
        MONTH,
        QUARTER,
        SIX_MONTH,
        YEAR
    }

    public record TaskGroup(
            @Nullable String no,
            String title,
            List<GroupTask> tasks,
            @Nullable Place at) {}

    /** @param objective number of the objective that the task serves, or null */
    public record GroupTask(
            String text,
            @Nullable String objective,
            @Nullable Place at) {}

    /**
     * @param group true for a collective ("Các thôn trên địa bàn") that has to be resolved to agencies
     * @param request true for "Đề nghị …": it binds nobody
     * @param within name of the assignment inside which this one stands, or null
     */
    public record Assignment(
            String agency,
            boolean group,
            boolean request,
            @Nullable String within,
            List<AssignedTask> tasks,
            List<String> ownsObjectives,
            List<String> ownsIndicators,
            @Nullable Place at) {}

    public record AssignedTask(
            String text,
            Role role,
            List<String> with,
            @Nullable Place at) {}

    public enum Role {
        LEAD,
        COORDINATE,
        UNSPECIFIED
    }

    public record BudgetLine(
            BudgetSource source, String text, @Nullable Place at) {}

    public enum BudgetSource {
        STATE_BUDGET,
        INTEGRATED,
        MOBILISED,
        OTHER
    }

    public record ReportingDuty(
            ReportKind kind,
            @Nullable PartialDate dueOn,
            boolean recurring,
            List<String> from,
            @Nullable String to,
            @Nullable String via,
            @Nullable Place at) {}

    public enum ReportKind {
        SIX_MONTH,
        YEAR,
        QUARTER,
        MONTH,
        AD_HOC,
        MID_TERM,
        FINAL,
        ISSUE_OWN_PLAN
    }

    public record Event(
            String name,
            PartialDate from,
            PartialDate to,
            boolean yearly,
            @Nullable Place at) {}

    public record Recipient(
            String name, @Nullable String purpose, @Nullable Place at) {}

    public record Signatory(
            @Nullable String authority,
            @Nullable String capacity,
            @Nullable String position,
            @Nullable String name,
            @Nullable Place at) {}

    public ReadPlan withFindings(List<Finding> doubts) {
        return new ReadPlan(
                source,
                documentType,
                number,
                symbol,
                issuer,
                place,
                issuedOn,
                title,
                period,
                legalBases,
                purposes,
                requirements,
                objectives,
                taskGroups,
                assignments,
                budget,
                reporting,
                events,
                recipients,
                signatory,
                places,
                doubts);
    }
}
