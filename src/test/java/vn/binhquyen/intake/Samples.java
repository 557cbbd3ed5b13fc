package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The sample documents with invented names, and plans made of a few lines. */
public final class Samples {

    static final Locale VIETNAMESE = Locale.of("vi");
    static final String COMMUNE_WORD = "/demo/ke-hoach-xa-thuong-son-2026.docx";
    static final String COMMUNE = "/demo/ke-hoach-xa-thuong-son-2026.md";
    static final String PROVINCE = "/demo/ke-hoach-tinh-minh-ha-2026-2030.md";
    static final String DISTRICT = "/intake/ke-hoach-huyen-van-khe-2025.txt";

    private Samples() {}

    static byte[] bytes(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        }
    }

    static String text(String resource) throws IOException {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    static Reading.Plan read(String resource) throws IOException {
        return plan(resource, bytes(resource));
    }

    static Reading.Plan plan(String name, byte[] content) {
        Reading reading = new PlanReader().read(name, content, VIETNAMESE);
        assertThat(reading).isInstanceOf(Reading.Plan.class);
        return (Reading.Plan) reading;
    }

    static Reading.Plan plan(String markdown) {
        return plan("ke-hoach.md", markdown.getBytes(StandardCharsets.UTF_8));
    }

    /** The facts of a plan as text, without places and the file's own properties, to compare two readings. */
    static String facts(ReadPlan plan) {
        return PlanJson.writeIndented(plan.withFindings(java.util.List.of()))
                .replaceAll("\"at\"\\s*:\\s*\\{[^}]*\\}", "")
                .replaceAll("(?s)\"source\"\\s*:\\s*\\{.*?\\},", "")
                .replaceAll("(?s)\"places\"\\s*:\\s*\\{.*\\}\\s*,\\s*\"findings\".*", "");
    }
}
