package vn.binhquyen.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseEncodingTest {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

    private static String sample() throws IOException {
        try (var in = Objects.requireNonNull(
                VietnameseEncodingTest.class.getResourceAsStream("/demo/ke-hoach-xa-thuong-son-2026.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace('“', '"')
                    .replace('”', '"');
        }
    }

    private static String decoded(byte[] content) {
        try {
            return PlainTextReader.decode(content);
        } catch (CannotRead e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a text in an old encoding by the table that reads it. */
    private static byte[] encoded(String text, String table) throws IOException {
        Map<String, String> codes = new HashMap<>();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(VietnameseEncodingTest.class.getResourceAsStream("/intake/letters/" + table)),
                StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] pair = line.split(" ", 2);
                codes.putIfAbsent(pair[1], pair[0]);
            });
        }
        var written = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            String lower = letter.toLowerCase(Locale.ROOT);
            written.append(codes.getOrDefault(letter, codes.getOrDefault(lower, letter)));
        });
        return written.toString().getBytes(WESTERN);
    }

    /** As Windows writes it: the letter with its mark, then the tone. */
    private static byte[] in1258(String text) {
        var written = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            if (WINDOWS_1258.newEncoder().canEncode(letter)) {
                written.append(letter);
            } else {
                String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
                String tone = apart.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
                String rest = Normalizer.normalize(
                        apart.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", ""), Normalizer.Form.NFC);
                written.append(rest).append(tone);
            }
        });
        return written.toString().getBytes(WINDOWS_1258);
    }

    @Test
    void windows_1258_comes_back_with_its_tones_composed() throws IOException {
        assertThat(decoded(in1258(sample()))).isEqualTo(sample());
    }

    @Test
    void vni_comes_back() throws IOException {
        assertThat(decoded(encoded(sample(), "vni.txt"))).isEqualTo(sample());
    }

    @Test
    void tcvn3_comes_back_but_for_capitals_that_it_does_not_have() throws IOException {
        String read = decoded(encoded(sample(), "tcvn3.txt"));

        assertThat(read).isEqualToIgnoringCase(sample());
        assertThat(read).contains("KẾ HOẠCH", "MỤC TIÊU, CHỈ TIÊU NĂM 2026", "TỔ CHỨC THỰC HIỆN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void unicode_is_read_composed_or_not(String charset) throws IOException {
        String apart = Normalizer.normalize(sample(), Normalizer.Form.NFD);

        assertThat(decoded(sample().getBytes(Charset.forName(charset)))).isEqualTo(sample());
        assertThat(decoded(apart.getBytes(Charset.forName(charset)))).isEqualTo(sample());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vni.txt", "tcvn3.txt"})
    void old_letters_saved_as_unicode_are_mended(String table) throws IOException {
        byte[] taken = new String(encoded(sample(), table), WESTERN).getBytes(StandardCharsets.UTF_8);

        assertThat(decoded(taken)).isEqualToIgnoringCase(sample());
    }

    @Test
    void words_in_an_old_font_are_known_by_its_name() {
        assertThat(LegacyLetters.ofFont(".VnTime", "kÕ ho¹ch")).isEqualTo("kế hoạch");
        assertThat(LegacyLetters.ofFont(".VnTimeH", "kÕ ho¹ch")).isEqualTo("KẾ HOẠCH");
        assertThat(LegacyLetters.ofFont("VNI-Times", "keá hoaïch")).isEqualTo("kế hoạch");
        assertThat(LegacyLetters.ofFont("Times New Roman", "Đà Lạt")).isEqualTo("Đà Lạt");
    }

    @Test
    void a_damaged_byte_does_not_make_another_encoding_of_a_text() throws IOException {
        byte[] damaged = sample().getBytes(StandardCharsets.UTF_8);
        damaged[damaged.length / 2] = (byte) 0xFF;

        assertThat(decoded(damaged)).contains("KẾ HOẠCH", "Hoàng Thị Mai Lan");
    }

    @Test
    void a_french_text_is_left_alone() {
        assertThat(VietnameseEncoding.mend("Égalité réelle entre les hommes et les femmes, où être né ne pèse plus"))
                .startsWith("Égalité réelle");
    }
}
