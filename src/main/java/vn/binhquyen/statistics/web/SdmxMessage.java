package vn.binhquyen.statistics.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.query.Mark;
import vn.binhquyen.statistics.query.Questions;

/** Figures as SDMX-JSON 2.0: series by area, indicator and sex, observations by time. */
final class SdmxMessage {
    private static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";
    /** Codes of the list CL_SEX: total, female, male. */
    private static final Map<String, String> SEXES = Map.of("_T", "Tổng số", "F", "Nữ", "M", "Nam");

    private final Code areas = new Code("REF_AREA", "Đơn vị", 0);
    private final Code indicators = new Code("INDICATOR", "Chỉ tiêu", 1);
    private final Code sexes = new Code("SEX", "Giới tính", 2);
    private final Code times = new Code("TIME_PERIOD", "Kỳ", 3);

    /** A dimension with the values that occur, in the order in which they did. */
    private static final class Code {
        private final String id;
        private final String name;
        private final int position;
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final List<Map<String, String>> values = new ArrayList<>();

        Code(String id, String name, int position) {
            this.id = id;
            this.name = name;
            this.position = position;
        }

        int place(String value, Function<String, String> named) {
            return places.computeIfAbsent(value, any -> {
                values.add(Map.of("id", value, "name", named.apply(value)));
                return values.size() - 1;
            });
        }

        Map<String, Object> described() {
            return Map.of("id", id, "name", name, "keyPosition", position, "values", values);
        }
    }

    static Map<String, Object> of(Questions.Result result, Instant prepared) {
        return new SdmxMessage().message(result, prepared);
    }

    private Map<String, Object> message(Questions.Result result, Instant prepared) {
        Map<String, Map<String, Object>> series = new TreeMap<>();
        for (Questions.Row row : result.rows()) {
            String key = areas.place(row.unit().code(), any -> row.unit().name())
                    + ":"
                    + indicators.place(row.what(), code -> result.names().getOrDefault(code, code))
                    + ":"
                    + sexes.place(sex(row), code -> SEXES.getOrDefault(code, code));
            observations(series, key)
                    .put(
                            String.valueOf(times.place(time(row.period()), time -> time)),
                            observation(row.value(), row.marks().contains(Mark.SUPPRESSED)));
        }
        return Map.of(
                "meta",
                Map.of(
                        "schema",
                        SCHEMA,
                        "id",
                        "BINHQUYEN",
                        "prepared",
                        prepared.toString(),
                        "sender",
                        Map.of("id", "BINHQUYEN")),
                "data",
                Map.of(
                        "structures",
                        List.of(Map.of(
                                "dimensions",
                                Map.of(
                                        "dataSet",
                                        List.of(),
                                        "series",
                                        List.of(areas.described(), indicators.described(), sexes.described()),
                                        "observation",
                                        List.of(times.described())),
                                "attributes",
                                Map.of(
                                        "dataSet",
                                        List.of(),
                                        "series",
                                        List.of(),
                                        "observation",
                                        List.of(Map.of(
                                                "id",
                                                "CONF_STATUS",
                                                "name",
                                                "Bảo mật",
                                                "values",
                                                List.of(
                                                        Map.of("id", "F", "name", "Công bố"),
                                                        Map.of("id", "C", "name", "Không công bố"))))))),
                        "dataSets",
                        List.of(Map.of("structure", 0, "action", "Information", "series", series))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> observations(Map<String, Map<String, Object>> series, String key) {
        return (Map<String, Object>) Objects.requireNonNull(series.computeIfAbsent(
                        key, any -> new LinkedHashMap<>(Map.of("observations", new TreeMap<String, Object>())))
                .get("observations"));
    }

    /** The value, and the place of its status of confidence. */
    private static List<@Nullable Object> observation(@Nullable BigDecimal value, boolean withheld) {
        List<@Nullable Object> observation = new ArrayList<>();
        observation.add(value);
        observation.add(withheld ? 1 : 0);
        return observation;
    }

    private static String sex(Questions.Row row) {
        return row.options().isEmpty() ? "_T" : row.options().first().equals("sex:female") ? "F" : "M";
    }

    /** As SDMX writes periods: 2026, 2026-S1, 2026-Q2, 2026-04; others by their first day and length. */
    private static String time(Period period) {
        return switch (period.kind()) {
            case TERM -> period.start() + "/P5Y";
            case SCHOOL_YEAR -> period.start() + "/P1Y";
            case YEAR -> String.valueOf(period.year());
            case HALF_YEAR -> period.year() + "-S" + period.number();
            case QUARTER -> period.year() + "-Q" + period.number();
            case MONTH -> period.code().substring(0, 4) + "-" + period.code().substring(4);
        };
    }
}
