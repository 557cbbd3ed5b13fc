package vn.binhquyen.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.util.FileSystemUtils;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.PlanReader;
import vn.binhquyen.intake.Reading;

/**
 * How fast documents are read by a process of its own, as a person at the command line waits for it: one, and a hundred
 * in one call, each plan as it is, as .txt and as .docx. The start of a virtual machine that does nothing is measured beside it,
 * so that slow machines compare; the rate of the hundred is what remains after it.
 */
final class ReadingSpeed {

    private static final int RUNS = 7;
    private static final int PLANS = 100;

    private ReadingSpeed() {}

    /** @throws IOException where the folder can't be read or no process can be started */
    static Map<String, Object> of(List<Path> plans) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("binhquyen-speed");
        try {
            List<String> hundred = copies(plans, folder);
            double bare = median(List.of(java(), "-version"));
            double one = median(command(List.of(plans.getFirst().toString())));
            double all = median(command(hundred));
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("bareJvmWallMs", Math.round(bare));
            report.put("onePlanWallMs", Math.round(one));
            report.put("onePlanToBareJvmRatio", rounded(one / bare));
            report.put("plans", PLANS);
            report.put("hundredPlansWallMs", Math.round(all));
            report.put("plansPerSecond", rounded(PLANS * 1_000 / (all - bare)));
            report.put("processors", Runtime.getRuntime().availableProcessors());
            return report;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** A hundred files: each plan as it is, as plain text and as a Word document, from the first again after the last. */
    private static List<String> copies(List<Path> plans, Path folder) throws IOException {
        var reader = new PlanReader();
        var files = new ArrayList<String>();
        for (Path plan : plans) {
            if (reader.read(plan, Locale.ROOT) instanceof Reading.Plan read) {
                String name = plan.getFileName().toString();
                files.add(plan.toString());
                files.add(Files.write(folder.resolve(name + ".txt"), lines(read.text()))
                        .toString());
                files.add(wordDocument(read.text(), folder.resolve(name + ".docx"))
                        .toString());
            }
        }
        if (files.isEmpty()) {
            throw new IOException("no plan among " + plans);
        }
        return IntStream.range(0, PLANS)
                .mapToObj(i -> files.get(i % files.size()))
                .toList();
    }

    private static List<String> lines(DocumentText text) {
        return text.lines().stream().map(DocumentText.Line::text).toList();
    }

    private static Path wordDocument(DocumentText text, Path file) throws IOException {
        try (var document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            lines(text).forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(out);
        }
        return file;
    }

    private static List<String> command(List<String> files) {
        String launcher = System.getenv("BINHQUYEN_LAUNCHER");
        List<String> program = launcher != null
                ? List.of(launcher)
                : List.of(java(), "-cp", System.getProperty("java.class.path"), BinhQuyen.class.getName());
        return Stream.of(program, List.of("read"), files).flatMap(List::stream).toList();
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        Path nowhere = Files.createTempFile("binhquyen-speed", ".json");
        try {
            long start = System.nanoTime();
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(nowhere.toFile())
                    .start()
                    .waitFor();
            double took = (System.nanoTime() - start) / 1_000_000.0;
            if (status != 0) {
                throw new IOException(command + " ended with " + status + ": " + Files.readString(nowhere));
            }
            return took;
        } finally {
            Files.delete(nowhere);
        }
    }

    private static double median(List<String> command) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            times.add(run(command));
        }
        return times.stream().sorted().toList().get(RUNS / 2);
    }

    private static double rounded(double figure) {
        return Math.round(10 * figure) / 10.0;
    }
}
