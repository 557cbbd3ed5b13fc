package vn.binhquyen.intake.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.binhquyen.intake.DocumentText;

class ReviewJsonTest {

    @Test
    void a_text_kept_before_scans_and_pages_were_known_still_opens() {
        String kept = """
            {"format": "docx", "lines": [{"number": 1, "text": "KẾ HOẠCH", "heading": 0, "centred": true,
              "autoLabel": 0, "spans": [], "cell": null, "blank": false}]}\
            """;

        DocumentText text = ReviewJson.MAPPER.readValue(kept, DocumentText.class);

        assertThat(text.ocr()).isFalse();
        assertThat(text.pageStarts()).isEmpty();
        assertThat(text.text()).isEqualTo("KẾ HOẠCH");
    }
}
