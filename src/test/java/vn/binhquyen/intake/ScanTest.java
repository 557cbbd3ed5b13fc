package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhquyen.intake.text.Scans;

class ScanTest {

    private static final int RESOLUTION = 200;

    @BeforeAll
    static void the_program_that_reads_scans_is_installed() {
        assumeTrue(Scans.canBeRead(), "Not installed; to run these tests: " + Scans.INSTALLATION);
    }

    private static BufferedImage firstPage() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfSample.of(Samples.text(Samples.COMMUNE), PdfSample.INDENTED))) {
            return new PDFRenderer(document).renderImageWithDPI(0, RESOLUTION, ImageType.GRAY);
        }
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(firstPage(), format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] scannedPdf() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                var image = LosslessFactory.createFromImage(document, firstPage());
                stream.drawImage(
                        image,
                        0,
                        0,
                        page.getCropBox().getWidth(),
                        page.getCropBox().getHeight());
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tiff"})
    void a_picture_of_a_page_is_read(String format) throws IOException {
        ReadPlan plan = Samples.plan("scan." + format, picture(format)).plan();

        assertThat(plan.source().ocr()).isTrue();
        assertThat(plan.source().format()).hasToString(format);
        assertThat(plan.title()).contains("vì sự tiến bộ của phụ nữ năm 2026");
    }

    @Test
    void a_pdf_of_pictures_is_read_like_the_printed_one() throws IOException {
        ReadPlan plan = Samples.plan("scan.pdf", scannedPdf()).plan();
        ReadPlan printed = Samples.read(Samples.COMMUNE).plan();

        assertThat(plan.source().ocr()).isTrue();
        assertThat(plan.symbol()).isEqualTo(printed.symbol());
        assertThat(plan.legalBases())
                .extracting(ReadPlan.LegalBasis::number)
                .isEqualTo(printed.legalBases().stream()
                        .map(ReadPlan.LegalBasis::number)
                        .toList());
        assertThat(plan.purposes()).hasSameSizeAs(printed.purposes());
    }

    @Test
    void who_waits_is_told_of_each_page_that_was_read() throws IOException {
        var told = new ArrayList<ScannedPages.Count>();

        new IsolatedReader(true, Duration.ofMinutes(2), System.getProperty("java.class.path"))
                .read("scan.pdf", scannedPdf(), Samples.VIETNAMESE, told::add);

        assertThat(told).containsExactly(new ScannedPages.Count(1, 1));
    }
}
