package vn.binhquyen.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.LoadedCountry;

/** The real country, loaded: the counts of its source. */
@IntegrationTest
class CountryTest {
    @Autowired
    LoadedCountry country;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void load() {
        country.load();
    }

    @Test
    void before_the_reform_there_were_63_provinces_696_districts_and_10035_communes() {
        assertThat(count("2025-06-30"))
                .containsEntry("PROVINCE", 63L)
                .containsEntry("DISTRICT", 696L)
                .containsEntry("COMMUNE", 10_035L);
    }

    @Test
    void after_the_reform_there_are_34_provinces_and_3321_communes_and_no_district() {
        assertThat(count("2025-07-01"))
                .containsEntry("PROVINCE", 34L)
                .containsEntry("COMMUNE", 3_321L)
                .doesNotContainKey("DISTRICT");
    }

    @Test
    void communes_are_of_the_kinds_of_their_day() {
        assertThat(kinds("2025-07-01"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("xã", 2_621L, "phường", 687L, "đặc khu", 13L));
        assertThat(kinds("2026-04-30"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("xã", 2_611L, "phường", 697L, "đặc khu", 13L));
        assertThat(kinds("2025-06-30"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("xã", 7_692L, "phường", 1_726L, "thị trấn", 617L));
    }

    @Test
    void every_earlier_unit_lives_on_or_has_a_successor() {
        List<@Nullable String> lost = jdbc.sql("""
            select unit.name
              from unit
             where upper(valid_during) = '2025-07-01'
               and not exists (select 1 from succession where from_id = unit.id and to_id <> unit.id)
            """).query(String.class).list();
        assertThat(lost).isEmpty();
    }

    @Test
    void the_successions_are_those_of_the_source() {
        // 10,570 pairs of the source, of which 137 units lived on; 52 provinces merged; the districts by their communes
        assertThat(number("select count(*) from succession where on_date = '2025-07-01' and source_note not like"
                        + " 'Theo nơi đến%'"))
                .isEqualTo(10_570);
        assertThat(number("select count(*) from succession where share is null and kind = 'SPLIT' and"
                        + " source_note not like 'Theo nơi đến%'"))
                .isEqualTo(971);
        assertThat(number("select count(*) from succession where legal_basis like '%202/2025/QH15'"))
                .isEqualTo(52);
    }

    @Test
    void a_province_that_was_not_merged_keeps_its_identity_and_one_that_was_begins_anew() {
        assertThat(lives("01")).isEqualTo(1);
        assertThat(lives("08")).isEqualTo(2);
    }

    @Test
    void dong_nai_was_a_province_until_the_day_it_became_a_city() {
        assertThat(jdbc.sql("""
            select name from unit_state where level = 'PROVINCE' and code = '75' and not lower_inf(valid_during)
             order by valid_during
            """).query(String.class).list()).containsExactly("Tỉnh Đồng Nai", "Thành phố Đồng Nai");
    }

    @Test
    void an_island_district_lives_on_as_a_special_zone() {
        assertThat(jdbc.sql("""
            select state.level from unit_state state
              join unit_state special on special.unit_id = state.unit_id and special.name = 'Đặc khu Lý Sơn'
             order by state.valid_during
            """).query(String.class).list()).containsExactly("DISTRICT", "COMMUNE");
    }

    @Test
    void loading_twice_changes_nothing() {
        long before = number("select count(*) from unit");
        country.loadAgain();
        assertThat(number("select count(*) from unit")).isEqualTo(before);
    }

    private Map<String, Long> count(String day) {
        return grouped("level", day);
    }

    private Map<String, Long> kinds(String day) {
        return grouped("kind", day);
    }

    private Map<String, Long> grouped(String by, String day) {
        record Group(String name, long count) {}
        return jdbc
                .sql("select " + by + """
                     , count(*) from unit_state
                     where valid_during @> :day::date and province_id between 1 and 99
                       and (:by = 'level' or level = 'COMMUNE')
                     group by 1
                    """)
                .param("day", day)
                .param("by", by)
                .query((row, n) -> new Group(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Group::name, Group::count));
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private long lives(String province) {
        return jdbc.sql("select count(distinct unit_id) from unit_state where level = 'PROVINCE' and code = :code")
                .param("code", province)
                .query(Long.class)
                .single();
    }
}
