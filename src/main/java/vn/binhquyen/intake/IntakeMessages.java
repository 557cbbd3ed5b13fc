package vn.binhquyen.intake;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this room in Vietnamese, or in English for readers of any other language. */
final class IntakeMessages {

    private static final String BUNDLE = "messages.intake";

    private final ResourceBundle bundle;
    private final Locale language;

    IntakeMessages(Locale locale) {
        language = locale.getLanguage().equals("vi") ? Locale.of("vi") : Locale.ENGLISH;
        bundle = ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @throws java.util.MissingResourceException where the key has no sentence */
    String say(String key, Object... details) {
        return new MessageFormat(bundle.getString(key), language).format(details);
    }
}
