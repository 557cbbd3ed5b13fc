package vn.binhquyen.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.intake.PlanJson;
import vn.binhquyen.intake.PlanReader;
import vn.binhquyen.intake.Reading;
import vn.binhquyen.platform.ReadingScore.Count;

/** Measures reading against a corpus of plans that a careful reader has noted. */
@Command(
        name = "read",
        description = "Đo độ chính xác và độ đầy đủ của việc đọc trên một bộ văn bản mẫu.",
        mixinStandardHelpOptions = true)
public final class BenchReadCommand implements Callable<Integer> {

    @Option(names = "--corpus", required = true, paramLabel = "DIR", description = "Thư mục có plans/ và expected/.")
    private Path corpus = Path.of(".");

    @Option(names = "--speed", description = "Đo tốc độ đọc thay vì độ đúng.")
    private boolean speed;

    @Option(names = "--calibration", description = "Đo xem những điều được ghi là chắc chắn đúng được bao nhiêu phần.")
    private boolean calibration;

    @Spec
    private CommandSpec spec;

    public BenchReadCommand() {
        spec = CommandSpec.create();
    }

    /** @throws IOException where the corpus can't be read */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (speed) {
            print(ReadingSpeed.of(plans(corpus)));
            return 0;
        }
        if (calibration) {
            print(Calibration.of(plans(corpus), corpus.resolve("expected")));
            return 0;
        }
        Map<String, Map<String, Count>> documents = measure(corpus);
        var all = new LinkedHashMap<String, Count>();
        documents.values().forEach(groups -> groups.forEach((group, count) -> all.merge(group, count, Count::plus)));
        var report = new LinkedHashMap<String, Object>();
        report.put("documents", documents.size());
        var byDocument = new LinkedHashMap<String, Object>();
        documents.forEach((name, groups) -> byDocument.put(name, figures(groups, true)));
        report.put("byDocument", byDocument);
        report.put("microAverage", figures(all, false));
        print(report);
        return documents.isEmpty() ? 1 : 0;
    }

    private void print(Map<String, Object> report) {
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        spec.commandLine().getOut().println(json.writeValueAsString(report));
        spec.commandLine().getOut().flush();
    }

    /** The counts of each document and field group. */
    static Map<String, Map<String, Count>> measure(Path corpus) throws IOException {
        var mapper = JsonMapper.shared();
        var reader = new PlanReader();
        var documents = new TreeMap<String, Map<String, Count>>();
        for (Path plan : plans(corpus)) {
            String file = plan.getFileName().toString();
            String name = file.substring(0, file.lastIndexOf('.'));
            Path noted = corpus.resolve("expected").resolve(name + ".json");
            if (Files.exists(noted)) {
                JsonNode read = switch (reader.read(plan, Locale.of("vi"))) {
                    case Reading.Plan found -> mapper.readTree(PlanJson.write(found.plan()));
                    case Reading.Refused refused ->
                        refused.document() == null
                                ? mapper.createObjectNode().put("refused", refused.message())
                                : mapper.readTree(PlanJson.write(refused.document()));
                };
                documents.put(name, ReadingScore.of(read, mapper.readTree(Files.readString(noted))));
            }
        }
        return documents;
    }

    private static List<Path> plans(Path corpus) throws IOException {
        try (var files = Files.list(corpus.resolve("plans"))) {
            return files.sorted().toList();
        }
    }

    private static Map<String, Object> figures(Map<String, Count> groups, boolean slips) {
        var figures = new LinkedHashMap<String, Object>();
        groups.forEach((group, count) -> {
            var own = new LinkedHashMap<String, Object>();
            own.put("precisionRatio", rounded(count.precision()));
            own.put("recallRatio", rounded(count.recall()));
            own.put("right", count.right());
            own.put("wrong", count.wrong());
            own.put("missed", count.missed());
            if (slips && !count.slips().isEmpty()) {
                own.put("slips", count.slips());
            }
            figures.put(group, own);
        });
        return figures;
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 10_000) / 10_000.0;
    }
}
