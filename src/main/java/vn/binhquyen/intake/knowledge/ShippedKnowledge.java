package vn.binhquyen.intake.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentType;

/** The two lists as they are shipped; a migration puts the same into the database. */
final class ShippedKnowledge {

    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");

    static final Knowledge KNOWLEDGE = new Knowledge(
            load("/intake/legal-documents.csv", ShippedKnowledge::document),
            load("/intake/obsolete-bodies.csv", ShippedKnowledge::body));

    private ShippedKnowledge() {}

    private static LegalDocument document(CSVRecord row) {
        return new LegalDocument(
                DocumentType.valueOf(row.get("type")),
                row.get("number"),
                date(row, "issued_on"),
                row.get("issuer"),
                row.get("title"),
                date(row, "in_force_from"),
                date(row, "last_day"),
                text(row, "replaced_by"),
                row.get("source"),
                row.get("confirmed").equals("yes"));
    }

    private static ObsoleteBody body(CSVRecord row) {
        String others = text(row, "others");
        return new ObsoleteBody(
                row.get("name"),
                others == null ? List.of() : BAR.splitAsStream(others).toList(),
                LocalDate.parse(row.get("last_day")),
                text(row, "successor"),
                row.get("source"),
                row.get("confirmed").equals("yes"));
    }

    private static <T> List<T> load(String resource, Function<CSVRecord, T> read) {
        try (InputStream in =
                Objects.requireNonNull(ShippedKnowledge.class.getResourceAsStream(resource), "missing " + resource)) {
            var rows = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new InputStreamReader(in, StandardCharsets.UTF_8));
            return rows.stream().map(read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable LocalDate date(CSVRecord row, String column) {
        String text = text(row, column);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(CSVRecord row, String column) {
        return row.get(column).isBlank() ? null : row.get(column);
    }
}
