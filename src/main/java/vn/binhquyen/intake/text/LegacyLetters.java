package vn.binhquyen.intake.text;

import org.jspecify.annotations.Nullable;

/** Text typed with fonts from before Unicode, whose codes stand for other letters than they say. */
final class LegacyLetters {
    private LegacyLetters() {}

    static String ofFont(@Nullable String font, String text) {
        return text;
    }
}
