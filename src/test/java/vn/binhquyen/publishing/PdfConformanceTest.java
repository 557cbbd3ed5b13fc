package vn.binhquyen.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Asks the reference validator whether the files may be archived (PDF/A-2) and read aloud (PDF/UA-1). */
class PdfConformanceTest {
    private static final List<OfficialDocument> DOCUMENTS =
            List.of(Samples.issuedPlan(), Samples.draftPlan(), Samples.report(), Samples.letter());

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_2_A", "PDFA_2_B", "PDFUA_1"})
    void every_kind_of_document_conforms(PDFAFlavour flavour) throws Exception {
        for (OfficialDocument document : DOCUMENTS) {
            try (PDFAParser parser = Foundries.defaultInstance()
                            .createParser(new ByteArrayInputStream(PdfRenderer.render(document)), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTestAssertions())
                        .as("breaches of %s in: %s", flavour, document.subject())
                        .isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }
}
