package vn.binhquyen.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.intake.Mutation;
import vn.binhquyen.intake.PlanReader;
import vn.binhquyen.intake.Reading;

/** Reads spoiled documents by the thousand: each has to become a plan or a refusal, in time. */
@Command(
        name = "fuzz",
        description = "Đọc nhiều văn bản bị làm hỏng ngẫu nhiên; không được lỗi, không được quá giờ.",
        mixinStandardHelpOptions = true)
public final class BenchFuzzCommand implements Callable<Integer> {

    private static final int SECONDS = 20;

    @Option(names = "--inputs", description = "Số văn bản (mặc định: ${DEFAULT-VALUE}).", defaultValue = "10000")
    private int inputs = 10_000;

    @Option(names = "--seed", description = "Số bắt đầu, để lặp lại được.", defaultValue = "1")
    private long seed = 1;

    @Option(names = "--documents", paramLabel = "DIR", description = "Thư mục văn bản gốc; mặc định là văn bản mẫu.")
    private List<Path> folders = List.of();

    @Spec
    private CommandSpec spec;

    public BenchFuzzCommand() {
        spec = CommandSpec.create();
    }

    private record Document(String name, byte[] content) {}

    /** @throws IOException where the documents can't be read */
    @Override
    public Integer call() throws IOException {
        PlanReader.quiet();
        List<Document> documents = documents();
        var outcomes = new TreeMap<String, Integer>();
        var failures = new ArrayList<String>();
        long slowest = 0;
        long start = System.nanoTime();
        for (int i = 0; i < inputs; i++) {
            Document document = documents.get(i % documents.size());
            byte[] spoiled = new Mutation(seed + i).of(document.content());
            long began = System.nanoTime();
            String outcome = outcome(document.name(), spoiled);
            slowest = Math.max(slowest, System.nanoTime() - began);
            outcomes.merge(outcome, 1, Integer::sum);
            if (outcome.startsWith("!")) {
                failures.add(document.name() + " seed " + (seed + i) + " " + outcome);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("inputs", inputs);
        report.put("documents", documents.stream().map(Document::name).toList());
        report.put("outcomes", outcomes);
        report.put("failures", failures);
        report.put("slowestMs", TimeUnit.NANOSECONDS.toMillis(slowest));
        report.put("inputsPerSecond", Math.round(inputs / seconds));
        spec.commandLine()
                .getOut()
                .println(JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(report));
        spec.commandLine().getOut().flush();
        return failures.isEmpty() ? 0 : 1;
    }

    private static String outcome(String name, byte[] content) {
        var reading = CompletableFuture.supplyAsync(() -> new PlanReader().read(name, content, Locale.of("vi")));
        try {
            return switch (reading.get(SECONDS, TimeUnit.SECONDS)) {
                case Reading.Plan plan -> "PLAN";
                case Reading.Refused refused -> refused.reason().name();
            };
        } catch (TimeoutException e) {
            return "!TIME";
        } catch (ExecutionException e) {
            return "!" + e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "!INTERRUPTED";
        }
    }

    private List<Document> documents() throws IOException {
        var documents = new ArrayList<Document>();
        for (Path folder : folders) {
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    documents.add(new Document(file.getFileName().toString(), Files.readAllBytes(file)));
                }
            }
        }
        if (documents.isEmpty()) {
            documents.addAll(samples());
        }
        return documents;
    }

    /** The sample plans in every format that needs no other program. */
    private static List<Document> samples() throws IOException {
        var documents = new ArrayList<Document>();
        var resolver = new PathMatchingResourcePatternResolver();
        for (String folder : List.of("classpath:demo/*", "classpath:samples/*")) {
            for (var sample : resolver.getResources(folder)) {
                String name = String.valueOf(sample.getFilename());
                byte[] content = sample.getContentAsByteArray();
                documents.add(new Document(name, content));
                if (name.endsWith(".md")) {
                    String page =
                            "<html><body><p>" + new String(content, StandardCharsets.UTF_8).replace("\n\n", "</p><p>")
                                    + "</p></body></html>";
                    documents.add(new Document(name.replace(".md", ".txt"), content));
                    documents.add(new Document(name.replace(".md", ".html"), page.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return documents;
    }
}
