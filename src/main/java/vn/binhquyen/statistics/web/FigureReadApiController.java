package vn.binhquyen.statistics.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.query.Drawn;
import vn.binhquyen.statistics.query.Mark;
import vn.binhquyen.statistics.query.Question;
import vn.binhquyen.statistics.query.Questions;

/** Figures for other programs: in our own words, and in the form that programs made for DHIS2 ask and understand. */
@RestController
class FigureReadApiController {
    private static final int PAGE = 1_000;

    private final Questions questions;

    FigureReadApiController(Questions questions) {
        this.questions = questions;
    }

    /** @param value null where it is withheld or has no denominator */
    record Figure(
            String what,
            String unit,
            String unitName,
            String period,
            SortedSet<String> by,
            @Nullable BigDecimal value,
            Set<Mark> marks) {}

    /** @param next the value of {@code after} for the next page; null on the last one */
    record Answer(
            List<Figure> figures,
            Map<String, String> names,
            @Nullable Integer next) {}

    /**
     * Figures of elements and indicators.
     *
     * @param what codes, such as NQ28-1.1 or NQ28-1.1.NUM
     * @param where codes of units; 19/COMMUNE for all communes at or below one, 19/phường for those of a kind
     * @param when 2026Q2, 2025Q1..2026Q4, last-4-quarters, last-12-months, last-5-years, this-year
     * @param by dimensions such as sex, or options such as sex:female
     * @param drawn by the boundaries of then or of today
     */
    @GetMapping("/api/figures")
    Answer figures(
            @RequestParam List<String> what,
            @RequestParam List<String> where,
            @RequestParam List<String> when,
            @RequestParam(defaultValue = "") List<String> by,
            @RequestParam(defaultValue = "THEN") Drawn drawn,
            @RequestParam @Nullable Integer after,
            @RequestParam(defaultValue = "" + PAGE) int units) {
        Questions.Result result =
                questions.answer(new Question(what, where, when, by, drawn, after, Math.clamp(units, 1, Question.ALL)));
        return new Answer(
                result.rows().stream()
                        .map(row -> new Figure(
                                row.what(),
                                row.unit().code(),
                                row.unit().name(),
                                row.period().code(),
                                row.options(),
                                row.value() == null ? null : plain(row.value()),
                                row.marks()))
                        .toList(),
                result.names(),
                result.next());
    }

    record Header(String name, String column, String valueType, boolean meta) {
        static Header text(String name) {
            return new Header(name, name, "TEXT", true);
        }
    }

    record Item(String name) {}

    record MetaData(Map<String, Item> items, Map<String, List<String>> dimensions) {}

    record Grid(
            List<Header> headers, MetaData metaData, int headerWidth, int width, int height, List<List<String>> rows) {}

    /**
     * The question of DHIS2 ({@code dimension=dx:…&dimension=pe:…&dimension=ou:…}); {@code ou} takes {@code LEVEL-COMMUNE}
     * or {@code OU_GROUP-phường} beside the units below which they are, any other dimension is one of ours.
     */
    @GetMapping("/api/analytics")
    Grid analytics(@RequestParam List<String> dimension, @RequestParam(defaultValue = "") List<String> filter) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (String each : dimension) {
            int colon = each.indexOf(':');
            String name = colon < 0 ? each : each.substring(0, colon);
            asked.put(
                    name,
                    colon < 0 ? List.of() : List.of(each.substring(colon + 1).split(";", -1)));
        }
        if (!filter.isEmpty()) {
            throw new Refused("statistics.question.filter");
        }
        List<String> by = new ArrayList<>();
        List<String> split = asked.keySet().stream()
                .filter(name -> !Set.of("dx", "pe", "ou").contains(name))
                .toList();
        split.forEach(name -> {
            List<String> options = asked.getOrDefault(name, List.of());
            if (options.isEmpty()) {
                by.add(name);
            } else {
                options.forEach(option -> by.add(name + ":" + option));
            }
        });
        Questions.Result result = questions.answer(new Question(
                asked.getOrDefault("dx", List.of()),
                units(asked.getOrDefault("ou", List.of())),
                asked.getOrDefault("pe", List.of()).stream()
                        .map(FigureReadApiController::relative)
                        .toList(),
                by,
                Drawn.THEN,
                null,
                Question.ALL));
        return grid(result, split);
    }

    private static Grid grid(Questions.Result result, List<String> split) {
        List<Header> headers = new ArrayList<>(List.of(Header.text("dx"), Header.text("pe"), Header.text("ou")));
        split.forEach(name -> headers.add(Header.text(name)));
        headers.add(new Header("value", "Value", "NUMBER", false));
        Map<String, Item> items = new TreeMap<>();
        result.names().forEach((code, name) -> items.put(code, new Item(name)));
        Set<String> units = new LinkedHashSet<>();
        List<List<String>> rows = new ArrayList<>(result.rows().size());
        for (Questions.Row row : result.rows()) {
            if (row.value() == null) {
                continue;
            }
            if (units.add(row.unit().code())) {
                items.put(row.unit().code(), new Item(row.unit().name()));
            }
            List<String> cells = new ArrayList<>(headers.size());
            cells.add(row.what());
            cells.add(row.period().code());
            cells.add(row.unit().code());
            for (String name : split) {
                cells.add(row.options().stream()
                        .filter(option -> option.startsWith(name + ":"))
                        .findFirst()
                        .map(option -> option.substring(name.length() + 1))
                        .orElse(""));
            }
            cells.add(plain(row.value()).toPlainString());
            rows.add(cells);
        }
        return new Grid(
                headers,
                new MetaData(
                        items,
                        Map.of(
                                "dx",
                                List.copyOf(result.names().keySet()),
                                "pe",
                                result.periods().stream().map(Period::code).toList(),
                                "ou",
                                List.copyOf(units))),
                headers.size(),
                headers.size(),
                rows.size(),
                rows);
    }

    /** Units with the levels and kinds asked beside them. */
    private static List<String> units(List<String> ou) {
        List<String> tops = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (String each : ou) {
            if (each.startsWith("LEVEL-")) {
                groups.add(each.substring("LEVEL-".length()));
            } else if (each.startsWith("OU_GROUP-")) {
                groups.add(each.substring("OU_GROUP-".length()));
            } else {
                tops.add(each);
            }
        }
        return groups.isEmpty()
                ? tops
                : tops.stream()
                        .flatMap(top -> groups.stream().map(group -> top + "/" + group))
                        .toList();
    }

    private static String relative(String period) {
        return period.startsWith("LAST_") || period.startsWith("THIS_") ? period.toLowerCase(Locale.ROOT) : period;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal tidy = value.stripTrailingZeros();
        return tidy.scale() < 0 ? tidy.setScale(0) : tidy;
    }
}
