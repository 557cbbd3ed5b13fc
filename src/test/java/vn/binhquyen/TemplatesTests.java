package vn.binhquyen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** House rules of the templates. */
class TemplatesTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("<[\\w:]+(?:\\s+[\\w:.-]+(?:=\"[^\"]*\"|='[^']*')?)+\\s*/?>");
    private static final Pattern INCLUDES = Pattern.compile("\\sth:(replace|insert)=");
    private static final Pattern ASKS = Pattern.compile("\\sth:(if|unless|each|with)=");
    private static final Pattern INLINE = Pattern.compile("\\s(style|on\\w+|hx-on\\S*)=");

    @TestFactory
    Stream<DynamicTest> a_tag_that_includes_a_fragment_asks_no_condition() throws IOException {
        return tags((name, tags) -> assertThat(tags)
                .as("%s: Thymeleaf includes before it asks, so the condition would not count", name)
                .noneMatch(
                        tag -> INCLUDES.matcher(tag).find() && ASKS.matcher(tag).find()));
    }

    @TestFactory
    Stream<DynamicTest> a_tag_has_no_inline_style_or_script() throws IOException {
        return tags((name, tags) -> assertThat(tags)
                .as("%s: the content security policy would refuse it", name)
                .noneMatch(tag -> INLINE.matcher(tag).find()));
    }

    private interface Rule {
        void check(String name, Stream<String> tags);
    }

    private static Stream<DynamicTest> tags(Rule rule) throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            TEMPLATES.relativize(file).toString(),
                            () -> rule.check(
                                    file.toString(),
                                    TAG.matcher(Files.readString(file))
                                            .results()
                                            .map(MatchResult::group))));
        }
    }
}
