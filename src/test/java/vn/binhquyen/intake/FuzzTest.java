package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** {@code bench fuzz} does the same with thousands. */
class FuzzTest {

    private static final int EACH = 72;

    private static Map<String, byte[]> documents() throws IOException {
        String markdown = Samples.text(Samples.COMMUNE);
        var documents = new LinkedHashMap<String, byte[]>();
        documents.put("a.docx", Samples.bytes(Samples.COMMUNE_WORD));
        documents.put("a.doc", Samples.bytes("/samples/ke-hoach-xa-thuong-son-2026.doc"));
        documents.put("a.odt", Samples.bytes("/samples/ke-hoach-xa-thuong-son-2026.odt"));
        documents.put("a.pdf", PdfSample.of(markdown, PdfSample.INDENTED));
        documents.put("a.html", HtmlSample.of(markdown, "").getBytes(StandardCharsets.UTF_8));
        documents.put("a.md", markdown.getBytes(StandardCharsets.UTF_8));
        documents.put("a.txt", TxtSample.of(markdown).getBytes(StandardCharsets.UTF_8));
        return documents;
    }

    @Test
    void five_hundred_spoiled_documents_are_read_or_refused_in_time() throws IOException {
        int plans = 0;
        int refusals = 0;
        for (var document : documents().entrySet()) {
            for (int seed = 0; seed < EACH; seed++) {
                byte[] spoiled = new Mutation(seed).of(document.getValue());
                Reading reading = Assertions.assertTimeout(
                        Duration.ofSeconds(20),
                        () -> new PlanReader().read(document.getKey(), spoiled, Samples.VIETNAMESE),
                        document.getKey() + " " + seed);
                switch (reading) {
                    case Reading.Plan plan -> plans++;
                    case Reading.Refused refused -> {
                        refusals++;
                        assertThat(refused.message()).isNotBlank();
                    }
                }
            }
        }
        assertThat(plans + refusals).isEqualTo(7 * EACH).isGreaterThan(500);
        assertThat(plans).isPositive();
        assertThat(refusals).isPositive();
    }
}
