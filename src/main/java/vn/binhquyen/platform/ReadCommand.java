package vn.binhquyen.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
        name = "read",
        description = "Đọc kế hoạch và in ra những gì đọc được, kèm các điểm cần xem lại.",
        mixinStandardHelpOptions = true)
public final class ReadCommand implements Callable<Integer> {

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

    /** 0 where every file was read, 1 where one was not. */
    @Override
    public Integer call() {
        PlanReader.quiet();
        var reader = new PlanReader();
        var plans = new ArrayList<ReadPlan>();
        var documents = new ArrayList<Object>();
        boolean allRead = true;
        for (Path file : files) {
            try {
                switch (reader.read(file, Locale.of(language))) {
                    case Reading.Plan read -> {
                        plans.add(read.plan());
                        documents.add(read.plan());
                    }
                    case Reading.Refused refused -> {
                        complain(refused.message());
                        if (refused.document() != null) {
                            documents.add(refused.document());
                        }
                        allRead = false;
                    }
                }
            } catch (IOException e) {
                complain("vi".equals(language) ? "Không mở được tệp: " + file : "Cannot open the file: " + file);
                allRead = false;
            }
        }
        print(plans, documents);
        return allRead ? 0 : 1;
    }

    /** What is no plan, but known, is printed with what its head says. */
    private void print(List<ReadPlan> plans, List<Object> documents) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.text) {
            plans.forEach(plan -> out.println(PlanSummary.of(plan)));
        } else if (files.size() > 1) {
            out.println(PlanJson.writeIndented(documents));
        } else if (!documents.isEmpty()) {
            out.println(PlanJson.writeIndented(documents.getFirst()));
        }
        out.flush();
    }

    private void complain(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
    }
}
