package vn.binhquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void facts_that_are_marked_certain_are_right_more_often_than_the_others() throws IOException {
        Path corpus = Path.of("src/test/resources/corpus");
        List<Path> plans;
        try (var files = Files.list(corpus.resolve("plans"))) {
            plans = files.sorted().limit(8).toList();
        }
        Map<String, Object> report = Calibration.of(plans, corpus.resolve("expected"));
        assertThat(ratio(report, "clean", "rightOfCertainRatio")).isGreaterThanOrEqualTo(0.99);
        assertThat(ratio(report, "clean", "certainShareRatio")).isGreaterThan(0.3);
        assertThat(ratio(report, "spoilt", "rightOfCertainRatio"))
                .isGreaterThan(ratio(report, "spoilt", "rightOfToLookAtRatio"));
    }

    private static double ratio(Map<String, Object> report, String part, String name) {
        Map<?, ?> figures = (Map<?, ?>) Objects.requireNonNull(report.get(part));
        return (Double) Objects.requireNonNull(figures.get(name));
    }
}
