package vn.binhquyen.statistics.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.statistics.PeriodName;
import vn.binhquyen.statistics.form.OwedForm;

/** Periods, faults and states of forms in the words of pages. */
@Component("formWords")
public class FormWords {
    private final MessageSource messages;

    FormWords(MessageSource messages) {
        this.messages = messages;
    }

    /** "quý II/2026". */
    public String period(Period period) {
        return say(PeriodName.of(period));
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    public String say(MessageSourceResolvable what) {
        return messages.getMessage(what, locale());
    }

    /** "Tỉnh, Xã" of the names of levels. */
    public String levels(List<String> levels) {
        return String.join(
                ", ",
                levels.stream().map(level -> say("organization.level." + level)).toList());
    }

    /** "1.234,5"; a dash where there is none. */
    public String number(@Nullable BigDecimal number) {
        return number == null ? "–" : VietnameseNumbers.format(number);
    }

    /** The colour of how far an owed form has come. */
    public String colour(OwedForm.State state) {
        return switch (state) {
            case NOT_BEGUN -> "none";
            case BEGUN -> "warn";
            case SENT -> "ok";
        };
    }

    boolean english() {
        return locale().getLanguage().equals("en");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
