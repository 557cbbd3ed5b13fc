package vn.binhquyen.intake.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.plan.PlanItem;

/** Says what stands in a draft in the words of an office, in the reader's language. */
@Component("draftWords")
class DraftWords {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final MessageSource messages;

    DraftWords(MessageSource messages) {
        this.messages = messages;
    }

    static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** The label of a field: that of the list, or the common one of the name. */
    String label(String list, String field) {
        String own = messages.getMessage("intake.field." + list + "." + field, null, "", locale());
        return own == null || own.isEmpty() ? say("intake.field." + field) : own;
    }

    /** The line below a field; null where it needs none. */
    @Nullable
    String help(String list, String field) {
        String help = messages.getMessage("intake.help." + list + "." + field, null, "", locale());
        return help == null || help.isEmpty() ? null : help;
    }

    String choice(Enum<?> value) {
        return say("intake." + value.getClass().getSimpleName() + "." + value.name());
    }

    /** "≥ 75 % · 2030". */
    public String target(PlanItem.Target target) {
        var words = new StringBuilder(sign(target.comparator()))
                .append('\u00a0')
                .append(VietnameseNumbers.format(target.value()));
        BigDecimal high = target.high();
        if (high != null) {
            words.append('–').append(VietnameseNumbers.format(high));
        }
        if (!target.unit().isBlank()) {
            words.append('\u00a0').append(target.unit());
        }
        if (target.baseline() != null) {
            words.append(" (")
                    .append(say("intake.row.baseline", VietnameseNumbers.format(target.baseline())))
                    .append(')');
        }
        if (target.byYear() != null) {
            words.append(" · ").append(target.byYear());
        }
        if (target.frequency() != null) {
            words.append(" · ").append(choice(target.frequency()));
        }
        return words.toString();
    }

    static String sign(Comparator comparator) {
        return switch (comparator) {
            case AT_LEAST -> "≥";
            case MORE_THAN -> ">";
            case AT_MOST -> "≤";
            case LESS_THAN -> "<";
            case EQUAL -> "=";
            case ABOUT -> "≈";
        };
    }

    /** As much of the date as is known: "10/06/2026", "06/2026", "2026", "10/06". */
    String date(PartialDate date) {
        var words = new StringBuilder();
        if (date.day() != null) {
            words.append("%02d/".formatted(date.day()));
        }
        if (date.month() != null) {
            words.append("%02d".formatted(date.month()));
        }
        if (date.year() != null) {
            words.append(words.isEmpty() ? "" : "/").append(date.year());
        }
        return words.toString();
    }

    String day(LocalDate date) {
        return date.format(DAY);
    }

    public String time(OffsetDateTime at) {
        return at.atZoneSameInstant(ZONE).format(TIME);
    }

    public String moment(OffsetDateTime at) {
        return at.atZoneSameInstant(ZONE).format(MOMENT);
    }
}
