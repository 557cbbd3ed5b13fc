package vn.binhquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.intake.HtmlSample;
import vn.binhquyen.intake.PdfSample;
import vn.binhquyen.intake.PlanJson;
import vn.binhquyen.intake.PlanReader;
import vn.binhquyen.intake.Reading;
import vn.binhquyen.intake.WordSample;
import vn.binhquyen.intake.text.Scans;
import vn.binhquyen.platform.ReadingScore.Count;

/** The plans of our own corpus say the same in every format in which an office would send them. */
class ReadingOfFormatsTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final List<String> SCANNED = List.of(
            "xa-suoi-ngan-2026", "tinh-vinh-loc-2023", "pcblgd-tinh-binh-nguyen-2024", "thanh-pho-song-thao-2022");
    private static final int RESOLUTION = 200;

    private interface Format {
        byte[] of(String markdown) throws IOException;
    }

    @Test
    void as_word_files() throws IOException {
        everyGroupReaches(0.97, plans(), "docx", WordSample::typed);
    }

    @Test
    void as_pages_of_a_legal_site() throws IOException {
        everyGroupReaches(
                0.98, plans(), "html", markdown -> HtmlSample.of(markdown, "").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void as_printed_pdf_files() throws IOException {
        everyGroupReaches(0.98, plans(), "pdf", markdown -> PdfSample.of(markdown, PdfSample.INDENTED));
    }

    /** All groups together: a heading or a name that is not made out takes with it what hangs on it. */
    @Test
    void most_facts_in_scans() throws IOException {
        assumeTrue(Scans.canBeRead(), "Not installed; to run these tests: " + Scans.INSTALLATION);
        List<Path> some =
                plans().stream().filter(plan -> SCANNED.contains(name(plan))).toList();
        assertThat(some).hasSameSizeAs(SCANNED);
        Map<String, Count> groups = score(some, "pdf", markdown -> scan(PdfSample.of(markdown, PdfSample.INDENTED)));
        Count all = groups.values().stream().reduce(Count::plus).orElseThrow();
        assertThat(all.precision()).as("precision, %s", all.slips()).isGreaterThanOrEqualTo(0.9);
        assertThat(all.recall()).as("recall, %s", all.slips()).isGreaterThanOrEqualTo(0.85);
    }

    private static void everyGroupReaches(double demanded, List<Path> plans, String ending, Format format)
            throws IOException {
        assertThat(score(plans, ending, format)).isNotEmpty().allSatisfy((group, count) -> {
            assertThat(count.precision())
                    .as("precision of %s, %s", group, count.slips())
                    .isGreaterThanOrEqualTo(demanded);
            assertThat(count.recall())
                    .as("recall of %s, %s", group, count.slips())
                    .isGreaterThanOrEqualTo(demanded);
        });
    }

    private static Map<String, Count> score(List<Path> plans, String ending, Format format) throws IOException {
        JsonMapper json = JsonMapper.shared();
        PlanReader reader = new PlanReader();
        Map<String, Count> all = new LinkedHashMap<>();
        for (Path plan : plans) {
            Reading reading =
                    reader.read(name(plan) + "." + ending, format.of(Files.readString(plan)), Locale.of("vi"));
            var read = reading instanceof Reading.Plan found
                    ? json.readTree(PlanJson.write(found.plan()))
                    : json.createObjectNode();
            Path noted = CORPUS.resolve("expected").resolve(name(plan) + ".json");
            ReadingScore.of(read, json.readTree(Files.readString(noted)))
                    .forEach((group, count) -> all.merge(group, count, Count::plus));
        }
        return all;
    }

    /** The pages as pictures, as a scanner makes them. */
    private static byte[] scan(byte[] printed) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var pages = Loader.loadPDF(printed);
                var scanned = new PDDocument()) {
            var renderer = new PDFRenderer(pages);
            for (int number = 0; number < pages.getNumberOfPages(); number++) {
                var page = new PDPage(PDRectangle.A4);
                scanned.addPage(page);
                var picture = LosslessFactory.createFromImage(
                        scanned, renderer.renderImageWithDPI(number, RESOLUTION, ImageType.GRAY));
                try (var stream = new PDPageContentStream(scanned, page)) {
                    stream.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            scanned.save(out);
        }
        return out.toByteArray();
    }

    private static String name(Path plan) {
        return plan.getFileName().toString().replaceFirst("\\.md$", "");
    }

    private static List<Path> plans() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve("plans"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
