package vn.binhquyen.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037"})
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(Codes.at(SECRET, Codes.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void a_code_counts_from_one_step_before_to_one_step_after() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Codes.step(now);
        for (int drift = -1; drift <= 1; drift++) {
            assertThat(Codes.matching(SECRET, Codes.at(SECRET, step + drift), now))
                    .hasValue(step + drift);
        }
        assertThat(Codes.matching(SECRET, Codes.at(SECRET, step - 2), now)).isEmpty();
        assertThat(Codes.matching(SECRET, Codes.at(SECRET, step + 2), now)).isEmpty();
    }

    @Test
    void spaces_in_a_typed_code_do_not_matter_and_anything_else_is_wrong() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        assertThat(Codes.matching(SECRET, " 005 924 ", now)).isPresent();
        assertThat(Codes.matching(SECRET, "", now)).isEmpty();
        assertThat(Codes.matching(SECRET, "５", now)).isEmpty();
    }

    @Test
    void the_picture_can_be_read_and_says_the_secret_and_whose_it_is() throws Exception {
        String uri = Codes.uri(SECRET, "can-bo");
        assertThat(read(Codes.picture(uri))).isEqualTo(uri);
        assertThat(uri)
                .startsWith("otpauth://totp/B%C3%ACnh%20Quy%E1%BB%81n%3Acan-bo?")
                .contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Codes.typed(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    private static String read(Codes.Picture picture) throws Exception {
        int scale = 4;
        int side = picture.size() * scale;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher squares = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(picture.path());
        while (squares.find()) {
            int left = Integer.parseInt(squares.group(1)) * scale;
            int top = Integer.parseInt(squares.group(2)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + scale, 0);
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();
    }
}
