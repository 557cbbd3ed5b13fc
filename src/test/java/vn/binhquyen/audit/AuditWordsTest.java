package vn.binhquyen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is recorded can be read in words. */
class AuditWordsTest {

    private static final Pattern RECORDS = Pattern.compile(
            "audit\\s*\\.\\s*record(?:Change)?\\(\\s*\\w+,\\s*\"(?<action>[a-z-]+)\",\\s*(?:\"(?<thing>[a-z-]+)\")?");

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void each_action_and_each_thing_that_a_room_records_has_its_words(String language) throws IOException {
        ResourceBundle words = ResourceBundle.getBundle("messages/audit", Locale.of(language));
        List<String> wanted = new ArrayList<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher record = RECORDS.matcher(Files.readString(file));
                while (record.find()) {
                    wanted.add("audit.action." + record.group("action"));
                    if (record.group("thing") != null) {
                        wanted.add("audit.thing." + record.group("thing"));
                    }
                }
            }
        }

        assertThat(wanted).hasSizeGreaterThan(40).allMatch(words::containsKey);
    }
}
