package vn.binhquyen.platform.web;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Duty;

/** The sentence of a duty: a message of the room that the duty comes from. */
@Component("dutyTitles")
class DutyTitles {
    private final MessageSource messages;

    DutyTitles(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Duty duty) {
        return messages.getMessage(
                "duty." + duty.kind() + ".title", duty.title().toArray(), LocaleContextHolder.getLocale());
    }
}
