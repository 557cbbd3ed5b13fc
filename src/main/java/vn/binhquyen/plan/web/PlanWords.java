package vn.binhquyen.plan.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.plan.Missing;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;

/** Says the parts of a plan in the words of an office, in the reader's language. */
@Component("planWords")
class PlanWords {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final MessageSource messages;

    PlanWords(MessageSource messages) {
        this.messages = messages;
    }

    String say(MessageSourceResolvable what) {
        return messages.getMessage(what, LocaleContextHolder.getLocale());
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** "ít nhất 75%", "từ 30 đến 35%", "giảm còn 29%". */
    public String target(PlanItem.Indicator indicator, PlanItem.Target target) {
        BigDecimal high = target.high();
        if (high != null) {
            return say("plan.comparator.span", number(target.value()), measured(high, target));
        }
        boolean fallsTo = indicator.direction() == Direction.DOWN && target.comparator() == Comparator.EQUAL;
        return say(
                "plan.comparator." + (fallsTo ? "DOWN_TO" : target.comparator().name()),
                measured(target.value(), target));
    }

    /** Which part of the indicator the target measures; null where the indicator's own words say it already. */
    public @Nullable String part(PlanItem.Indicator indicator, PlanItem.Target target) {
        String what = target.what();
        return what == null || plain(indicator.text()).contains(plain(what)) ? null : what;
    }

    /** "(từ mức 31%)"; null where it is not known. */
    public @Nullable String baseline(PlanItem.Target target) {
        BigDecimal baseline = target.baseline();
        return baseline == null ? null : say("plan.target.baseline", measured(baseline, target));
    }

    private String measured(BigDecimal value, PlanItem.Target target) {
        String unit = target.unit();
        return number(value) + (unit.isBlank() || unit.equals("%") ? unit.strip() : "\u00a0" + unit);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** "đến năm 2030", "hằng quý"; null where the target has no date. */
    public @Nullable String when(PlanItem.Target target) {
        if (target.byYear() != null) {
            return say("plan.target.by-year", String.valueOf(target.byYear()));
        }
        return target.frequency() == null ? null : say("plan.frequency." + target.frequency());
    }

    /** 1.180,5 in Vietnamese. */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    /** As much of the date as is known: "10/06/2026", "tháng 5/2026", "năm 2026", "10/06 hằng năm". */
    public String date(PartialDate date) {
        Integer year = date.year();
        Integer month = date.month();
        Integer day = date.day();
        if (year != null && month != null && day != null) {
            return LocalDate.of(year, month, day).format(DAY);
        }
        if (year != null) {
            return month == null
                    ? say("plan.date.year", String.valueOf(year))
                    : say("plan.date.month", String.valueOf(month), String.valueOf(year));
        }
        return say("plan.date.yearly", "%02d/%02d".formatted(day, month));
    }

    /** "15/11/2026", or "15/11/2026 – 15/12/2026". */
    public String span(LocalDate from, @Nullable LocalDate to) {
        return to == null || to.equals(from) ? from.format(DAY) : from.format(DAY) + " – " + to.format(DAY);
    }

    public String day(LocalDate day) {
        return day.format(DAY);
    }

    public String moment(OffsetDateTime at) {
        return at.atZoneSameInstant(ZONE).format(MOMENT);
    }

    public String day(OffsetDateTime at) {
        return at.atZoneSameInstant(ZONE).format(DAY);
    }

    /** "năm 2026", "giai đoạn 2026–2030". */
    public String period(PlanContent.Period period) {
        return period.from() == period.to()
                ? say("plan.period.year", String.valueOf(period.from()))
                : say("plan.period.years", String.valueOf(period.from()), String.valueOf(period.to()));
    }

    /** "Nghị quyết số 28/NQ-CP ngày 03/03/2021 của Chính phủ về …"; a law without number is named first: "Luật Bình đẳng giới ngày …". */
    public String basis(PlanItem.LegalBasis basis) {
        String number = basis.number() == null ? "" : " " + say("plan.basis.number", basis.number());
        String date = basis.issuedOn() == null ? "" : " " + say("plan.basis.date", date(basis.issuedOn()));
        String issuer = basis.issuer() == null ? "" : " " + say("plan.basis.issuer", basis.issuer());
        String title = basis.titleAfterType();
        return basis.number() == null
                ? basis.type() + title + date + issuer
                : basis.type() + number + date + issuer + title;
    }

    /** "2.1": the second objective's first indicator; the bare number where the objective has none. */
    public String indicatorNumber(PlanContent content, PlanItem.Indicator indicator) {
        String own = Objects.requireNonNullElse(indicator.no(), "");
        return content.objectives().stream()
                .filter(objective -> objective.indicators().contains(indicator) && objective.no() != null)
                .map(objective -> own.isEmpty() ? "" : objective.no() + "." + own)
                .findFirst()
                .orElse(own);
    }

    /** Names of the parties, in the order of the ids. */
    public List<String> parties(PlanContent content, Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> content.party(id).stream())
                .map(PlanItem.Party::name)
                .toList();
    }

    /**
     * What a plan lacks, one sentence for all that lack the same.
     *
     * @param items what lacks it, where the sentence only counts them
     */
    public record Lack(boolean blocking, String sentence, List<String> items) {}

    /** In the order of the list. */
    public List<Lack> lacks(List<Missing> missing) {
        Map<String, List<Missing>> byCode = new LinkedHashMap<>();
        missing.forEach(one -> byCode.computeIfAbsent(one.code() + one.blocking(), code -> new ArrayList<>())
                .add(one));
        return byCode.values().stream().map(this::lack).toList();
    }

    private Lack lack(List<Missing> alike) {
        Missing first = alike.getFirst();
        return alike.size() == 1
                ? new Lack(first.blocking(), say(first.code(), first.arguments().toArray()), List.of())
                : new Lack(
                        first.blocking(),
                        say(first.code() + ".many", alike.size()),
                        alike.stream().flatMap(one -> one.arguments().stream()).toList());
    }

    public String fileSize(int bytes) {
        return bytes < 1024 * 1024
                ? say("plan.size.kilobytes", String.valueOf(Math.max(1, bytes / 1024)))
                : say("plan.size.megabytes", number(BigDecimal.valueOf(bytes * 10L / (1024 * 1024), 1)));
    }

    /** A value of a comparison between versions: constants and dates in words, all else as it is. */
    public String value(String text) {
        if (ISO_DAY.matcher(text).matches()) {
            return date(PartialDate.parse(text));
        }
        String known = messages.getMessage("plan.value." + text, null, "", LocaleContextHolder.getLocale());
        return known == null || known.isEmpty() ? text : known;
    }
}
