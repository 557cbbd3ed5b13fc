package vn.binhquyen.intake.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text typed with the fonts from before Unicode, whose codes stand for other letters than they say. */
enum LegacyLetters {
    TCVN3,
    VNI;

    private static final int LONGEST_CODE = 2;
    private static final Pattern EMBEDDED = Pattern.compile("^[A-Z]{6}\\+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final Map<String, String> letters = new HashMap<>();

    /** What a run set in a font says: fonts named ".Vn…" are TCVN3, those named "VNI-…" are VNI. */
    static String ofFont(@Nullable String font, String text) {
        if (font == null) {
            return text;
        }
        String name = EMBEDDED.matcher(font).replaceFirst("");
        if (name.startsWith(".Vn")) {
            String read = TCVN3.read(text);
            return name.endsWith("H") ? read.toUpperCase(java.util.Locale.ROOT) : read;
        }
        return name.startsWith("VNI-") ? VNI.read(text) : text;
    }

    /** The text that the codes, given as characters of Windows-1252, stand for. */
    String read(String codes) {
        Map<String, String> table = table();
        var text = new StringBuilder(codes.length());
        int i = 0;
        while (i < codes.length()) {
            int length = Math.min(LONGEST_CODE, codes.length() - i);
            while (length > 1 && !table.containsKey(codes.substring(i, i + length))) {
                length--;
            }
            String code = codes.substring(i, i + length);
            text.append(table.getOrDefault(code, code));
            i += length;
        }
        return this == TCVN3 ? capitals(text.toString()) : text.toString();
    }

    /** TCVN3 has no capitals with tones: a word whose other letters are capitals is written in capitals. */
    private static String capitals(String text) {
        Matcher word = WORD.matcher(text);
        return word.replaceAll(match -> {
            String letters = match.group();
            boolean lower = letters.chars().anyMatch(c -> c < 128 && Character.isLowerCase(c));
            boolean upper = letters.chars().anyMatch(Character::isUpperCase);
            return Matcher.quoteReplacement(
                    upper && !lower && letters.length() > 1 ? letters.toUpperCase(java.util.Locale.ROOT) : letters);
        });
    }

    private synchronized Map<String, String> table() {
        if (letters.isEmpty()) {
            String resource = "/intake/letters/" + name().toLowerCase(java.util.Locale.ROOT) + ".txt";
            try (var in = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(LegacyLetters.class.getResourceAsStream(resource), resource),
                    StandardCharsets.UTF_8))) {
                in.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                    String[] pair = line.split(" ", 2);
                    letters.put(pair[0], pair[1]);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return letters;
    }
}
