package vn.binhquyen.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.binhquyen.intake.CertainFacts;
import vn.binhquyen.intake.PlanJson;
import vn.binhquyen.intake.PlanReader;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.Reading;
import vn.binhquyen.platform.ReadingScore.Count;

/** How often facts that are marked certain are right, beside how often the others are. */
final class Calibration {
    /** Groups of one fact each; the others of a score look at the same facts a second time. */
    private static final Set<String> GROUPS =
            Set.of("legalBases", "objectives", "measures", "agencies", "deadlines", "recipients");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Count NOTHING = new Count(0, 0, 0, List.of());

    private static final int SPOILT_COPIES = 10;
    private static final double SPOILT_RATE = 0.01;

    private final PlanReader reader = new PlanReader();
    private final Map<String, Count> certain = new LinkedHashMap<>();
    private final Map<String, Count> doubtful = new LinkedHashMap<>();

    private Calibration() {}

    /**
     * On the plans as they are, and on spoilt copies of those that are plain text: where everything is read rightly it can't
     * be seen whether the marks tell right from wrong.
     *
     * @throws IOException where the corpus can't be read
     */
    static Map<String, Object> of(List<Path> plans, Path expected) throws IOException {
        var clean = new Calibration();
        var spoilt = new Calibration();
        for (Path plan : plans) {
            String file = plan.getFileName().toString();
            Path noted = expected.resolve(file.substring(0, file.lastIndexOf('.')) + ".json");
            if (!Files.exists(noted)) {
                continue;
            }
            JsonNode notes = JSON.readTree(Files.readString(noted));
            clean.add(file, Files.readAllBytes(plan), notes);
            if (file.endsWith(".txt") || file.endsWith(".md")) {
                String text = Files.readString(plan);
                for (int seed = 0; seed < SPOILT_COPIES; seed++) {
                    String copy = new ScanNoise(seed, SPOILT_RATE).of(text);
                    spoilt.add(file, copy.getBytes(StandardCharsets.UTF_8), notes);
                }
            }
        }
        var report = new LinkedHashMap<String, Object>();
        report.put("clean", clean.report());
        report.put("spoilt", spoilt.report());
        return report;
    }

    private void add(String file, byte[] content, JsonNode notes) {
        if (reader.read(file, content, Locale.of("vi")) instanceof Reading.Plan read) {
            CertainFacts facts = CertainFacts.of(read);
            count(facts.certain(), notes, certain);
            count(facts.doubtful(), notes, doubtful);
        }
    }

    private static void count(ReadPlan plan, JsonNode notes, Map<String, Count> counts) {
        ObjectNode read = (ObjectNode) JSON.readTree(PlanJson.write(plan));
        Map<String, Count> all = new LinkedHashMap<>(ReadingScore.ofLists(read, notes));
        ((ArrayNode) read.path("objectives"))
                .removeIf(objective -> objective.path("title").asString("").isEmpty());
        all.put("objectives", ReadingScore.ofLists(read, notes).getOrDefault("objectives", NOTHING));
        all.forEach((group, count) -> {
            if (GROUPS.contains(group)) {
                counts.merge(group, count, Count::plus);
            }
        });
    }

    private Map<String, Object> report() {
        var report = new LinkedHashMap<String, Object>();
        report.put("certain", figures(certain));
        report.put("toLookAt", figures(doubtful));
        Count sure = sum(certain);
        Count rest = sum(doubtful);
        int all = sure.right() + sure.wrong() + rest.right() + rest.wrong();
        report.put("certainShareRatio", rounded((sure.right() + sure.wrong()) / (double) Math.max(1, all)));
        report.put("rightOfCertainRatio", rounded(sure.precision()));
        report.put("rightOfToLookAtRatio", rounded(rest.precision()));
        return report;
    }

    private static Count sum(Map<String, Count> counts) {
        return counts.values().stream().reduce(NOTHING, Count::plus);
    }

    private static Map<String, Object> figures(Map<String, Count> counts) {
        var figures = new LinkedHashMap<String, Object>();
        counts.forEach((group, count) -> {
            var own = new LinkedHashMap<String, Object>();
            own.put("rightRatio", rounded(count.precision()));
            own.put("right", count.right());
            own.put("wrong", count.wrong());
            figures.put(group, own);
        });
        return figures;
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 10_000) / 10_000.0;
    }
}
