package vn.binhquyen.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.binhquyen.intake.PlanJson;
import vn.binhquyen.intake.PlanReader;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.Reading;

/** Reads documents and prints what they say; starts nothing else, so that it answers at once. */
@Command(
        name = ReadCommand.NAME,
        description = "Đọc kế hoạch và in ra những gì đọc được, kèm các điểm cần xem lại.",
        mixinStandardHelpOptions = true)
public final class ReadCommand implements Callable<Integer> {

    static final String NAME = "read";

    /** Enough that no core waits for a long document before others may be printed. */
    private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    enum Format {
        json,
        text
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Tệp .docx, .doc, .odt, .pdf, .html, .md, .txt hoặc bản chụp.")
    private List<Path> files = List.of();

    @Option(names = "--format", description = "json hoặc text (mặc định: ${DEFAULT-VALUE}).", defaultValue = "json")
    private Format format = Format.json;

    @Option(names = "--lang", description = "Ngôn ngữ của các câu nhắc: vi hoặc en.", defaultValue = "vi")
    private String language = "vi";

    @Spec
    private CommandSpec spec;

    public ReadCommand() {
        spec = CommandSpec.create();
    }

    /** What one file gave: what to print, or what to complain of, or both. */
    private record Answer(
            @Nullable String printed, @Nullable String complaint) {}

    /**
     * 0 where every file was read, 1 where one was not. Several are read at once, and printed in the order asked as soon
     * as those before them are, so that only a few are held in memory.
     */
    @Override
    public Integer call() {
        PlanReader.quiet();
        var reader = new PlanReader();
        var stream = files.size() == 1
                ? files.stream().map(file -> answer(reader, file))
                : files.stream().gather(Gatherers.mapConcurrent(AT_ONCE, file -> answer(reader, file)));
        return print(stream) ? 0 : 1;
    }

    private Answer answer(PlanReader reader, Path file) {
        try {
            return switch (reader.read(file, Locale.of(language))) {
                case Reading.Plan read -> new Answer(written(read.plan()), null);
                case Reading.Refused refused -> new Answer(written(refused.document()), refused.message());
            };
        } catch (IOException e) {
            return new Answer(null, ("vi".equals(language) ? "Không mở được tệp: " : "Cannot open the file: ") + file);
        }
    }

    /** What is no plan, but known, is written with what its head says. */
    private @Nullable String written(@Nullable Object document) {
        return switch (format) {
            case json -> document == null ? null : PlanJson.writeIndented(document);
            case text -> document instanceof ReadPlan plan ? PlanSummary.of(plan) : null;
        };
    }

    private boolean print(Stream<Answer> answers) {
        PrintWriter out = spec.commandLine().getOut();
        boolean array = format == Format.json && files.size() > 1;
        boolean allRead = true;
        int printed = 0;
        for (Answer answer : (Iterable<Answer>) answers::iterator) {
            if (answer.printed() != null) {
                out.print(printed++ > 0 ? array ? ", " : System.lineSeparator() : array ? "[ " : "");
                out.print(answer.printed());
            }
            if (answer.complaint() != null) {
                complain(answer.complaint());
                allRead = false;
            }
        }
        if (array) {
            out.print(printed > 0 ? " ]" : "[ ]");
        }
        if (array || printed > 0) {
            out.println();
        }
        out.flush();
        return allRead;
    }

    private void complain(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
    }
}
