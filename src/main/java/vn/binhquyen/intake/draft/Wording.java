package vn.binhquyen.intake.draft;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.plan.PlanItem.Frequency;
import vn.binhquyen.plan.TaskKind;

/** What the words of a task or an indicator say of how often, by when and about whom. */
final class Wording {
    private static final Pattern YEARLY = words("h[ằà]ng năm|mỗi năm|định kỳ năm");
    private static final Pattern QUARTERLY = words("h[ằà]ng quý|mỗi quý|định kỳ quý");
    private static final Pattern MONTHLY = words("h[ằà]ng tháng|mỗi tháng|định kỳ tháng");
    private static final Pattern HALF_YEARLY = words("(?:định kỳ|mỗi|h[ằà]ng) (?:6|06|sáu) tháng");
    private static final Pattern STANDING =
            words("thường xuyên|tăng cường|đẩy mạnh|nâng cao|tiếp tục|duy trì|chú trọng|quan tâm|lồng ghép|phối hợp|bảo"
                    + " đảm|tạo điều kiện");
    /** "02 lớp tập huấn", not "Mục tiêu 3" or "năm 2026". */
    private static final Pattern COUNT =
            Pattern.compile("(?<![\\p{L}\\d.,/])(?<!(?:tiêu|mục|lục|phần|số|điểm|khoản|điều|biểu|tháng|năm|quý) )"
                    + "\\d{1,4} (?!(?:tháng|năm|quý|và|của|đến|trong|theo|tại)(?!\\p{L}))\\p{Ll}+");
    /** What has an end when it is done, even where nobody says when. */
    private static final Pattern OCCASION =
            words("lễ|hội nghị|hội thảo|hội thi|cuộc thi|tọa đàm|diễn đàn|phát động|ra mắt|khai trương|sơ kết|tổng"
                    + " kết|ban hành|diễn tập");

    private static final Pattern DEADLINE =
            words("trước(?: ngày)?|chậm nhất|hoàn thành|xong|đến ngày|trong ngày|đến hết(?: ngày)?");
    private static final Pattern PERSONS =
            words("người|lao động|trẻ em|phụ nữ|nạn nhân|học sinh|sinh viên|học viên|cán bộ|công chức|viên chức|dân"
                    + " số|nữ|nam giới|giám đốc|đại biểu|thạc sĩ|tiến sĩ|bà mẹ");
    private static final Pattern BODIES =
            words("cơ quan|tổ chức|đơn vị|phòng, ban|cơ sở|tin, bài|đài|xã, phường|số giờ|tỷ số giới tính|thôn");

    private Wording() {}

    static Optional<Frequency> frequency(String text) {
        if (MONTHLY.matcher(text).find()) {
            return Optional.of(Frequency.MONTH);
        }
        if (QUARTERLY.matcher(text).find()) {
            return Optional.of(Frequency.QUARTER);
        }
        if (HALF_YEARLY.matcher(text).find()) {
            return Optional.of(Frequency.SIX_MONTH);
        }
        return YEARLY.matcher(text).find() ? Optional.of(Frequency.YEAR) : Optional.empty();
    }

    /** A whole date that the words name as a limit. */
    static Optional<LocalDate> dueOn(String text) {
        for (VietnameseDates.Found found : VietnameseDates.find(text)) {
            PartialDate date = found.date();
            Matcher limit = DEADLINE.matcher(text);
            limit.region(Math.max(0, found.start() - 30), found.start());
            if (date.isComplete() && limit.find()) {
                return date.latest();
            }
        }
        return Optional.empty();
    }

    static TaskKind kind(String text) {
        if (frequency(text).isPresent()) {
            return TaskKind.RECURRING;
        }
        boolean ends = COUNT.matcher(text).find() || OCCASION.matcher(text).find();
        boolean standing = dueOn(text).isEmpty() && (STANDING.matcher(text).find() || !ends);
        return standing ? TaskKind.STANDING : TaskKind.ONCE;
    }

    /** Whether people are counted, so that the figures are given by sex. The first thing counted decides. */
    static boolean countsPersons(String text) {
        Matcher persons = PERSONS.matcher(text);
        Matcher bodies = BODIES.matcher(text);
        return persons.find() && !(bodies.find() && bodies.start() < persons.start());
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<!\\p{L})(?:" + VietnameseText.normalise(alternatives) + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
