package vn.binhquyen.organization.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.query.Boundaries.Part;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.LoadedCountry;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class UnitsOnDateTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    @Autowired
    LoadedCountry country;

    @Autowired
    Provinces provinces;

    @Autowired
    CurrentActor current;

    @Autowired
    UnitsOnDate units;

    @Autowired
    UnitList list;

    @Autowired
    Boundaries boundaries;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void load() {
        country.load();
    }

    @Test
    void on_any_day_every_commune_has_exactly_one_province() {
        Random random = new Random(2025);
        Stream<LocalDate> days = Stream.concat(
                Stream.of(BEFORE, AFTER, LocalDate.of(2026, 4, 29), LocalDate.of(2026, 4, 30)),
                Stream.generate(() -> LocalDate.of(2015, 1, 1).plusDays(random.nextInt(7000)))
                        .limit(30));
        assertThat(days)
                .allSatisfy(day -> assertThat(jdbc.sql("""
                    select count(*)
                      from unit_state commune
                     where commune.level = 'COMMUNE' and commune.valid_during @> :day
                       and 1 <> (select count(*) from unit_state province
                                  where province.level = 'PROVINCE' and province.valid_during @> :day
                                    and province.path @> commune.path and province.province_id = commune.province_id)
                    """)
                                .param("day", day)
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    @Test
    void the_units_of_the_nation_are_those_of_the_day() {
        UnitId nation = provinces.administrator().unit();
        assertThat(ofTheCountry(nation, BEFORE)).isEqualTo(63 + 696 + 10_035);
        assertThat(ofTheCountry(nation, AFTER)).isEqualTo(34 + 3_321);
    }

    @Test
    void a_commune_stood_below_its_district_then_and_stands_below_its_province_now() {
        UnitId lyVan = only("Xã Đak Lua", LocalDate.of(2026, 5, 1));
        assertThat(asked(() -> units.ancestors(lyVan, BEFORE)))
                .extracting(UnitOnDate::name)
                .containsExactly("Việt Nam", "Tỉnh Đồng Nai", "Huyện Tân Phú");
        assertThat(asked(() -> units.ancestors(lyVan, LocalDate.of(2026, 5, 1))))
                .extracting(UnitOnDate::name)
                .containsExactly("Việt Nam", "Thành phố Đồng Nai");
    }

    @Test
    void words_are_found_without_accents_in_any_order_and_with_the_province() {
        assertThat(found("dinh ba", AFTER, false)).contains("Phường Ba Đình");
        assertThat(found("hanoi ba dinh", AFTER, false)).isEmpty();
        assertThat(found("ha noi ba dinh", AFTER, false)).containsExactly("Phường Ba Đình");
    }

    @Test
    void an_ended_unit_is_found_where_ended_ones_are_asked_for() {
        assertThat(found("huyen dan phuong", AFTER, false)).isEmpty();
        assertThat(found("huyen dan phuong", AFTER, true)).containsExactly("Huyện Đan Phượng");
    }

    @Test
    void the_pages_of_a_list_follow_one_another_without_gap_or_repetition() {
        UnitFilter filter = new UnitFilter("xuan", AFTER, Level.COMMUNE, false, null);
        List<UnitRow> all = asked(() -> list.export(filter));
        UnitPage first = asked(() -> list.units(filter));
        UnitPage second = asked(() -> list.units(new UnitFilter("xuan", AFTER, Level.COMMUNE, false, first.next())));
        assertThat(Stream.concat(first.rows().stream(), second.rows().stream()))
                .containsExactlyElementsOf(
                        all.subList(0, first.rows().size() + second.rows().size()));
    }

    @Test
    void nothing_of_the_earlier_communes_is_lost_by_the_boundaries_of_today() {
        List<UnitId> earlier = jdbc.sql(
                        "select unit_id from unit_state where level = 'COMMUNE' and valid_during @> date '2025-06-30'")
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .list();
        Map<UnitId, List<Part>> parts =
                asked(() -> boundaries.onDate(earlier, AFTER)).stream().collect(groupingBy(Part::of));
        assertThat(parts).hasSize(10_035);
        assertThat(parts.values())
                .allSatisfy(
                        ofOne -> assertThat(ofOne.stream().map(Part::share).reduce(BigDecimal.ZERO, BigDecimal::add))
                                .isEqualByComparingTo(BigDecimal.ONE));
        assertThat(parts.values().stream()
                        .flatMap(List::stream)
                        .filter(part -> part.certainty() == Part.Certainty.UNDISTRIBUTED))
                .as("the split communes of 2025, whose shares nobody knows")
                .hasSize(441);
    }

    private long ofTheCountry(UnitId nation, LocalDate on) {
        Set<UnitId> invented = asked(() -> units.children(nation, on)).stream()
                .filter(province -> province.province() >= 100)
                .flatMap(province -> Stream.concat(
                        Stream.of(province.id()), asked(() -> units.descendants(province.id(), on)).stream()))
                .collect(toSet());
        return asked(() -> units.descendants(nation, on)).stream()
                .filter(unit -> !invented.contains(unit))
                .count();
    }

    private UnitId only(String name, LocalDate on) {
        return new UnitId(jdbc.sql("select unit_id from unit_state where name = :name and valid_during @> :on")
                .param("name", name)
                .param("on", on)
                .query(UUID.class)
                .single());
    }

    private List<String> found(String words, LocalDate on, boolean ended) {
        return asked(() -> list.units(new UnitFilter(words, on, null, ended, null))).rows().stream()
                .map(UnitRow::name)
                .toList();
    }

    private <T> T asked(Supplier<T> question) {
        return current.as(provinces.administrator(), question::get);
    }
}
