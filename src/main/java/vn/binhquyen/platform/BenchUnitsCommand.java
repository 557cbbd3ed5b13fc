package vn.binhquyen.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.query.Boundaries;
import vn.binhquyen.organization.query.UnitFilter;
import vn.binhquyen.organization.query.UnitList;
import vn.binhquyen.organization.query.UnitsOnDate;

/**
 * {@code bench units}: loads the real country into a database of its own and measures the questions that pages and
 * reports ask about it, each beside one bare query by the primary key in the same run.
 */
@Command(name = "units", description = "Questions about the units of the whole country, as JSON")
public final class BenchUnitsCommand implements Callable<Integer> {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate BEFORE_THE_REFORM = LocalDate.of(2025, 6, 30);

    @Option(names = "--rounds", description = "how often each question is asked", defaultValue = "200")
    private int rounds = 200;

    @Override
    public Integer call() throws Exception {
        BenchInstallation.run((context, database, administrator) -> measure(context, administrator));
        return 0;
    }

    private Map<String, Object> measure(ConfigurableApplicationContext context, Actor administrator) {
        UnitId nation = administrator.unit();
        long start = System.nanoTime();
        context.getBean(Organization.class).loadCountry(administrator, nation);
        double loadMs = (System.nanoTime() - start) / 1e6;
        UnitsOnDate units = context.getBean(UnitsOnDate.class);
        UnitList list = context.getBean(UnitList.class);
        Boundaries boundaries = context.getBean(Boundaries.class);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        UnitId province = units.children(nation, TODAY).getFirst().id();
        List<UnitId> earlier = units.descendants(nation, BEFORE_THE_REFORM);
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put(
                "bareIndexedQuery",
                () -> jdbc.sql("select name from unit where id = :id")
                        .param("id", province.value())
                        .query(String.class)
                        .single());
        questions.put("descendantsOfNationToday", () -> units.descendants(nation, TODAY));
        questions.put("descendantsOfNationBeforeReform", () -> units.descendants(nation, BEFORE_THE_REFORM));
        questions.put("descendantsOfProvinceToday", () -> units.descendants(province, TODAY));
        questions.put("ancestorsOfProvinceToday", () -> units.ancestors(province, TODAY));
        questions.put("searchTwoWords", () -> list.units(search("dinh ba", TODAY)));
        questions.put("searchWithProvince", () -> list.units(search("hong thai lam dong", TODAY)));
        questions.put("searchCommonWord", () -> list.units(search("xa", BEFORE_THE_REFORM)));
        questions.put("boundariesOfProvince", () -> boundaries.onDate(earlier.subList(0, 100), TODAY));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("unitsBeforeReform", earlier.size());
        report.put("loadMs", rounded(loadMs));
        double bare = Double.NaN;
        for (var question : questions.entrySet()) {
            List<Double> times = times(question.getValue());
            double median = times.get(times.size() / 2);
            bare = Double.isNaN(bare) ? median : bare;
            report.put(question.getKey() + "P50Ms", rounded(median));
            report.put(question.getKey() + "P95Ms", rounded(times.get(times.size() * 95 / 100)));
            report.put(question.getKey() + "Ratio", rounded(median / bare));
        }
        return report;
    }

    private List<Double> times(Runnable question) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 2 * rounds; i++) {
            long start = System.nanoTime();
            question.run();
            if (i >= rounds) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        times.sort(null);
        return times;
    }

    private static UnitFilter search(String words, LocalDate on) {
        return new UnitFilter(words, on, null, false, null);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
