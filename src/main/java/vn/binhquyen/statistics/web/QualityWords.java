package vn.binhquyen.statistics.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.PeriodName;
import vn.binhquyen.statistics.quality.Finding;
import vn.binhquyen.statistics.quality.Rule;

/** Says what is odd, and what to do, in the reader's language. */
@Component("qualityWords")
class QualityWords {
    private final MessageSource messages;

    QualityWords(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** "Số nữ có vượt tổng số không?" */
    public String question(Finding finding) {
        Rule rule = finding.rule();
        return rule == null ? say("quality.check." + finding.kind(), dimensions(finding)) : rule.question(english());
    }

    public String advice(Finding finding) {
        Rule rule = finding.rule();
        return rule == null ? say("quality.check." + finding.kind() + ".advice") : rule.advice(english());
    }

    /** Element and breakdown: "Người bị bạo lực được phát hiện · Nữ"; empty where it is about the whole sheet. */
    public String where(Finding finding) {
        DataElement element = finding.element();
        if (element == null) {
            return "";
        }
        List<String> words = new ArrayList<>(List.of(element.name(english())));
        Breakdowns.Named part = finding.breakdown();
        if (part != null) {
            words.add(english() ? part.nameEn() : part.nameVi());
        }
        if (finding.key().cell().nature() == Nature.ESTIMATED) {
            words.add(say("quality.estimated"));
        }
        return String.join(" · ", words);
    }

    /** "12, so với 10": the figures that do not fit. */
    public String numbers(Finding finding) {
        BigDecimal figure = finding.figure();
        BigDecimal expected = finding.expected();
        if (finding.kind().equals("SAME-UNIT")) {
            return say("quality.numbers.SAME-UNIT", number(figure), String.valueOf(finding.otherUnit()));
        }
        Rule rule = finding.rule();
        if (rule != null) {
            return say(
                    "quality.numbers.RULE." + rule.against(),
                    number(figure),
                    say("quality.comparator." + rule.comparator().name()),
                    number(expected));
        }
        return say("quality.numbers." + finding.kind(), number(figure), number(expected));
    }

    /** "quý II/2026" */
    public String period(Period period) {
        return messages.getMessage(PeriodName.of(period), LocaleContextHolder.getLocale());
    }

    /** 1.180,5 in Vietnamese. */
    public String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** "nhóm tuổi, giới tính": what was added up. */
    private String dimensions(Finding finding) {
        return finding.over().stream()
                .map(dimension -> (english() ? dimension.nameEn() : dimension.nameVi()).toLowerCase(locale()))
                .collect(Collectors.joining(", "));
    }

    boolean english() {
        return locale().getLanguage().equals("en");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
