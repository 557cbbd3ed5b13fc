package vn.binhquyen.platform.web;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Duty;

/** The sentence of a duty: a message of the room that the duty comes from. */
@Component("dutyTitles")
class DutyTitles {
    private static final Pattern AROUND_NUMBERS = Pattern.compile("(?<=\\s)(?=\\S+/\\S)|(?<=\\S/\\S{1,40})(?=\\s)");

    private final MessageSource messages;

    DutyTitles(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence cut around the numbers of documents in it, which must not break over two lines. */
    public List<String> pieces(Duty duty) {
        return List.of(AROUND_NUMBERS.split(of(duty)));
    }

    public String of(Duty duty) {
        return messages.getMessage(
                "duty." + duty.kind() + ".title", duty.title().toArray(), LocaleContextHolder.getLocale());
    }
}
