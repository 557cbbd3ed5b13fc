package vn.binhquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.platform.ReadingScore.Count;

class ReadingBenchmarkTest {

    private static final double DEMANDED = 0.98;

    @Test
    void the_real_plans_of_the_corpus_are_read_to_98_in_a_hundred_in_every_field_group() throws IOException {
        Path corpus = Path.of(System.getProperty("binhquyen.shared", ""), "corpus");
        assumeTrue(Files.isDirectory(corpus), "the shared corpus is not here");

        everyGroupReaches(corpus);
    }

    @Test
    void our_own_corpus_is_read_to_98_in_a_hundred_in_every_field_group() throws IOException {
        everyGroupReaches(Path.of("src/test/resources/corpus"));
    }

    private static void everyGroupReaches(Path corpus) throws IOException {
        var all = new LinkedHashMap<String, Count>();
        BenchReadCommand.measure(corpus)
                .values()
                .forEach(groups -> groups.forEach((group, count) -> all.merge(group, count, Count::plus)));

        assertThat(all).isNotEmpty().allSatisfy((group, count) -> {
            assertThat(count.precision())
                    .as("precision of %s, %s", group, count.slips())
                    .isGreaterThanOrEqualTo(DEMANDED);
            assertThat(count.recall())
                    .as("recall of %s, %s", group, count.slips())
                    .isGreaterThanOrEqualTo(DEMANDED);
        });
    }

    @Test
    void a_missed_and_a_wrong_fact_count_against_recall_and_precision() {
        var json = JsonMapper.shared();
        var read = json.readTree("""
            {"documentType": "KE_HOACH", "assignments": [{"agency": "Công an xã"}, {"agency": "Trạm Y tế xã"}],
             "objectives": [{"no": "1", "title": "Chính trị", "indicators": [{"no": "1", "text": "nữ", "measures":
               [{"what": "nữ", "comparator": "=", "value": 75, "byYear": 2030}, {"what": "nữ", "comparator": ">", "value": 5, "byYear": null}]}]}]}
            """);
        var expected = json.readTree("""
            {"docType": "kế hoạch", "agencies": [{"name": "Công an xã"}, {"name": "Phòng Kinh tế"}, {"name": "Hội LHPN xã"}],
             "objectives": [{"no": 1, "title": "Chính trị", "indicators": [
               {"no": "1.1", "text": "nữ", "comparator": ">=", "value": 75, "byYear": {"2030": 75}, "comparatorExplicit": false},
               {"no": "1.2", "text": "nữ", "comparator": ">=", "value": 5, "byYear": null, "comparatorExplicit": true}]}]}
            """);

        var counts = ReadingScore.of(read, expected);

        assertThat(counts.get("agencies")).satisfies(count -> {
            assertThat(count.precision()).isEqualTo(0.5);
            assertThat(count.recall()).isEqualTo(1.0 / 3);
        });
        assertThat(counts.get("measures")).satisfies(count -> {
            assertThat(count.right())
                    .as("an unspoken comparator may be read as =")
                    .isEqualTo(1);
            assertThat(count.wrong()).as("a spoken one must be the same").isEqualTo(1);
        });
    }
}
