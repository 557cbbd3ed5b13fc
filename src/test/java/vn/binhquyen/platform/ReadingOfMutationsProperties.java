package vn.binhquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.intake.Mutations;
import vn.binhquyen.intake.PlanJson;
import vn.binhquyen.intake.PlanReader;
import vn.binhquyen.intake.Reading;
import vn.binhquyen.platform.ReadingScore.Count;

/** What a plan says is found however it is numbered, set, ordered, scanned or wrapped. */
class ReadingOfMutationsProperties {

    private static final double DEMANDED = 0.95;
    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    private final PlanReader reader = new PlanReader();

    @Property(tries = 3)
    void whatever_the_labels_look_like(@ForAll long seed) {
        everyGroupIsFound(seed, (text, random) -> Mutations.renumber(text, random));
        everyGroupIsFound(seed, (text, random) -> Mutations.remark(text, random));
    }

    @Example
    void without_bold_type_and_marks_of_headings() {
        everyGroupIsFound(0, (text, random) -> Mutations.unbold(text));
        everyGroupIsFound(0, (text, random) -> Mutations.stripHeadings(text));
        everyGroupIsFound(0, (text, random) -> Mutations.stripHeadings(Mutations.unbold(text)));
    }

    @Property(tries = 3)
    void in_whatever_order_the_parts_stand(@ForAll long seed) {
        everyGroupIsFound(seed, Mutations::reorder);
    }

    @Property(tries = 3)
    void with_the_slips_of_a_scan(@ForAll long seed) {
        everyGroupIsFound(seed, Mutations::noise);
    }

    @Example
    void with_accents_apart_from_their_letters() {
        everyGroupIsFound(0, (text, random) -> Mutations.decompose(text));
    }

    @Property(tries = 3)
    void wrapped_at_whatever_width(@ForAll long seed) {
        everyGroupIsFound(seed, ".md", (text, random) -> Mutations.rewrap(text, 58 + random.nextInt(60)));
    }

    @Example
    void the_part_on_money_may_be_lacking() {
        everyGroupIsFound(0, (text, random) -> Mutations.drop(text, "KINH PHÍ"));
    }

    @Example
    void a_finding_says_that_the_part_on_organisation_is_lacking() throws IOException {
        for (Path plan : plans()) {
            String whole = Files.readString(plan);
            String cut = Mutations.drop(whole, "TỔ CHỨC THỰC HIỆN");
            if (!cut.equals(whole) && read(plan, cut) instanceof Reading.Plan found) {
                boolean said = found.plan().findings().stream()
                        .anyMatch(finding -> finding.rule().equals("missing-part"));
                boolean stillAssigned = !found.plan().assignments().isEmpty();

                assertThat(said || stillAssigned).as(plan.toString()).isTrue();
            }
        }
    }

    private void everyGroupIsFound(long seed, BiFunction<String, Random, String> mutation) {
        everyGroupIsFound(seed, "", mutation);
    }

    private void everyGroupIsFound(long seed, String ending, BiFunction<String, Random, String> mutation) {
        Map<String, Count> all = new LinkedHashMap<>();
        for (Path plan : plans()) {
            if (plan.toString().endsWith(ending)) {
                var random = new Random(seed + plan.getFileName().toString().hashCode());
                score(plan, mutation, random).forEach((group, count) -> all.merge(group, count, Count::plus));
            }
        }

        assertThat(all).isNotEmpty().allSatisfy((group, count) -> {
            assertThat(count.precision())
                    .as("precision of %s, %s", group, count.slips())
                    .isGreaterThanOrEqualTo(DEMANDED);
            assertThat(count.recall())
                    .as("recall of %s, %s", group, count.slips())
                    .isGreaterThanOrEqualTo(DEMANDED);
        });
    }

    private Map<String, Count> score(Path plan, BiFunction<String, Random, String> mutation, Random random) {
        var json = JsonMapper.shared();
        String file = plan.getFileName().toString();
        Path noted = CORPUS.resolve("expected").resolve(file.substring(0, file.lastIndexOf('.')) + ".json");
        try {
            Reading reading = read(plan, mutation.apply(Files.readString(plan), random));
            var read = reading instanceof Reading.Plan found
                    ? json.readTree(PlanJson.write(found.plan()))
                    : json.createObjectNode();
            return ReadingScore.of(read, json.readTree(Files.readString(noted)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reading read(Path plan, String text) {
        return reader.read(plan.getFileName().toString(), text.getBytes(StandardCharsets.UTF_8), Locale.of("vi"));
    }

    private static List<Path> plans() {
        try (Stream<Path> files = Files.list(CORPUS.resolve("plans"))) {
            return files.filter(file -> file.toString().matches(".*\\.(?:md|txt)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
