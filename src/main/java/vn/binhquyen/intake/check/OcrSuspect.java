package vn.binhquyen.intake.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.Place;
import vn.binhquyen.kernel.Occurrences;
import vn.binhquyen.kernel.VietnameseText;

/**
 * Does a word look like a misreading by a scanner? One doubt for each word;
 * the pairs "misread = meant" stand in a resource of their own.
 */
final class OcrSuspect implements Rule {

    private static final String RESOURCE = "/intake/misreadings.txt";
    private static final Map<String, String> MEANT = load();

    @Override
    public String id() {
        return "ocr-suspect";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public List<Doubt> ask(InHand hand) {
        DocumentText text = hand.text();
        var doubts = new ArrayList<Doubt>();
        if (text == null) {
            return doubts;
        }
        List<String> possible =
                MEANT.keySet().stream().filter(hand.words()::mayHold).toList();
        if (possible.isEmpty()) {
            return doubts;
        }
        Pattern misread = Pattern.compile("(?<!\\p{L})(?:" + String.join("|", possible) + ")(?!\\p{L})");
        Map<String, List<Place>> places = new LinkedHashMap<>();
        for (var line : text.lines()) {
            var found = new Occurrences(misread, VietnameseText.lower(line.text()), possible);
            while (found.find()) {
                Matcher match = found.match();
                var at = new Place(line.number(), match.start() + 1, match.end() - match.start());
                places.computeIfAbsent(match.group(), word -> new ArrayList<>()).add(at);
            }
        }
        places.forEach((word, found) -> doubts.add(doubt(text.at(found.getFirst()), word, found)));
        return doubts;
    }

    private static Doubt doubt(String words, String misread, List<Place> found) {
        String meant = Objects.requireNonNull(MEANT.get(misread));
        return found.size() == 1
                ? new Doubt("", "", found.getFirst(), words, meant)
                : new Doubt(
                        "often", "", found.getFirst(), words, meant, found.size(), Lines.say(found, place -> place));
    }

    private static Map<String, String> load() {
        try (InputStream in =
                Objects.requireNonNull(OcrSuspect.class.getResourceAsStream(RESOURCE), "missing " + RESOURCE)) {
            var pairs = new LinkedHashMap<String, String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("="))
                    .forEach(line -> pairs.put(
                            line.substring(0, line.indexOf('=')).strip(),
                            line.substring(line.indexOf('=') + 1).strip()));
            return pairs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
