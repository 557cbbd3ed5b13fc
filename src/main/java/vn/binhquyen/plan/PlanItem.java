package vn.binhquyen.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Measure;
import vn.binhquyen.kernel.PartialDate;

/**
 * One thing that a plan says. Its id stays the same through all edits and versions, so that versions can be compared and
 * what was done keeps its task; items point at one another by it.
 */
public sealed interface PlanItem {
    UUID id();

    /** Where it stands in the text of the source document; null where a person added it. */
    @Nullable
    At at();

    /** A place in the source text: line and column from 1, length in characters. */
    record At(int line, int column, int length) {}

    /**
     * A document that the plan rests on.
     *
     * @param type the kind as printed, such as "Nghị quyết"
     * @param number with its symbol, such as "28/NQ-CP"; null where the document gives none
     * @param parentPlan whether it is the plan of the level above that this plan carries out
     */
    record LegalBasis(
            UUID id,
            String type,
            @Nullable String number,
            @Nullable PartialDate issuedOn,
            @Nullable String issuer,
            @Nullable String title,
            boolean parentPlan,
            @Nullable At at)
            implements PlanItem {

        /** What follows the kind in a citation: the title, which for a law often begins with the kind itself. */
        public String titleAfterType() {
            if (title == null) {
                return "";
            }
            return title.startsWith(type + " ") ? title.substring(type.length()) : " " + title;
        }
    }

    /** A purpose or a requirement. */
    record Statement(UUID id, String text, @Nullable At at) implements PlanItem {}

    record Objective(
            UUID id,
            @Nullable String no,
            String title,
            List<Indicator> indicators,
            @Nullable At at) implements PlanItem {
        public Objective {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * What is measured.
     *
     * @param catalogue code of the national indicator that this is; null for a local one
     * @param countsPersons whether its figures are given by sex
     * @param targets empty where the indicator is qualitative
     * @param owners ids of the parties that follow and report it
     */
    record Indicator(
            UUID id,
            @Nullable String no,
            String text,
            Direction direction,
            @Nullable String catalogue,
            boolean countsPersons,
            List<Target> targets,
            List<UUID> owners,
            @Nullable At at)
            implements PlanItem {
        public Indicator {
            targets = List.copyOf(targets);
            owners = List.copyOf(owners);
        }
    }

    /**
     * A quantity aimed at.
     *
     * @param what which part of the indicator's sentence it is about; null where the indicator has only one target
     * @param high upper end of a span, else null
     * @param unit as the document writes it; empty where it writes none
     * @param byYear the year by which it is to be reached; null where none is given
     * @param catalogue code of the national measure, where it differs from the indicator's; else null
     */
    record Target(
            UUID id,
            @Nullable String what,
            Comparator comparator,
            BigDecimal value,
            @Nullable BigDecimal high,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable Integer byYear,
            @Nullable Frequency frequency,
            @Nullable String catalogue,
            @Nullable At at)
            implements PlanItem {
        public Measure measure() {
            return new Measure(comparator, value, high, unit);
        }
    }

    enum Frequency {
        MONTH,
        QUARTER,
        SIX_MONTH,
        YEAR
    }

    /** A part of the section on tasks and solutions. */
    record TaskGroup(
            UUID id,
            @Nullable String no,
            String title,
            @Nullable At at) implements PlanItem {}

    /**
     * What is to be done.
     *
     * @param group id of its task group; null where it stands only under an agency
     * @param objective id of the objective that it serves; null where the document does not say
     * @param recurrence how often; null unless the kind is {@link TaskKind#RECURRING}
     * @param dueOn the last day; null where none is given
     * @param lead id of the party that leads; null where nobody is named
     * @param coordinating ids of the parties that take part
     * @param request whether the issuer can only ask ("Đề nghị …"); such a task is never overdue
     */
    record Task(
            UUID id,
            @Nullable UUID group,
            String text,
            @Nullable UUID objective,
            TaskKind kind,
            @Nullable Frequency recurrence,
            @Nullable LocalDate dueOn,
            @Nullable UUID lead,
            List<UUID> coordinating,
            boolean request,
            @Nullable At at)
            implements PlanItem {
        public Task {
            coordinating = List.copyOf(coordinating);
        }
    }

    /**
     * Somebody that the document gives work to, by the name that it writes.
     *
     * @param request whether the document only asks it ("Đề nghị …")
     * @param agencies whom the name stands for: one for an agency, any number for a group; empty while nobody has been
     *     matched
     */
    record Party(
            UUID id,
            String name,
            PartyKind kind,
            boolean request,
            List<AgencyId> agencies,
            @Nullable At at) implements PlanItem {
        public Party {
            agencies = List.copyOf(agencies);
        }

        public boolean unmatched() {
            return agencies.isEmpty();
        }
    }

    enum PartyKind {
        AGENCY,
        /** A collective name, such as "Các thôn trên địa bàn". */
        GROUP
    }

    record BudgetLine(
            UUID id,
            BudgetSource source,
            String text,
            @Nullable At at) implements PlanItem {}

    enum BudgetSource {
        STATE_BUDGET,
        INTEGRATED,
        MOBILISED,
        OTHER
    }

    /**
     * Who reports what to whom by when.
     *
     * @param dueOn null where the document sets no date; without a year where it comes back every year
     * @param from ids of the parties that report
     * @param to the receiver as written; null where the document does not say
     * @param toAgency the receiver; null means the standing agency of the issuing unit
     * @param via through whom ("qua Phòng Văn hóa – Xã hội"); null where directly
     */
    record ReportingDuty(
            UUID id,
            ReportKind kind,
            @Nullable PartialDate dueOn,
            boolean recurring,
            List<UUID> from,
            @Nullable String to,
            @Nullable AgencyId toAgency,
            @Nullable String via,
            @Nullable At at)
            implements PlanItem {
        public ReportingDuty {
            from = List.copyOf(from);
        }
    }

    enum ReportKind {
        SIX_MONTH,
        YEAR,
        QUARTER,
        MONTH,
        AD_HOC,
        MID_TERM,
        FINAL,
        /** The duty of a unit below to issue its own plan. */
        ISSUE_OWN_PLAN
    }

    record Event(
            UUID id,
            String name,
            PartialDate from,
            PartialDate to,
            boolean yearly,
            @Nullable At at) implements PlanItem {}

    /** @param purpose "b/c", "t/h"; null where none. @param party id of the party that it is; null where it is none */
    record Recipient(
            UUID id,
            String name,
            @Nullable String purpose,
            @Nullable UUID party,
            @Nullable At at) implements PlanItem {}
}
