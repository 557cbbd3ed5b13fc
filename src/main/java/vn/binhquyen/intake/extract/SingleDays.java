package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.binhquyen.intake.ReadPlan.Event;
import vn.binhquyen.intake.extract.Sentences.Sentence;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Part;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseDates.Found;
import vn.binhquyen.kernel.VietnameseText;

/** Gatherings of one day: a ceremony, a contest, a meeting on a day that the plan sets; days of remembrance are none. */
final class SingleDays {

    private static final Pattern GATHERING = Pattern.compile(
            "(?<!\\p{L})(?:lễ|họp mặt|hội thao|hội trại|triển lãm|khánh thành|ra mắt|hội thi|hội nghị|hội thảo|hội"
                + " diễn|ngày hội|tọa đàm|toạ đàm|diễn đàn|cuộc thi|mít tinh|giao lưu|gặp mặt|phát động|chung kết|ra"
                + " quân|diễu hành|đối thoại|tập huấn|liên hoan|sự kiện|chương trình truyền thông|buổi truyền"
                + " thông|nói chuyện|sinh hoạt chuyên đề|kỳ họp|họp (?:ban|sơ kết|tổng kết|giao ban|đánh"
                + " giá))(?!\\p{L})");
    private static final Pattern ON = Pattern.compile(
            "(?:vào|sáng|chiều|tối|thời gian|tổ chức|diễn ra|dự kiến|phút|giờ|khai mạc|phát động|00|30|,|\\(|thứ"
                    + " (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)[\\s:,(]*(?:\\p{L}+\\s+){0,2}(?:ngày\\s*)?$");
    private static final Pattern ITEM =
            Pattern.compile("^\\P{L}*(?:[a-zđ]\\)\\s*)?(?!thời|hạn)\\p{L}[^:;.]{3,150}:\\s*(?:(?:vào|dự"
                    + " kiến|sáng|chiều|tối)\\s+){0,2}(?:ngày\\s*)?$");
    private static final Pattern ENDS = Pattern.compile("\\s*[.;]?\\s*");
    private static final Pattern DAY = Pattern.compile("ngày\\s*$");
    private static final Pattern YEARLY = Pattern.compile("\\s*(?:hằng|hàng|mỗi) năm");
    private static final Pattern NOT_ON = Pattern.compile(
            "(?:trước|chậm nhất|muộn nhất|hạn|đến|từ|(?<!doanh )(?<!công )(?<!cá )(?<!nạn )nhân(?= ngày)|kỷ niệm|chào"
                    + " mừng|hưởng ứng|tính|xong|hoàn thành)(?:\\s+(?:hết|là|vào|nhất))*\\s*(?:ngày\\s*)?$");
    private static final Pattern REMEMBERS = Pattern.compile(
            "(?:kỷ niệm|(?<!công |nạn |doanh |cá |bệnh |quân )nhân (?:dịp|ngày)|chào mừng|hưởng" + " ứng)[^.;]{0,90}$");
    private static final Pattern TAKES_PLACE =
            Pattern.compile("(?:vào|tổ chức|diễn ra|trong)\\s+(?:vào\\s+)?(?:các\\s+)?ngày\\s*$");
    private static final Pattern REPORTS =
            Pattern.compile("(?:báo cáo|gửi|nộp|trình|ban hành|ký|thông qua)[^.;]{0,60}$");
    private static final Pattern AND_ON = Pattern.compile("\\s*(?:,|và|, và)\\s*(?:ngày\\s*)?");
    private static final Pattern SET =
            Pattern.compile("(?:vào|tổ chức|diễn ra|khai mạc|dự kiến|thời gian:?)(?:\\s+(?:vào|sáng|chiều|tối|dự"
                    + " kiến))*\\s+(?:ngày\\s*)?$|tháng (?:hành động|cao điểm)[^.;]{0,110}\\sngày\\s*$");
    private static final Pattern HEADED = Pattern.compile("(?:thời gian|thời điểm|tổ chức|diễn ra)(?:[^.;]{0,30})$");
    private static final Pattern LASTS = Pattern.compile(
            "(?:kéo dài|kết thúc|bế mạc|tổng kết|diễn ra)[^.;]{0,25}?(?:đến|vào)?\\s*(?:hết\\s+)?(?:ngày\\s*)?$");
    private static final Pattern CITED = Pattern.compile(LegalBases.NUMBER.pattern() + ",?\\s+(?:ngày\\s*)?$");

    private SingleDays() {}

    static boolean namesGathering(String words) {
        return GATHERING.matcher(VietnameseText.lower(words)).find();
    }

    static List<Event> of(Node node) {
        String text = node.block().text();
        if (VietnameseDates.find(text).isEmpty()) {
            return List.of();
        }
        var events = new ArrayList<Event>();
        for (Sentence sentence : Sentences.of(text)) {
            List<Found> dates = VietnameseDates.find(sentence.text());
            int lastEnd = -1;
            for (int i = 0; i < dates.size(); i++) {
                Found found = dates.get(i);
                boolean ofSpan = (i + 1 < dates.size() && Events.isSpan(sentence.text(), found, dates.get(i + 1)))
                        || (i > 0 && Events.isSpan(sentence.text(), dates.get(i - 1), found));
                if (ofSpan || found.date().day() == null) {
                    continue;
                }
                String before = sentence.text().substring(0, found.start());
                String lower = VietnameseText.lower(before);
                var at = node.block().place(sentence.from() + found.start(), sentence.from() + found.end());
                Event last = events.isEmpty() ? null : events.getLast();
                if (last != null
                        && last.from().equals(last.to())
                        && LASTS.matcher(lower).find()) {
                    events.removeLast();
                    events.add(new Event(last.name(), last.from(), found.date(), false, last.at()));
                } else if (last != null
                        && lastEnd >= 0
                        && AND_ON.matcher(sentence.text().substring(lastEnd, found.start()))
                                .matches()) {
                    events.add(new Event(last.name(), found.date(), found.date(), false, at));
                    lastEnd = found.end();
                } else if (isOn(sentence.text(), lower, found, node)) {
                    String name = namesGathering(before) ? Events.name(before) : title(node);
                    events.add(new Event(name, found.date(), found.date(), isYearly(sentence.text(), found), at));
                    lastEnd = found.end();
                }
            }
        }
        return events;
    }

    /** "ngày 20/10 hằng năm" */
    private static boolean isYearly(String sentence, Found found) {
        return found.date().year() == null
                && YEARLY.matcher(sentence)
                        .region(found.end(), sentence.length())
                        .lookingAt();
    }

    /** Whether the word "ngày" stands before the numbers, as part of the date or not. */
    private static boolean namesDay(String sentence, String before, Found found) {
        return DAY.matcher(before).find()
                || VietnameseText.lower(sentence.substring(found.start(), found.end()))
                        .startsWith("ngày");
    }

    private static boolean isOn(String sentence, String before, Found found, Node node) {
        boolean whole = found.date().isComplete();
        boolean item = whole
                && node.part() == Part.TASKS
                && ITEM.matcher(before).find()
                && ENDS.matcher(sentence.substring(found.end())).matches()
                && !REPORTS.matcher(before).find();
        boolean set = item
                || ON.matcher(before).find()
                || ((whole || isYearly(sentence, found)) && namesDay(sentence, before, found));
        boolean gathers = item
                || namesGathering(before)
                || (whole
                        && TAKES_PLACE.matcher(before).find()
                        && !REPORTS.matcher(before).find())
                || (HEADED.matcher(before).find() && namesGathering(title(node)));
        return set
                && gathers
                && !NOT_ON.matcher(before).find()
                && (SET.matcher(before).find() || !REMEMBERS.matcher(before).find())
                && !CITED.matcher(sentence.substring(0, found.start())).find();
    }

    private static String title(Node node) {
        for (Node above = node.parent(); above != null; above = above.parent()) {
            if (namesGathering(above.title())) {
                return above.title();
            }
        }
        Node parent = node.parent();
        return parent == null ? "" : parent.title();
    }
}
