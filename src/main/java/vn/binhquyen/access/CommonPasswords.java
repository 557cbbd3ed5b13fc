package vn.binhquyen.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;

/**
 * The passwords that guessers try first, from a list that lies in the program: nothing is asked of anybody outside.
 * Finds also what is only dressed up: with digits and signs around it, with capitals, accents and separators, doubled.
 */
@Component
class CommonPasswords {
    private static final String LIST = "/access/common-passwords.txt.gz";
    private static final String ROWS =
            "01234567890 1234567890 09876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm"
                    + " qazwsxedcrfvtgb 1q2w3e4r5t6y7u8i9o0p";
    /** A keyboard row or run of digits of this length is worth no more than a single character. */
    private static final int RUN = 4;

    private static final int REMAINDER = 5;

    private volatile Set<String> list = Set.of();

    boolean contains(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String plain = PasswordRule.plain(password);
        return known(lower)
                || known(plain)
                || known(withoutEnds(plain))
                || known(half(plain))
                || withoutRuns(plain).length() < REMAINDER;
    }

    private boolean known(String word) {
        return list().contains(word);
    }

    private static String withoutEnds(String plain) {
        String letters = plain.replaceAll("^\\p{N}+|\\p{N}+$", "");
        return letters.isEmpty() ? plain : letters;
    }

    /** What the password repeats, where it is one word written several times. */
    private static String half(String plain) {
        int start = (plain + plain).indexOf(plain, 1);
        return plain.substring(0, start);
    }

    private static String withoutRuns(String plain) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < plain.length()) {
            int end = at + 1;
            while (end < plain.length() && ROWS.contains(plain.substring(at, end + 1))) {
                end++;
            }
            rest.append(plain, at, end - at >= RUN ? at + 1 : end);
            at = end;
        }
        return rest.toString();
    }

    private Set<String> list() {
        Set<String> known = list;
        if (known.isEmpty()) {
            known = read();
            list = known;
        }
        return known;
    }

    private static Set<String> read() {
        try (InputStream file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            Set<String> words = new HashSet<>(80_000);
            lines.lines().forEach(words::add);
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
