package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {

    static List<Malformed> malformed() {
        return Malformed.all();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_cannot_be_read_is_refused_with_its_reason_in_both_languages(Malformed file) {
        for (Locale locale : List.of(Locale.of("vi"), Locale.ENGLISH)) {
            Reading reading = new PlanReader().read(file.name(), file.content(), locale);

            assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(file.reason());
                assertThat(refused.message())
                        .contains(file.name(), locale.getLanguage().equals("vi") ? "Hãy" : "lease")
                        .doesNotContain("Exception", "{0}", "{1}");
            });
        }
    }

    @Test
    void there_are_forty_of_them_at_least() {
        assertThat(Malformed.all()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void a_pdf_with_a_script_is_read_without_running_it() throws IOException {
        byte[] pdf = PdfSample.of(Samples.text(Samples.COMMUNE), PdfSample.INDENTED);

        assertThat(Samples.facts(
                        Samples.plan("a.pdf", Malformed.withScript(pdf)).plan()))
                .isEqualTo(Samples.facts(Samples.read(Samples.COMMUNE).plan()));
    }

    @Test
    void a_word_file_with_macros_is_read_without_them() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var file = OPCPackage.open(new java.io.ByteArrayInputStream(Samples.bytes(Samples.COMMUNE_WORD)))) {
            file.replaceContentType(
                    XWPFRelation.DOCUMENT.getContentType(), XWPFRelation.MACRO_DOCUMENT.getContentType());
            file.save(out);
        }

        assertThat(Samples.facts(Samples.plan("a.docm", out.toByteArray()).plan()))
                .isEqualTo(Samples.facts(Samples.read(Samples.COMMUNE).plan()));
    }
}
