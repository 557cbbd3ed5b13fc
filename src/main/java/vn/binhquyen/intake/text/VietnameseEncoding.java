package vn.binhquyen.intake.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows the encoding of a Vietnamese text by reading it: in the right one, the words with accents are syllables that the
 * language can have.
 */
final class VietnameseEncoding {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern ACCENTED = Pattern.compile(".*[^\\x00-\\x7F].*");
    private static final Pattern SYLLABLE = Pattern.compile("(?:ngh?|gh?|gi|kh|nh|ph|qu|th|tr|ch|[bcdđhklmnprstvx])?"
            + "(?:uye|uyê|ươ|uô|iê|yê|oai|oay|oeo|uây|ươi|ươu|iêu|yêu|uôi|uya|uyu|[aăâeêioôơuưy]{1,3})"
            + "(?:ch|nh|ng|[cmnpt])?");
    private static final int FEWEST = 3;
    private static final double CERTAIN = 0.7;

    private VietnameseEncoding() {}

    /** The text of bytes that are no UTF-16 and no faultless UTF-8; nothing where no encoding makes Vietnamese of them. */
    static Optional<String> decode(byte[] content) {
        String western = decode(content, Charset.forName("windows-1252"));
        return best(Stream.of(
                decode(content, StandardCharsets.UTF_8),
                decode(content, Charset.forName("windows-1258")),
                LegacyLetters.TCVN3.read(western),
                LegacyLetters.VNI.read(western)));
    }

    /** Mends text that was typed in an old encoding and then taken for Western. */
    static String mend(String text) {
        if (text.codePoints().anyMatch(c -> c >= 0x1EA0 && c <= 0x1EF9)) {
            return text;
        }
        return best(Stream.<UnaryOperator<String>>of(
                                UnaryOperator.identity(), LegacyLetters.TCVN3::read, LegacyLetters.VNI::read)
                        .map(reading -> reading.apply(text)))
                .orElse(text);
    }

    private static Optional<String> best(Stream<String> readings) {
        return readings.map(Reading::of)
                .filter(reading -> reading.right >= FEWEST && reading.share() >= CERTAIN)
                .max(Comparator.comparingDouble(Reading::share).thenComparing(Reading::right))
                .map(Reading::text);
    }

    private record Reading(String text, long right, long all) {

        static Reading of(String text) {
            String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
            var words = WORD.matcher(composed)
                    .results()
                    .map(match -> match.group().toLowerCase(Locale.ROOT))
                    .filter(word -> ACCENTED.matcher(word).matches())
                    .limit(5_000)
                    .toList();
            long right = words.stream().filter(Reading::isSyllable).count();
            return new Reading(composed, right, words.size());
        }

        double share() {
            return all == 0 ? 0 : (double) right / all;
        }

        /** At most one tone, and a beginning, a vowel and an end that go together. */
        private static boolean isSyllable(String word) {
            String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
            long tones = apart.chars()
                    .filter(c -> c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323)
                    .count();
            String plain = Normalizer.normalize(
                    apart.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", ""), Normalizer.Form.NFC);
            return tones <= 1 && SYLLABLE.matcher(plain).matches();
        }
    }

    private static String decode(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException impossible) {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }
}
