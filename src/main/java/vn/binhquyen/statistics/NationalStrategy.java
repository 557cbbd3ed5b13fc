package vn.binhquyen.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Comparator;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Level;

/** The measures of the national strategy on gender equality 2021–2030 (Nghị quyết 28/NQ-CP of 3 March 2021), as shipped. */
public final class NationalStrategy {

    public static final int MID_TERM = 2025;
    public static final int END = 2030;

    private static final String RESOURCE = "/statistics/national-strategy-2021-2030.csv";
    private static final NationalStrategy SHIPPED = load();

    private final List<Measure> measures;

    private NationalStrategy(List<Measure> measures) {
        this.measures = List.copyOf(measures);
    }

    /** What is aimed at in a year. */
    public record Aim(Comparator comparator, BigDecimal value) {}

    /**
     * One measure of the strategy.
     *
     * @param unit "%", "lần", "bé trai/100 bé gái" …
     * @param qualitative true where nothing is counted; then there are no aims
     * @param aim2025 null where the strategy gives none, as {@code aim2030}
     * @param naturalLow lower end of the natural band (sex ratio at birth: 104), else null
     * @param aggregation how values of several units make one: "ratio of sums", "none (…)"
     * @param binds the levels that have to reach it
     * @param verified false where the figure was not confirmed in a published text
     */
    public record Measure(
            String code,
            int objectiveNo,
            String objective,
            String nameVi,
            String nameEn,
            String unit,
            Direction direction,
            boolean qualitative,
            @Nullable Aim aim2025,
            @Nullable Aim aim2030,
            @Nullable BigDecimal baseline,
            @Nullable String numerator,
            @Nullable String denominator,
            String aggregation,
            @Nullable BigDecimal naturalLow,
            @Nullable BigDecimal naturalHigh,
            Set<Level> binds,
            boolean verified) {

        /** The aim in force in a year: that of 2025 up to 2025, that of 2030 after. */
        public Optional<Aim> aimFor(int year) {
            return Optional.ofNullable(year <= MID_TERM ? aim2025 : aim2030);
        }
    }

    public static NationalStrategy shipped() {
        return SHIPPED;
    }

    /** In the order of the strategy. */
    public List<Measure> measures() {
        return measures;
    }

    public Optional<Measure> find(String code) {
        return measures.stream().filter(measure -> measure.code().equals(code)).findFirst();
    }

    private static NationalStrategy load() {
        try (InputStream in =
                Objects.requireNonNull(NationalStrategy.class.getResourceAsStream(RESOURCE), "missing " + RESOURCE)) {
            var rows = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new NationalStrategy(
                    rows.stream().map(NationalStrategy::measure).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measure measure(CSVRecord row) {
        boolean qualitative = row.get("direction").equals("QUALITATIVE");
        return new Measure(
                row.get("code"),
                Integer.parseInt(row.get("objective_no")),
                row.get("objective_vi"),
                row.get("indicator_vi"),
                row.get("indicator_en"),
                row.get("unit"),
                qualitative ? Direction.NONE : Direction.valueOf(row.get("direction")),
                qualitative,
                aim(row, "2025"),
                aim(row, "2030"),
                number(row, "baseline"),
                text(row, "numerator_vi"),
                text(row, "denominator_vi"),
                row.get("aggregation"),
                number(row, "natural_low"),
                number(row, "natural_high"),
                levels(row.get("binds_levels")),
                row.get("verified").equals("yes"));
    }

    private static @Nullable Aim aim(CSVRecord row, String year) {
        BigDecimal value = number(row, "value_" + year);
        return value == null ? null : new Aim(Comparator.of(row.get("comparator_" + year)), value);
    }

    private static @Nullable BigDecimal number(CSVRecord row, String column) {
        String text = text(row, column);
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable String text(CSVRecord row, String column) {
        return row.get(column).isBlank() ? null : row.get(column);
    }

    private static Set<Level> levels(String names) {
        var levels = EnumSet.noneOf(Level.class);
        Arrays.stream(names.split(",", -1))
                .map(name -> Level.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .forEach(levels::add);
        return levels;
    }
}
