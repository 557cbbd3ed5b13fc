package vn.binhquyen.organization;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.publishing.XlsxReader;

/** Reads a list of villages from a spreadsheet or a CSV file, row by row, so that a long one needs little memory. */
final class VillageFile {
    private static final int MOST_LINES = 200_000;

    private final List<VillageLine> lines = new ArrayList<>();
    private @Nullable Integer code;
    private @Nullable Integer name;
    private @Nullable Integer from;

    private final int most;

    private VillageFile(int most) {
        this.most = most;
    }

    /** @throws Refused where it is no such list */
    static List<VillageLine> read(byte[] content) {
        return read(content, MOST_LINES);
    }

    static List<VillageLine> read(byte[] content, int most) {
        VillageFile file = new VillageFile(most);
        try {
            if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
                file.spreadsheet(content);
            } else {
                file.text(content);
            }
        } catch (XlsxReader.TooLong tooLong) {
            throw new Refused("villages.too-long", most);
        } catch (IOException | UncheckedIOException broken) {
            throw new Refused("villages.unreadable");
        }
        if (file.code == null || file.name == null) {
            throw new Refused("villages.no-header");
        }
        if (file.lines.isEmpty()) {
            throw new Refused("villages.empty");
        }
        return file.lines;
    }

    private void text(byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "");
        String head = text.lines().findFirst().orElse("");
        char delimiter = head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        try (var rows = format.parse(new StringReader(text))) {
            for (CSVRecord row : rows) {
                if (row.getRecordNumber() > most) {
                    throw new Refused("villages.too-long", most);
                }
                Map<Integer, String> cells = new TreeMap<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.put(i, row.get(i));
                }
                row((int) row.getRecordNumber(), cells);
            }
        }
    }

    private void spreadsheet(byte[] content) throws IOException {
        for (XlsxReader.Line line : XlsxReader.read(content, most)) {
            row(line.number(), line.cells());
        }
    }

    /** The first row that names code and name is the head; what stands above it, such as a title, is no list. */
    private void row(int number, Map<Integer, String> cells) {
        if (code == null || name == null) {
            cells.forEach((column, text) -> {
                String head = VietnameseText.fold(text.strip());
                if (head.startsWith("ma") || head.equals("code")) {
                    code = column;
                } else if (head.startsWith("ten") || head.equals("name")) {
                    name = column;
                } else if (head.contains("ngay") || head.equals("from")) {
                    from = column;
                }
            });
            if (code == null || name == null) {
                code = null;
                name = null;
                from = null;
            }
            return;
        }
        if (cells.values().stream().allMatch(String::isBlank)) {
            return;
        }
        String day = from == null ? "" : cells.getOrDefault(from, "").strip();
        LocalDate date = TypedDay.of(day).orElse(null);
        lines.add(new VillageLine(
                number,
                cells.getOrDefault(code, "").strip(),
                VietnameseText.normalise(cells.getOrDefault(name, "")).strip(),
                date,
                date == null && !day.isEmpty() ? day : null));
    }
}
