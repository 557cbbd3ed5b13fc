package vn.binhquyen.organization;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The lists of the real country's units as the application carries them; source and licence lie beside them. */
final class CountryFiles {
    private static final String FOLDER = "/organization/country/";

    private static final Map<String, String> DOUBTS = Map.of(
            "part-inferred", "suy ra là một phần vì đơn vị cũ còn được nêu ở nơi khác",
            "spelling", "tên viết khác nhau giữa hai danh sách",
            "by-district", "xác định theo huyện vì có nhiều đơn vị trùng tên",
            "type-differs", "loại đơn vị khác nhau giữa hai danh sách",
            "district-without-communes", "huyện đảo không có đơn vị cấp xã",
            "whole-district", "nguồn chỉ nêu tên huyện",
            "by-code", "xác định theo mã vì tên khác nhau",
            "by-distance", "xác định theo huyện gần nhất",
            "earlier-text", "theo bản trước của nguồn");

    private CountryFiles() {}

    record ProvinceLine(
            String code, String kind, String name, @Nullable LocalDate cityFrom, List<String> formedFrom) {}

    record CommuneLine(
            String code,
            String kind,
            String name,
            String province,
            String firstKind,
            @Nullable LocalDate changedOn) {
        /** The name with the kind that it had on its first day. */
        String firstName() {
            return firstKind.equals(kind) ? name : capital(firstKind) + name.substring(kind.length());
        }
    }

    record EarlierLine(String code, Level level, String kind, String name, String parent, String province) {}

    record SuccessionLine(String now, String earlier, boolean whole, String note) {}

    static List<ProvinceLine> provinces() {
        return read(
                "provinces.csv",
                row -> new ProvinceLine(
                        row.get("code"),
                        row.get("type"),
                        row.get("full_name"),
                        row.get("note").contains("thành phố from ")
                                ? LocalDate.parse(row.get("note").replaceFirst(".*thành phố from ([\\d-]+).*", "$1"))
                                : null,
                        codes(row.get("note"))));
    }

    static List<CommuneLine> communes() {
        return read(
                "communes.csv.gz",
                row -> new CommuneLine(
                        row.get("code"),
                        row.get("type"),
                        row.get("full_name"),
                        row.get("province_code"),
                        row.get("type_2025_07_01"),
                        row.get("changed_on").isEmpty() ? null : LocalDate.parse(row.get("changed_on"))));
    }

    static List<EarlierLine> earlier() {
        return read(
                "earlier-units.csv.gz",
                row -> new EarlierLine(
                        row.get("code"),
                        switch (row.get("level")) {
                            case "province" -> Level.PROVINCE;
                            case "district" -> Level.DISTRICT;
                            default -> Level.COMMUNE;
                        },
                        row.get("type"),
                        row.get("full_name"),
                        row.get("parent_code"),
                        row.get("province_code")));
    }

    static List<SuccessionLine> successions() {
        return read(
                "successions.csv.gz",
                row -> new SuccessionLine(
                        row.get("new_code"),
                        row.get("old_code"),
                        row.get("relation").equals("whole"),
                        row.get("source_text") + doubts(row.get("note"))));
    }

    /** What a careful reader of the source noted about a line, in words of the interface's first language. */
    private static String doubts(String notes) {
        return Arrays.stream(notes.split(";"))
                .map(note -> DOUBTS.getOrDefault(note, ""))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "))
                .transform(words -> words.isEmpty() ? "" : " [" + words + "]");
    }

    private static List<String> codes(String note) {
        return Pattern.compile("\\((\\d\\d)\\)")
                .matcher(note)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** A file of the folder, unpacked where it is packed. */
    static InputStream open(String file) throws IOException {
        InputStream stream = Objects.requireNonNull(CountryFiles.class.getResourceAsStream(FOLDER + file), file);
        return file.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }

    /** A file of the folder as it lies there; null where there is none. */
    static @Nullable InputStream packed(String file) {
        return CountryFiles.class.getResourceAsStream(FOLDER + file);
    }

    private static <T> List<T> read(String file, Function<CSVRecord, T> line) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(open(file), StandardCharsets.UTF_8);
                CSVParser rows = format.parse(reader)) {
            return rows.stream().map(line).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
