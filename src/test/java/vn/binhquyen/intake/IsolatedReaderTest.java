package vn.binhquyen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IsolatedReaderTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private static IsolatedReader reader(Duration limit) {
        return new IsolatedReader(true, limit, CLASS_PATH);
    }

    @Test
    void a_plan_read_in_a_process_of_its_own_is_the_plan_read_here() throws IOException {
        byte[] content = Samples.bytes(Samples.COMMUNE_WORD);

        assertThat(reader(Duration.ofSeconds(60)).read("Kế hoạch xã.docx", content, Samples.VIETNAMESE))
                .isEqualTo(Samples.plan("Kế hoạch xã.docx", content));
    }

    @Test
    void a_refusal_comes_back_with_its_sentence() {
        byte[] content = "Kính gửi: Các thôn".getBytes(StandardCharsets.UTF_8);

        assertThat(reader(Duration.ofSeconds(60)).read("a.txt", content, Samples.VIETNAMESE))
                .isEqualTo(new PlanReader().read("a.txt", content, Samples.VIETNAMESE));
    }

    @Test
    void who_takes_too_long_is_stopped_and_leaves_nothing_behind() throws IOException {
        long folders = folders();

        Reading reading =
                reader(Duration.ofMillis(50)).read("a.docx", Samples.bytes(Samples.COMMUNE_WORD), Samples.VIETNAMESE);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reading.Reason.TOO_SLOW));
        assertThat(folders()).isEqualTo(folders);
    }

    @Test
    void a_process_that_dies_is_a_refusal() throws IOException {
        Reading reading = new IsolatedReader(true, Duration.ofSeconds(60), "nowhere")
                .read("a.docx", Samples.bytes(Samples.COMMUNE_WORD), Samples.VIETNAMESE);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reading.Reason.UNREADABLE));
    }

    @Test
    void a_document_that_eats_the_memory_of_its_process_is_refused() {
        byte[] deep = new byte[19 * 1024 * 1024];
        byte[] opening = "<div><table><tr><td>".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < deep.length; i++) {
            deep[i] = opening[i % opening.length];
        }

        assertThat(reader(Duration.ofSeconds(20)).read("a.html", deep, Samples.VIETNAMESE))
                .isInstanceOf(Reading.Refused.class);
    }

    @Test
    void it_runs_with_the_options_with_which_the_launcher_makes_the_cache_of_linked_classes() throws IOException {
        String launcher = Files.readString(Path.of("bin/binhquyen"));
        String made = launcher.lines()
                .filter(line -> line.startsWith("options=") || line.startsWith("reading="))
                .collect(Collectors.joining(" "));

        assertThat(made).contains(IsolatedReader.AS_THE_CACHE_WAS_MADE);
        assertThat(launcher).contains("$options $reading -XX:AOTCacheOutput");
    }

    private static long folders() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("binhquyen-reading"))
                    .count();
        }
    }
}
