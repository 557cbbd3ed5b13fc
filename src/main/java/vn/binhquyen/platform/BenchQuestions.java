package vn.binhquyen.platform;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.query.Drawn;
import vn.binhquyen.statistics.query.FigureQuery;
import vn.binhquyen.statistics.query.FigureQuery.What;
import vn.binhquyen.statistics.query.Figures;
import vn.binhquyen.statistics.query.IndicatorFigures;
import vn.binhquyen.statistics.query.IndicatorQuery;
import vn.binhquyen.statistics.query.Where;

/** The questions that screens ask all day, each beside the plain sum over the figures that somebody would write by hand. */
final class BenchQuestions {
    private static final int ROUNDS = 40;
    private static final List<Breakdown> SEXES = List.of(Breakdown.WOMEN, Breakdown.MEN);

    private final ApplicationContext context;
    private final Actor actor;
    private final BenchFigures made;
    private final List<Period> quarters;

    BenchQuestions(ApplicationContext context, Actor actor, BenchFigures made, List<Period> quarters) {
        this.context = context;
        this.actor = actor;
        this.made = made;
        this.quarters = quarters;
    }

    Map<String, Object> measure() {
        Map<String, Object> report = new LinkedHashMap<>();
        Period last = quarters.getLast();
        List<Period> twelve = quarters.subList(Math.max(0, quarters.size() - 12), quarters.size());
        IndicatorFigures indicators = context.getBean(IndicatorFigures.class);
        Figures figures = context.getBean(Figures.class);
        BenchFigures.Row commune = made.communes().get(made.communes().size() / 2);
        compare(
                report,
                "nationalIndicatorByProvince",
                () -> indicators.read(indicator(new Where.Below(actor.unit(), Level.PROVINCE), last)),
                "select province_id, element_key, sum(value) from data_value where element_key = any(:elements) and"
                        + " period_key = any(:periods) and nature = 'A' group by 1, 2",
                made.elements().subList(0, 2),
                List.of(last));
        compare(
                report,
                "dashboardOfCommuneOverAllQuarters",
                () -> figures.read(FigureQuery.of(
                        whats(made.elements(), List.of(Breakdown.TOTAL, Breakdown.WOMEN, Breakdown.MEN)),
                        Where.unit(commune.id()),
                        quarters)),
                "select element_key, period_key, sum(value) from data_value where province_id = " + commune.province()
                        + " and nature = 'A' and element_key = any(:elements) and period_key = any(:periods) and"
                        + " unit_key = "
                        + commune.unitKey() + " group by 1, 2",
                made.elements(),
                quarters);
        compare(
                report,
                "rankingOfAllCommunes",
                () -> indicators.read(indicator(new Where.Below(actor.unit(), Level.COMMUNE), last)),
                "select unit_key, element_key, sum(value) from data_value where element_key = any(:elements) and"
                        + " period_key = any(:periods) and nature = 'A' group by 1, 2",
                made.elements().subList(0, 2),
                List.of(last));
        compare(
                report,
                "fiveElementsByProvinceTwelveQuartersAndSex",
                () -> figures.read(FigureQuery.of(
                        whats(made.elements().subList(0, 5), SEXES),
                        new Where.Below(actor.unit(), Level.PROVINCE),
                        twelve)),
                "select province_id, element_key, period_key, margin_key, sum(value) from data_value join"
                        + " breakdown_margin using (breakdown_key) where margin_key in (1, 2) and element_key ="
                        + " any(:elements) and period_key = any(:periods) and nature = 'A' group by 1, 2, 3, 4",
                made.elements().subList(0, 5),
                twelve);
        List<BenchFigures.Row> thousand = made.communes().subList(0, 1_000);
        compare(
                report,
                "sixtyThousandCells",
                () -> figures.read(FigureQuery.of(
                        whats(made.elements().subList(0, 5), List.of(Breakdown.TOTAL)),
                        new Where.Units(
                                thousand.stream().map(BenchFigures.Row::id).toList()),
                        twelve)),
                "select unit_key, element_key, period_key, sum(value) from data_value where element_key ="
                        + " any(:elements) and period_key = any(:periods) and nature = 'A' and unit_key <= "
                        + thousand.getLast().unitKey() + " group by 1, 2, 3",
                made.elements().subList(0, 5),
                twelve);
        BenchTimes.of(ROUNDS, () -> save(commune, last)).put(report, "formOfFortyCellsSaved");
        return report;
    }

    private void compare(
            Map<String, Object> report,
            String name,
            Runnable question,
            String sql,
            List<BenchFigures.Element> elements,
            List<Period> periods) {
        BenchTimes times = BenchTimes.ofQuestion(ROUNDS, question);
        BenchTimes plain = BenchTimes.ofQuestion(
                ROUNDS / 4,
                () -> context.getBean(JdbcClient.class)
                        .sql(sql)
                        .param(
                                "elements",
                                elements.stream().map(BenchFigures.Element::key).toArray(Integer[]::new))
                        .param("periods", periods.stream().map(Period::key).toArray(Integer[]::new))
                        .query((row, n) -> row.getBigDecimal("sum"))
                        .list());
        times.put(report, name);
        report.put(name + "ToPlainSumRatio", BenchTimes.rounded(times.quantile(0.5) / plain.quantile(0.5)));
    }

    private IndicatorQuery indicator(Where where, Period period) {
        return new IndicatorQuery(made.indicator(), where, List.of(period), List.of(Breakdown.TOTAL), Drawn.THEN);
    }

    private static List<What> whats(List<BenchFigures.Element> elements, List<Breakdown> breakdowns) {
        return elements.stream()
                .flatMap(element -> breakdowns.stream().map(breakdown -> new What(element.key(), breakdown)))
                .toList();
    }

    private int saved;

    private void save(BenchFigures.Row commune, Period period) {
        saved++;
        Map<Cell, @Nullable BigDecimal> form = new LinkedHashMap<>();
        IntStream.range(0, 40)
                .forEach(i -> form.put(
                        new Cell(made.elements().get(i).key(), made.cells().getFirst(), Nature.ACTUAL),
                        BigDecimal.valueOf(saved + i)));
        context.getBean(Values.class)
                .write(
                        actor,
                        new Sheet(commune.id(), commune.province(), commune.unitKey(), period, Sheet.OFFICIAL),
                        UUID.randomUUID(),
                        ValueStatus.DRAFT,
                        form);
    }
}
