package vn.binhquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {

    @TempDir
    Path folder = Path.of(".");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String plan = "";

    @BeforeEach
    void a_plan_in_a_folder() throws IOException {
        Path file = folder.resolve("ke-hoach.docx");
        try (var in =
                Objects.requireNonNull(getClass().getResourceAsStream("/demo/ke-hoach-xa-thuong-son-2026.docx"))) {
            Files.copy(in, file);
        }
        plan = file.toString();
    }

    private int run(String... arguments) {
        return new CommandLine(new ReadCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void one_file_gives_one_object() {
        assertThat(run(plan)).isZero();
        var json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.isObject()).isTrue();
        assertThat(json.at("/source/file").asString()).isEqualTo("ke-hoach.docx");
    }

    @Test
    void several_files_give_an_array() {
        assertThat(run(plan, plan)).isZero();
        assertThat(JsonMapper.shared().readTree(out.toString())).hasSize(2);
    }

    @Test
    void a_file_that_cannot_be_read_says_why_and_the_others_are_read() throws IOException {
        Path empty = Files.createFile(folder.resolve("trong.txt"));

        assertThat(run(plan, empty.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("trong.txt").contains("không có nội dung");
        assertThat(JsonMapper.shared().readTree(out.toString())).hasSize(1);
    }

    @Test
    void a_file_that_is_not_there_says_so() {
        assertThat(run(folder.resolve("khong-co.md").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Không mở được tệp");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void text_is_a_page_for_people() {
        assertThat(run("--format", "text", plan)).isZero();
        assertThat(out.toString()).contains("Người ký: Hoàng Thị Mai Lan").contains("target-direction");
    }

    @Test
    void files_without_options_are_read_as_those_with_the_options_that_hold_anyway() throws IOException {
        String missing = folder.resolve("khong-co.md").toString();
        String empty = Files.createFile(folder.resolve("trong.txt")).toString();
        var parsed = new StringWriter();
        var parsedErr = new StringWriter();
        int status = BinhQuyen.read(
                List.of("--format", "json", "--lang", "vi", plan, missing, empty),
                new PrintWriter(parsed),
                new PrintWriter(parsedErr));

        assertThat(BinhQuyen.read(List.of(plan, missing, empty), new PrintWriter(out), new PrintWriter(err)))
                .isEqualTo(status)
                .isEqualTo(1);
        assertThat(out.toString()).isEqualTo(parsed.toString()).contains("ke-hoach.docx");
        assertThat(err.toString()).isEqualTo(parsedErr.toString()).contains("khong-co.md", "trong.txt");
    }

    @Test
    void without_a_file_or_with_an_option_the_arguments_are_parsed() {
        assertThat(BinhQuyen.read(List.of(), new PrintWriter(out), new PrintWriter(err)))
                .isEqualTo(2);
        assertThat(err.toString()).contains("FILE");

        assertThat(BinhQuyen.read(List.of("--help"), new PrintWriter(out), new PrintWriter(err)))
                .isZero();
        assertThat(out.toString()).contains("--format");
    }
}
