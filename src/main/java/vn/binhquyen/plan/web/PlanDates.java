package vn.binhquyen.plan.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.TaskKind;

/** The days that a plan speaks of: reports, events, ends of tasks. */
final class PlanDates {
    enum Kind {
        REPORT,
        EVENT,
        TASK
    }

    /**
     * @param on the last day that the plan's words can mean
     * @param until the end of an event; null for what has one day
     * @param exact false where the plan gives only a month or a year
     * @param report null unless it is a report
     * @param text null for a report, whose name is a message
     * @param task null unless it is a task
     */
    record Entry(
            Kind kind,
            LocalDate on,
            @Nullable LocalDate until,
            boolean exact,
            PlanItem.@Nullable ReportKind report,
            @Nullable String text,
            @Nullable UUID task,
            List<String> who) {
        /** The day on which it is over. */
        public LocalDate end() {
            return until == null ? on : until;
        }
    }

    private final PlanContent content;

    PlanDates(PlanContent content) {
        this.content = content;
    }

    /** The years of the plan; the given one where it says none. */
    List<Integer> years(LocalDate today) {
        PlanContent.Period period = content.period();
        return period == null
                ? List.of(today.getYear())
                : IntStream.rangeClosed(period.from(), period.to()).boxed().toList();
    }

    /** What is still ahead, the next first. */
    List<Entry> next(LocalDate today, int limit) {
        return years(today).stream()
                .filter(year -> year >= today.getYear())
                .flatMap(year -> in(year).stream())
                .filter(entry -> !entry.end().isBefore(today))
                .limit(limit)
                .toList();
    }

    /** Everything of a year by month; months without anything are left out. */
    SequencedMap<YearMonth, List<Entry>> byMonth(int year) {
        SequencedMap<YearMonth, List<Entry>> months = new TreeMap<>();
        for (Entry entry : in(year)) {
            months.computeIfAbsent(YearMonth.from(entry.on()), month -> new ArrayList<>())
                    .add(entry);
        }
        return months;
    }

    /** Reports that the plan asks for without a day. */
    List<PlanItem.ReportingDuty> undatedReports() {
        return content.reportingDuties().stream()
                .filter(duty -> duty.dueOn() == null)
                .toList();
    }

    List<Entry> in(int year) {
        return Stream.of(reports(year), events(year), tasks(year))
                .flatMap(entries -> entries)
                .sorted(Comparator.comparing(Entry::on).thenComparing(Entry::kind))
                .toList();
    }

    private Stream<Entry> reports(int year) {
        return content.reportingDuties().stream().flatMap(duty -> {
            PartialDate due = duty.dueOn();
            LocalDate on = due == null ? null : dayIn(year, due, duty.recurring());
            return due == null || on == null
                    ? Stream.empty()
                    : Stream.of(new Entry(
                            Kind.REPORT, on, null, due.day() != null, duty.kind(), null, null, names(duty.from())));
        });
    }

    private Stream<Entry> events(int year) {
        return content.events().stream().flatMap(event -> {
            LocalDate on = firstDayIn(year, event.from(), event.yearly());
            if (on == null) {
                return Stream.empty();
            }
            LocalDate end = dayIn(year, event.to(), event.yearly());
            LocalDate last = end == null ? null : end.isBefore(on) ? end.plusYears(1) : end;
            return Stream.of(
                    new Entry(Kind.EVENT, on, last, event.from().day() != null, null, event.name(), null, List.of()));
        });
    }

    private Stream<Entry> tasks(int year) {
        return content.tasks().stream()
                .filter(task -> task.kind() != TaskKind.STANDING)
                .flatMap(task -> {
                    LocalDate on = task.dueOn();
                    return on == null || on.getYear() != year
                            ? Stream.empty()
                            : Stream.of(new Entry(
                                    Kind.TASK,
                                    on,
                                    null,
                                    true,
                                    null,
                                    task.text(),
                                    task.id(),
                                    task.lead() == null ? List.of() : names(List.of(task.lead()))));
                });
    }

    private List<String> names(List<UUID> parties) {
        return parties.stream()
                .flatMap(id -> content.party(id).stream())
                .map(PlanItem.Party::name)
                .toList();
    }

    private static @Nullable LocalDate dayIn(int year, PartialDate date, boolean everyYear) {
        return inYear(year, date, everyYear)
                .latest()
                .filter(day -> day.getYear() == year)
                .orElse(null);
    }

    private static @Nullable LocalDate firstDayIn(int year, PartialDate date, boolean everyYear) {
        return inYear(year, date, everyYear)
                .earliest()
                .filter(day -> day.getYear() == year)
                .orElse(null);
    }

    /** What comes back every year keeps its day and month from its first year on. */
    private static PartialDate inYear(int year, PartialDate date, boolean everyYear) {
        Integer first = date.year();
        boolean comesBack = everyYear && first != null && first < year && date.month() != null && date.day() != null;
        return (comesBack ? new PartialDate(null, date.month(), date.day()) : date).inYear(year);
    }
}
