package vn.binhquyen.statistics;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** The sums that are kept beside the figures are those that one gets by adding the figures up by hand. */
@IntegrationTest
class RollupsTest {
    private static final Period QUARTER = Period.of(Period.Kind.QUARTER, 2026, 2);

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Values values;

    @Autowired
    Rollups rollups;

    @Autowired
    CurrentActor current;

    @Autowired
    JdbcClient jdbc;

    private Province province;
    private List<Commune> communes;
    private final Map<UnitId, Actor> people = new HashMap<>();
    private final Map<UnitId, List<UnitId>> below = new HashMap<>();
    private final Map<UnitId, Map<Cell, BigDecimal>> figures = new HashMap<>();
    private int victims;
    private int share;

    @BeforeEach
    void found() {
        province = provinces.found();
        communes = List.of(province.commune(), province.anotherCommune(2), province.anotherCommune(3));
        below.put(province.unit(), communes.stream().map(Commune::unit).toList());
        people.put(province.unit(), province.consolidator());
        for (Commune commune : communes) {
            UnitId village = province.village(commune);
            below.put(commune.unit(), List.of(village));
            people.put(commune.unit(), commune.standingOfficer());
            people.put(village, commune.standingOfficer());
        }
        Indicator indicator = current.as(
                province.consolidator(),
                () -> catalogue.national().stream()
                        .filter(one -> "NQ28-3.2a".equals(one.code()))
                        .findFirst()
                        .orElseThrow());
        victims = indicator.element(Part.DENOMINATOR).orElseThrow().key();
        share = indicator.element(Part.VALUE).orElseThrow().key();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_sum_holds_each_own_figure_and_where_there_is_none_those_below(long seed) {
        Random random = new Random(seed);
        List<UnitId> units = new ArrayList<>(people.keySet());
        for (int i = 0; i < 40; i++) {
            UnitId unit = units.get(random.nextInt(units.size()));
            Cell cell = new Cell(
                    random.nextInt(8) == 0 ? share : victims,
                    Stream.of(Breakdown.TOTAL, Breakdown.WOMEN, Breakdown.MEN)
                            .toList()
                            .get(random.nextInt(3)),
                    random.nextInt(3) == 0 ? Nature.ESTIMATED : Nature.ACTUAL);
            write(unit, cell, random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(1000), 1));
            if (random.nextInt(10) == 0) {
                rollups.refresh();
            }
        }
        rollups.refresh();
        assertThat(kept()).isEqualTo(added());
    }

    @Test
    void what_an_agency_contributes_is_in_no_sum() {
        Unit commune = unit(province.commune().unit());
        int police = current.as(
                        province.commune().policeOfficer(),
                        () -> organization.agency(province.commune().police()))
                .key();
        Sheet contributed = new Sheet(commune.id(), commune.province(), commune.key(), QUARTER, police);
        current.as(
                province.commune().policeOfficer(),
                () -> values.write(
                        province.commune().policeOfficer(),
                        contributed,
                        UUID.randomUUID(),
                        ValueStatus.ACCEPTED,
                        Map.of(Cell.actual(victims), BigDecimal.TEN)));
        rollups.refresh();
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_sum_says_how_many_figures_it_holds_and_how_many_are_still_open() {
        write(communes.get(0).unit(), Cell.actual(victims), BigDecimal.ONE, ValueStatus.ACCEPTED);
        write(communes.get(1).unit(), Cell.actual(victims), BigDecimal.TWO, ValueStatus.DRAFT);
        rollups.refresh();
        assertThat(jdbc.sql("select concat(given, ' ', open) from data_rollup where province_id = :province")
                        .param("province", number())
                        .query(String.class)
                        .list())
                .containsExactly("2 1");
    }

    /** By hand: from the bottom up, unit by unit. */
    private Map<String, BigDecimal> added() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        of(province.unit()).forEach((cell, number) -> {
            if (cell.element() == victims) {
                sums.put(cell.breakdown().key() + " " + cell.nature().letter(), number.stripTrailingZeros());
            }
        });
        return sums;
    }

    private Map<Cell, BigDecimal> of(UnitId unit) {
        Map<Cell, BigDecimal> sums = new HashMap<>();
        for (UnitId child : below.getOrDefault(unit, List.of())) {
            of(child).forEach((cell, number) -> sums.merge(cell, number, BigDecimal::add));
        }
        sums.putAll(figures.getOrDefault(unit, Map.of()));
        return sums;
    }

    private Map<String, BigDecimal> kept() {
        record Kept(String cell, BigDecimal total) {}
        return jdbc
                .sql("select concat(breakdown_key, ' ', nature) as cell, total from data_rollup where province_id ="
                        + " :province")
                .param("province", number())
                .query((row, n) -> new Kept(row.getString("cell"), row.getBigDecimal("total")))
                .stream()
                .collect(toMap(Kept::cell, kept -> kept.total().stripTrailingZeros(), (a, b) -> a, TreeMap::new));
    }

    private short number() {
        return province.consolidator().province();
    }

    private void write(UnitId unit, Cell cell, @Nullable BigDecimal number) {
        write(unit, cell, number, ValueStatus.DRAFT);
        if (number == null) {
            figures.computeIfAbsent(unit, any -> new HashMap<>()).remove(cell);
        } else {
            figures.computeIfAbsent(unit, any -> new HashMap<>()).put(cell, number);
        }
    }

    private void write(UnitId unit, Cell cell, @Nullable BigDecimal number, ValueStatus status) {
        Actor actor = Objects.requireNonNull(people.get(unit));
        Map<Cell, @Nullable BigDecimal> numbers = new HashMap<>();
        numbers.put(cell, number);
        current.as(actor, () -> values.write(actor, official(unit), UUID.randomUUID(), status, numbers));
    }

    private Sheet official(UnitId id) {
        Unit unit = unit(id);
        return new Sheet(unit.id(), unit.province(), unit.key(), QUARTER, Sheet.OFFICIAL);
    }

    private Unit unit(UnitId id) {
        return current.as(province.consolidator(), () -> organization.unit(id));
    }
}
