package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.binhquyen.intake.ReadPlan.Event;
import vn.binhquyen.intake.structure.Column;
import vn.binhquyen.intake.structure.Table;
import vn.binhquyen.intake.structure.Table.Cell;
import vn.binhquyen.intake.structure.Table.Row;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseDates.Found;
import vn.binhquyen.kernel.VietnameseText;

/** A row of a table of work whose time is a span of days, or a day on which a gathering takes place. */
final class EventRows {

    private static final Pattern BY = Pattern.compile("trước|chậm nhất|muộn nhất|hoàn thành|xong|hạn");

    private static final Pattern ONLY_DAY =
            Pattern.compile("(?:(?:vào|sáng|chiều|tối)\\s+)*(?:ngày\\s+)?[\\d/.\\s-]{8,12}\\.?");

    private EventRows() {}

    /** "Ngày 05/12/2026": nothing but a day, on which the work is done. */
    private static boolean isOnlyDay(String words) {
        return ONLY_DAY.matcher(VietnameseText.lower(words).strip()).matches();
    }

    static List<Event> of(Table table, Row row) {
        Optional<Cell> subject = TargetTable.subject(table, row);
        Optional<Cell> time = table.cell(row, Column.Role.TIME);
        if (subject.isEmpty() || time.isEmpty()) {
            return List.of();
        }
        String words = time.get().text();
        String name = subject.get().text();
        List<Found> dates = VietnameseDates.find(words);
        var events = new ArrayList<Event>();
        for (int i = 0; i < dates.size(); i++) {
            PartialDate from = dates.get(i).date();
            if (i + 1 < dates.size() && Events.isSpan(words, dates.get(i), dates.get(i + 1))) {
                PartialDate to = dates.get(i + 1).date();
                Integer year = to.year();
                events.add(new Event(
                        name,
                        year == null ? from : from.inYear(year),
                        to,
                        false,
                        time.get().at()));
                i++;
            } else if (from.day() != null
                    && !BY.matcher(VietnameseText.lower(words)).find()
                    && (SingleDays.namesGathering(name)
                            || (from.isComplete() && isOnlyDay(words) && !Reporting.speaks(name)))) {
                events.add(new Event(name, from, from, false, time.get().at()));
            }
        }
        return events;
    }
}
