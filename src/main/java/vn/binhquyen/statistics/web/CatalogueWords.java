package vn.binhquyen.statistics.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what the catalogue holds in the reader's language. */
@Component("catalogueWords")
class CatalogueWords {
    private final MessageSource messages;

    CatalogueWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The same for the title of a page. */
    static String title(String vietnamese, String english) {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage()) && !english.isBlank()
                ? english
                : vietnamese;
    }

    public boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** The English name on an English page, where there is one. */
    public String name(String vietnamese, String english) {
        return title(vietnamese, english);
    }

    /** What a field of an entry is called. */
    public String field(String field) {
        return say("catalogue.field." + field);
    }

    /** A value of a field as a person reads it: of lists of words its word, "–" where there is none. */
    public String value(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "–";
        }
        String word =
                messages.getMessage("catalogue." + field + "." + value, null, value, LocaleContextHolder.getLocale());
        return word == null ? value : word;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
