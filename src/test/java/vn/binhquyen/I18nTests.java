package vn.binhquyen;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every word that a page shows comes from a bundle, and every bundle speaks both languages. */
class I18nTests {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[^}]*}");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("<(script|style)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(?:title|alt|placeholder|aria-label|data-confirm)=\"([^\"]*\\p{L}[^\"]*)\"");
    private static final Pattern MESSAGE = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]");

    /** The name of the product is the same in all languages. */
    private static final String WORDMARK = "Bình Quyền";

    @TestFactory
    Stream<DynamicTest> a_bundle_holds_the_same_keys_in_both_languages() throws IOException {
        return rooms().stream()
                .map(room -> DynamicTest.dynamicTest(
                        room,
                        () -> assertThat(keys(bundle(room, "en")))
                                .as("keys of %s_en against %s_vi", room, room)
                                .isEqualTo(keys(bundle(room, "vi")))));
    }

    @TestFactory
    Stream<DynamicTest> a_message_takes_the_same_arguments_in_both_languages() throws IOException {
        return rooms().stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    Properties vietnamese = bundle(room, "vi");
                    Properties english = bundle(room, "en");
                    assertThat(vietnamese.stringPropertyNames())
                            .filteredOn(english::containsKey)
                            .allSatisfy(key -> assertThat(arguments(english.getProperty(key)))
                                    .as("arguments of %s", key)
                                    .isEqualTo(arguments(vietnamese.getProperty(key))));
                }));
    }

    @Test
    void no_key_stands_in_two_bundles() throws IOException {
        Map<String, List<String>> bundlesOf = rooms().stream()
                .flatMap(room -> keys(bundle(room, "vi")).stream().map(key -> Map.entry(key, room)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        assertThat(bundlesOf)
                .allSatisfy((key, bundles) -> assertThat(bundles)
                        .as("the bundles of %s: which one speaks would be a matter of chance", key)
                        .hasSize(1));
    }

    @Test
    void a_message_with_arguments_has_no_lone_apostrophe() throws IOException {
        for (String room : rooms()) {
            Properties english = bundle(room, "en");
            assertThat(english.stringPropertyNames())
                    .filteredOn(
                            key -> PLACEHOLDER.matcher(english.getProperty(key)).find())
                    .as("messages of %s in which an apostrophe would swallow an argument", room)
                    .allSatisfy(key -> assertThat(english.getProperty(key).replace("''", ""))
                            .as(key)
                            .doesNotContain("'"));
        }
    }

    @TestFactory
    Stream<DynamicTest> a_template_holds_no_literal_text() throws IOException {
        return templates()
                .map(template -> DynamicTest.dynamicTest(name(template), () -> {
                    String markup = CODE.matcher(
                                    COMMENT.matcher(Files.readString(template)).replaceAll(""))
                            .replaceAll("");
                    String text = TAG.matcher(markup)
                            .replaceAll(" ")
                            .replace(WORDMARK, "")
                            .replaceAll("&\\w+;", "");
                    assertThat(LETTERS.matcher(text).results().map(MatchResult::group))
                            .as("words of %s that no bundle holds", name(template))
                            .isEmpty();
                    assertThat(SPOKEN_ATTRIBUTE.matcher(markup).results().map(found -> found.group(1)))
                            .as("attributes of %s that no bundle holds", name(template))
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_template_uses_only_messages_that_exist() throws IOException {
        Set<String> known = rooms().stream()
                .flatMap(room -> keys(bundle(room, "vi")).stream())
                .collect(toSet());
        return templates()
                .map(template -> DynamicTest.dynamicTest(
                        name(template),
                        () -> assertThat(MESSAGE.matcher(Files.readString(template))
                                        .results()
                                        .map(found -> found.group(1)))
                                .as("messages that %s uses", name(template))
                                .allSatisfy(key -> assertThat(known).contains(key))));
    }

    private static List<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".properties"))
                    .map(file -> file.replaceFirst("_(vi|en)\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    private static String name(Path template) {
        return TEMPLATES.relativize(template).toString();
    }

    private static Properties bundle(String room, String language) {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(room + "_" + language + ".properties"))) {
            bundle.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bundle;
    }

    private static Set<String> keys(Properties bundle) {
        return new TreeSet<>(bundle.stringPropertyNames());
    }

    private static Set<String> arguments(String message) {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
    }
}
