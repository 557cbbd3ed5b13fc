package vn.binhquyen.statistics.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Catalogue;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/**
 * The national strategy worked out by hand: an upland commune and a lowland one hand in their figures of 2025, and their
 * province has what both together make. The two communes are of different size, so that a mean of their percentages would
 * be another number than the ratio of the sums.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NationalStrategyWorkedExampleTest {
    private static final Period YEAR = Period.year(2025);

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Elements elements;

    @Autowired
    Values values;

    @Autowired
    Rollups rollups;

    @Autowired
    IndicatorFigures indicators;

    @Autowired
    CurrentActor current;

    private Province province;
    private Commune upland;
    private Commune lowland;

    @BeforeAll
    void found() {
        province = provinces.found();
        upland = province.commune();
        lowland = province.anotherCommune(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # indicator | upland: of       | lowland: of      | upland | lowland | province
        NQ28-1.1    |    8 |   10      |    1 |    5      |   80.0 |    20.0 |     60.0
        NQ28-2.1    |  400 | 1000      |  300 |  500      |   40.0 |    60.0 |     46.7
        NQ28-2.2    |  350 | 1000      |  100 |  500      |   35.0 |    20.0 |     30.0
        NQ28-2.3    |   12 |   40      |    3 |   20      |   30.0 |    15.0 |     25.0
        NQ28-3.2b   |    3 |    8      |    2 |    2      |   37.5 |   100.0 |     50.0
        NQ28-3.3    |    1 |    1      |    2 |    3      |  100.0 |    66.7 |     75.0
        NQ28-3.4    |    1 |    2      |    1 |    1      |   50.0 |   100.0 |     66.7
        NQ28-4.3    |    4 |  250      |    1 |  150      |   16.0 |     6.7 |     12.5
        NQ28-5.2b   |   40 |   50      |   27 |   30      |   80.0 |    90.0 |     83.8
        NQ28-5.3    |   20 |   60      |   20 |   40      |   33.3 |    50.0 |     40.0
        NQ28-5.4a   |    6 |   10      |    2 |    6      |   60.0 |    33.3 |     50.0
        NQ28-5.4b   |    1 |    4      |    1 |    1      |   25.0 |   100.0 |     40.0
        NQ28-6.1    | 3000 | 4000      | 1000 | 2000      |   75.0 |    50.0 |     66.7
        NQ28-6.2    |   30 |   30      |   18 |   20      |  100.0 |    90.0 |     96.0
        NQ28-6.3    |    1 |    1      |    0 |    1      |  100.0 |     0.0 |     50.0
        NQ28-6.4    |    1 |    1      |    0 |    1      |  100.0 |     0.0 |     50.0
        """)
    void the_province_has_the_ratio_of_the_sums(
            String indicator,
            int uplandCount,
            int uplandOf,
            int lowlandCount,
            int lowlandOf,
            String inUpland,
            String inLowland,
            String inProvince) {
        give(upland, indicator, uplandCount, uplandOf);
        give(lowland, indicator, lowlandCount, lowlandOf);

        assertThat(read(indicator, upland.unit())).isEqualTo(inUpland);
        assertThat(read(indicator, lowland.unit())).isEqualTo(inLowland);
        assertThat(read(indicator, province.unit())).isEqualTo(inProvince);
        assertThat(reading(indicator, province.unit(), Breakdown.TOTAL).orElseThrow())
                .satisfies(reading -> {
                    assertThat(reading.numerator()).isEqualByComparingTo(number(uplandCount + lowlandCount));
                    assertThat(reading.denominator()).isEqualByComparingTo(number(uplandOf + lowlandOf));
                });
    }

    /** 56 boys to 50 girls and 53 to 50: 109 to 100, above the natural 104 to 106. */
    @Test
    void the_sex_ratio_at_birth_counts_boys_for_a_hundred_girls() {
        give(upland, "NQ28-4.1", 56, 50);
        give(lowland, "NQ28-4.1", 53, 50);

        assertThat(read("NQ28-4.1", upland.unit())).isEqualTo("112.0");
        assertThat(read("NQ28-4.1", lowland.unit())).isEqualTo("106.0");
        assertThat(read("NQ28-4.1", province.unit())).isEqualTo("109.0");
    }

    /** One death among 1,250 births and none among 750: one among 2,000, which is 50 among 100,000. */
    @Test
    void maternal_deaths_are_told_for_a_hundred_thousand_births() {
        give(upland, "NQ28-4.2", 1, 1250);
        give(lowland, "NQ28-4.2", 0, 750);

        assertThat(read("NQ28-4.2", upland.unit())).isEqualTo("80.0");
        assertThat(read("NQ28-4.2", lowland.unit())).isEqualTo("0.0");
        assertThat(read("NQ28-4.2", province.unit())).isEqualTo("50.0");
    }

    /**
     * Women and men were counted apart, never both together: the total is made of the two. Of 14 women 12 found help, of 3
     * men 1, of 17 people 13. So few that the share says little, and is marked.
     */
    @Test
    void victims_are_shown_as_women_and_men_and_both_together() {
        give(upland, "NQ28-3.2a", Breakdown.WOMEN, 8, 10);
        give(upland, "NQ28-3.2a", Breakdown.MEN, 1, 2);
        give(lowland, "NQ28-3.2a", Breakdown.WOMEN, 4, 4);
        give(lowland, "NQ28-3.2a", Breakdown.MEN, 0, 1);

        assertThat(read("NQ28-3.2a", upland.unit(), Breakdown.WOMEN)).isEqualTo("80.0");
        assertThat(read("NQ28-3.2a", upland.unit(), Breakdown.MEN)).isEqualTo("50.0");
        assertThat(read("NQ28-3.2a", upland.unit())).isEqualTo("75.0");
        assertThat(read("NQ28-3.2a", province.unit(), Breakdown.WOMEN)).isEqualTo("85.7");
        assertThat(read("NQ28-3.2a", province.unit(), Breakdown.MEN)).isEqualTo("33.3");
        assertThat(read("NQ28-3.2a", province.unit())).isEqualTo("76.5");
        assertThat(reading("NQ28-3.2a", province.unit(), Breakdown.TOTAL))
                .hasValueSatisfying(reading -> assertThat(reading.marks()).contains(Mark.SMALL_BASE));
    }

    /** Girls 46 of 48 and boys 39 of 42 in both communes together; nobody's mean of percentages. */
    @Test
    void girls_and_boys_of_ethnic_minorities_are_shown_apart() {
        give(upland, "NQ28-5.2a", Breakdown.WOMEN, 27, 28);
        give(upland, "NQ28-5.2a", Breakdown.MEN, 18, 20);
        give(lowland, "NQ28-5.2a", Breakdown.WOMEN, 19, 20);
        give(lowland, "NQ28-5.2a", Breakdown.MEN, 21, 22);

        assertThat(read("NQ28-5.2a", province.unit(), Breakdown.WOMEN)).isEqualTo("95.8");
        assertThat(read("NQ28-5.2a", province.unit(), Breakdown.MEN)).isEqualTo("92.9");
        assertThat(read("NQ28-5.2a", province.unit())).isEqualTo("94.4");
    }

    /** Hours of unpaid work come from surveys: 1.8 times and 2.2 times don't make 2.0 of a province that was not asked. */
    @Test
    void what_a_survey_gave_stays_with_the_unit_that_was_surveyed() {
        giveAsReported(upland, "NQ28-3.1", "1.8");
        giveAsReported(lowland, "NQ28-3.1", "2.2");

        assertThat(read("NQ28-3.1", upland.unit())).isEqualTo("1.8");
        assertThat(read("NQ28-3.1", lowland.unit())).isEqualTo("2.2");
        assertThat(reading("NQ28-3.1", province.unit(), Breakdown.TOTAL)).isEmpty();
    }

    /** The province can pilot a service or not: one of one. Of the country it says nothing before others have counted too. */
    @Test
    void what_provinces_are_counted_for_is_given_by_the_province() {
        write(
                province.consolidator(),
                province.unit(),
                Map.of(
                        cell("NQ28-4.4.NUM", Breakdown.TOTAL),
                        number(1),
                        cell("NQ28-4.4.DEN", Breakdown.TOTAL),
                        number(1)));

        assertThat(read("NQ28-4.4", province.unit())).isEqualTo("100.0");
        assertThat(reading("NQ28-4.4", upland.unit(), Breakdown.TOTAL)).isEmpty();
    }

    /** The lowland commune knows a percentage and not the people behind it: it is shown there and enters no sum. */
    @Test
    void a_percentage_without_its_counts_is_kept_apart() {
        Province other = provinces.found();
        Commune counted = other.commune();
        Commune told = other.anotherCommune(2);
        give(counted, "NQ28-2.3", 12, 40);
        giveAsReported(told, "NQ28-2.3", "60");

        IndicatorReading there =
                reading("NQ28-2.3", told.unit(), Breakdown.TOTAL).orElseThrow();
        assertThat(there.value()).isEqualByComparingTo("60");
        assertThat(there.marks()).contains(Mark.AS_REPORTED);
        assertThat(there.numerator()).isNull();
        assertThat(read("NQ28-2.3", other.unit())).isEqualTo("30.0");
    }

    private void give(Commune commune, String indicator, int count, int of) {
        give(commune, indicator, Breakdown.TOTAL, count, of);
    }

    private void give(Commune commune, String indicator, Breakdown by, int count, int of) {
        write(
                commune.standingOfficer(),
                commune.unit(),
                Map.of(cell(indicator + ".NUM", by), number(count), cell(indicator + ".DEN", by), number(of)));
    }

    private void giveAsReported(Commune commune, String indicator, String value) {
        write(
                commune.standingOfficer(),
                commune.unit(),
                Map.of(cell(indicator + ".VAL", Breakdown.TOTAL), new BigDecimal(value)));
    }

    private void write(Actor actor, UnitId id, Map<Cell, BigDecimal> numbers) {
        current.as(actor, () -> {
            Unit unit = organization.unit(id);
            values.write(
                    actor,
                    new Sheet(id, unit.province(), unit.key(), YEAR, Sheet.OFFICIAL),
                    UUID.randomUUID(),
                    ValueStatus.ACCEPTED,
                    new HashMap<Cell, @Nullable BigDecimal>(numbers));
            return unit;
        });
        rollups.refresh();
    }

    private Cell cell(String element, Breakdown by) {
        return new Cell(
                current.as(province.consolidator(), () -> elements.withCodes(List.of(element)))
                        .getFirst()
                        .key(),
                by,
                Nature.ACTUAL);
    }

    private String read(String indicator, UnitId unit) {
        return read(indicator, unit, Breakdown.TOTAL);
    }

    /** As a table shows it, with one decimal. */
    private String read(String indicator, UnitId unit, Breakdown by) {
        return Objects.requireNonNull(reading(indicator, unit, by).orElseThrow().value())
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private Optional<IndicatorReading> reading(String indicator, UnitId unit, Breakdown by) {
        return current.as(province.consolidator(), () -> {
            IndicatorId id = catalogue.withCode(indicator).orElseThrow();
            return indicators
                    .read(new IndicatorQuery(id, Where.unit(unit), List.of(YEAR), List.of(by), Drawn.THEN))
                    .stream()
                    .findFirst();
        });
    }

    private static BigDecimal number(int number) {
        return BigDecimal.valueOf(number);
    }
}
