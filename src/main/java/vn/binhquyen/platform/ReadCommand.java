package vn.binhquyen.platform;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads documents and prints what they say; starts nothing else, so that it answers at once. */
@Command(
        name = ReadCommand.NAME,
        description = "Đọc kế hoạch và in ra những gì đọc được, kèm các điểm cần xem lại.",
        mixinStandardHelpOptions = true)
public final class ReadCommand implements Callable<Integer> {

    static final String NAME = "read";

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Tệp .docx, .doc, .odt, .pdf, .html, .md, .txt hoặc bản chụp.")
    private List<String> files = List.of();

    @Option(names = "--format", description = "json hoặc text (mặc định: ${DEFAULT-VALUE}).", defaultValue = "json")
    private PlanPrinter.Format format = PlanPrinter.Format.json;

    @Option(names = "--lang", description = "Ngôn ngữ của các câu nhắc: vi hoặc en.", defaultValue = "vi")
    private String language = "vi";

    @Spec
    private CommandSpec spec;

    public ReadCommand() {
        spec = CommandSpec.create();
    }

    /** 0 where every file was read, 1 where one was not. */
    @Override
    public Integer call() {
        var line = spec.commandLine();
        return new PlanPrinter(format, language, line.getOut(), line.getErr()).print(files) ? 0 : 1;
    }
}
