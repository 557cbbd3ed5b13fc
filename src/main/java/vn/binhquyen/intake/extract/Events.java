package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.ReadPlan.Event;
import vn.binhquyen.intake.ReadPlan.Period;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.intake.structure.Part;
import vn.binhquyen.intake.structure.Table;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseDates.Found;
import vn.binhquyen.kernel.VietnameseText;

/** What takes place on days that are named, such as the Action Month; spans of figures to be reported are no events. */
final class Events {

    private static final Pattern LINK = Pattern.compile("^\\s*(?:,?\\s*(?:và )?(?:kết thúc|kéo dài|bế"
            + " mạc)\\s*(?:vào|đến|tới)?|,?\\s*đến|-|–|—|tới)\\s*(?:hết\\s+)?(?:ngày\\s*)?$");
    private static final Pattern FIGURES =
            Pattern.compile("(?:số liệu|tính|kỳ báo cáo|thời điểm|thời kỳ|lấy|chốt)[^.;]{0,40}$");
    private static final Pattern NAME = Pattern.compile(
            "(?:Tháng hành động|Tháng cao điểm|Tháng|Tuần lễ|Tuần|Ngày hội|Chiến dịch|Đợt|Lễ|Hội thi|Hội nghị|Diễn"
                    + " đàn|Cuộc thi|Phong trào|Hội diễn|chiến dịch|đợt|cuộc thi|hội thi)\\s[^.;()]*");
    private static final Pattern TRAILING = Pattern.compile(
            "(?:[,\\s(]+|trên địa bàn.*|năm 20\\d\\d.*|được tổ chức.*|diễn ra.*|hằng năm.*|hàng năm.*|tổ"
                    + " chức|trong|vào|từ|ngày|bắt đầu|thời gian|cấp .{0,8}|gắn với.*)$");

    private static final Pattern DAY_BEFORE =
            Pattern.compile("(?:từ )?ngày\\s+(?<day>\\d{1,2})\\s*(?:-|–|đến|tới|và)\\s*(?:hết\\s+)?(?:ngày\\s*)?$");

    private Events() {}

    static List<Event> of(Outline outline, List<Block> body, Outline annex, @Nullable Period period) {
        var events = new ArrayList<Event>();
        for (Block block : body) {
            if (block.table() == null) {
                spans(block, period, events);
            }
        }
        Stream.concat(outline.all(), annex.all()).forEach(node -> {
            Table table = node.block().table();
            if (table != null) {
                table.rows().forEach(row -> EventRows.of(table, row).forEach(event -> add(events, event)));
            } else if (node.part() != Part.OBJECTIVES && node.part() != Part.BASES && node.part() != Part.BUDGET) {
                SingleDays.of(node).forEach(event -> add(events, event));
            }
        });
        return List.copyOf(events);
    }

    private static void spans(Block block, @Nullable Period period, List<Event> events) {
        List<Found> dates = VietnameseDates.find(block.text());
        for (int i = 0; i < dates.size(); i++) {
            Found to = dates.get(i);
            Matcher sameMonth = DAY_BEFORE.matcher(block.text().substring(0, to.start()));
            if (i + 1 < dates.size() && isSpan(block.text(), to, dates.get(i + 1))) {
                add(events, event(block, to, dates.get(i + 1), period));
            } else if (to.date().day() != null && sameMonth.find()) {
                PartialDate.ifValid(to.date().year(), to.date().month(), Integer.valueOf(sameMonth.group("day")))
                        .ifPresent(day ->
                                add(events, event(block, new Found(sameMonth.start(), to.start(), day), to, period)));
            }
        }
    }

    /** Whether two dates are the ends of one span in which something takes place. */
    static boolean isSpan(String text, Found from, Found to) {
        boolean days = from.date().day() != null && to.date().day() != null;
        boolean near = from.date().year() == null
                || to.date().year() == null
                || to.date().year() - from.date().year() <= 1
                        && from.date().year() <= to.date().year();
        return days
                && near
                && from.end() <= to.start()
                && LINK.matcher(text.substring(from.end(), to.start())).find()
                && !FIGURES.matcher(text.substring(Math.max(0, from.start() - 80), from.start()))
                        .find();
    }

    private static Event event(Block block, Found from, Found to, @Nullable Period period) {
        PartialDate end = to.date();
        PartialDate begin = from.date();
        Integer year = end.year();
        if (year != null && begin.year() == null) {
            boolean turnsYear = begin.inYear(year).toString().compareTo(end.toString()) > 0;
            begin = begin.inYear(turnsYear ? year - 1 : year);
        }
        String around = VietnameseText.fold(block.text()
                .substring(
                        Math.max(0, from.start() - 150), Math.min(block.text().length(), to.end() + 20)));
        boolean everyYear = around.contains("hang nam") || around.contains("moi nam");
        boolean yearly = end.year() == null && (everyYear || (period != null && period.to() > period.from()));
        String name = name(block.text().substring(0, from.start()));
        return new Event(name, begin, end, yearly, block.place(from.start(), to.end()));
    }

    /** What the words before a date call the event. */
    static String name(String before) {
        String words = before.substring(Math.max(0, before.lastIndexOf(". ") + 1));
        String name = words;
        Matcher match = NAME.matcher(words);
        while (match.find()) {
            name = match.group();
        }
        String trimmed = VietnameseText.squeeze(name);
        String shorter = trimmed;
        do {
            trimmed = shorter;
            shorter = TRAILING.matcher(trimmed).replaceFirst("").strip();
        } while (!shorter.equals(trimmed) && !shorter.isBlank());
        return trimmed.replaceFirst("^[-+\\s]+", "");
    }

    /** One event is often told twice; the telling with a year counts. */
    private static void add(List<Event> events, Event event) {
        for (int i = 0; i < events.size(); i++) {
            Event known = events.get(i);
            boolean same = sameDay(known.from(), event.from()) && sameDay(known.to(), event.to());
            if (same) {
                if (known.to().year() == null && event.to().year() != null) {
                    events.set(i, event);
                }
                return;
            }
        }
        events.add(event);
    }

    private static boolean sameDay(PartialDate one, PartialDate other) {
        boolean years = one.year() == null || other.year() == null || one.year().equals(other.year());
        return years
                && String.valueOf(one.month()).equals(String.valueOf(other.month()))
                && String.valueOf(one.day()).equals(String.valueOf(other.day()));
    }
}
