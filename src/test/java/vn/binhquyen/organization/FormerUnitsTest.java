package vn.binhquyen.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.SearchSource;
import vn.binhquyen.kernel.SearchSource.Hit;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Reorganisation.Kind;
import vn.binhquyen.organization.Reorganisation.Successor;
import vn.binhquyen.organization.query.AgencyFilter;
import vn.binhquyen.organization.query.AgencyRow;
import vn.binhquyen.organization.query.OrganizationQueries;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

/** What passes to a unit from those whose place it took; the tests' day is 15 January 2026. */
@IntegrationTest
class FormerUnitsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final LocalDate MERGED = LocalDate.of(2026, 1, 1);

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    UnitHierarchy hierarchy;

    @Autowired
    OrganizationQueries queries;

    @Autowired
    List<SearchSource> searches;

    @Autowired
    CurrentActor current;

    @Autowired
    JdbcClient jdbc;

    Province province;
    Commune first;
    Commune second;
    Commune merged;
    UnitId village;

    @BeforeEach
    void found() {
        province = provinces.found();
        first = province.commune();
        second = province.anotherCommune(2);
        village = province.village(first);
        merged = province.merged(3, MERGED, first, second);
    }

    @Test
    void lists_and_rights_agree_on_what_passed_on_by_merges_and_splits_for_every_pair_of_units() {
        UnitId third = province.anotherCommune(4).unit();
        String code = province.consolidator().province() + "s";
        as(() -> {
            ReorganisationId split = reorganisations.propose(
                    admin(),
                    province.unit(),
                    new Reorganisation(
                            Kind.SPLIT,
                            List.of(merged.unit()),
                            List.of(Successor.existing(third, null), Successor.fresh(code, "xã Tách", null)),
                            null,
                            null,
                            LocalDate.of(2026, 1, 10),
                            null));
            reorganisations.decide(admin(), split, 0);
            return true;
        });
        Set<UnitId> all = new HashSet<>(List.of(first.unit(), second.unit(), merged.unit(), third, village));
        all.add(province.unit());
        all.addAll(as(() -> organization.children(province.unit())).stream()
                .map(Unit::id)
                .toList());
        assertThat(all).hasSize(7);
        for (UnitId unit : all) {
            Set<UnitId> own = ids("select id from unit_and_former(:unit, :today)", unit);
            Set<UnitId> within = ids("""
                select below.id from unit join unit below on unit.path @> below.path where unit.id = :unit
                union select id from units_passed_into(:unit, :today)
                """, unit);
            for (UnitId other : all) {
                assertThat(own.contains(other)).isEqualTo(hierarchy.isOrBecame(other, unit));
                assertThat(within.contains(other)).isEqualTo(hierarchy.isWithin(other, unit));
            }
        }
        assertThat(ids("select id from unit_and_former(:unit, :today)", third))
                .containsExactlyInAnyOrder(third, merged.unit(), first.unit(), second.unit());
    }

    @Test
    void a_province_that_another_took_in_stands_above_what_is_below_that_one_in_lists_and_rights() {
        Province former = provinces.found();
        provinces.join(former, province, MERGED);
        assertThat(List.of(first, former.commune())).allSatisfy(commune -> {
            assertThat(hierarchy.isOver(former.unit(), commune.unit())).isTrue();
            assertThat(ids("select id from units_above_and_former(:unit, :today)", commune.unit()))
                    .contains(former.unit(), province.unit())
                    .doesNotContain(second.unit());
        });
        assertThat(hierarchy.isOver(former.unit(), province.unit())).isTrue();
        assertThat(hierarchy.isOver(first.unit(), former.unit())).isFalse();
    }

    @Test
    void the_agencies_of_former_units_stand_behind_the_own_ones_and_can_be_left_out() {
        List<AgencyRow> rows = agencies(true);
        assertThat(rows).hasSize(15);
        assertThat(rows.subList(0, 5)).extracting(AgencyRow::former).containsOnlyNulls();
        assertThat(rows.subList(5, 15))
                .extracting(row -> Objects.requireNonNull(row.former()).lastDay())
                .containsOnly(MERGED.minusDays(1));
        assertThat(rows.subList(5, 15))
                .extracting(row -> Objects.requireNonNull(row.former()).id())
                .contains(first.unit(), second.unit());
        assertThat(agencies(false)).hasSize(5);
        assertThat(Statements.countIn(() -> agencies(true))).isEqualTo(1);
    }

    @Test
    void with_those_below_the_list_of_agencies_holds_those_of_former_units_from_elsewhere_too() {
        Province former = provinces.found();
        provinces.join(former, province, MERGED);
        as(() -> {
            assertThat(queries.export(below(true)))
                    .extracting(AgencyRow::unit)
                    .contains(former.unit(), first.unit(), merged.unit());
            assertThat(queries.export(below(false)))
                    .extracting(AgencyRow::unit)
                    .doesNotContain(former.unit(), first.unit())
                    .contains(former.commune().unit());
            return true;
        });
    }

    @Test
    void whether_former_units_are_to_be_found_depends_on_how_far_a_list_reaches() {
        Province former = provinces.found();
        assertThat(reaches(province.unit())).containsExactlyInAnyOrder(Reach.BELOW, Reach.AROUND);
        assertThat(reaches(merged.unit())).containsExactlyInAnyOrder(Reach.values());
        assertThat(reaches(former.commune().unit())).isEmpty();
        provinces.join(former, province, MERGED);
        assertThat(reaches(province.unit())).containsExactlyInAnyOrder(Reach.values());
        assertThat(reaches(former.commune().unit())).containsExactlyInAnyOrder(Reach.ABOVE, Reach.AROUND);
    }

    private List<Reach> reaches(UnitId unit) {
        return as(() -> Stream.of(Reach.values())
                .filter(reach -> organization.hasFormer(unit, reach, TODAY))
                .toList());
    }

    private AgencyFilter below(boolean former) {
        return new AgencyFilter(province.unit(), true, former, "", null, null, false, null, null);
    }

    @Test
    void the_search_finds_a_former_province_and_its_agencies_for_people_of_its_successor() {
        Province former = provinces.found();
        provinces.join(former, province, MERGED);
        String name = as(() -> organization.unit(former.unit())).name();
        assertThat(search(province.consolidator(), name))
                .first()
                .matches(title -> title.startsWith(name + " (") && title.endsWith("31/12/2025)"));
        assertThat(hits(province.consolidator(), "Sở Nội vụ " + name))
                .extracting(Hit::link)
                .contains("/agencies/" + former.department());
        assertThat(search(provinces.found().consolidator(), name)).isEmpty();
    }

    @Test
    void the_search_finds_units_and_agencies_of_before_with_their_last_day() {
        Actor officer = merged.standingOfficer();
        String name = as(() -> organization.unit(second.unit())).name();
        assertThat(search(officer, name))
                .singleElement()
                .matches(title -> title.startsWith(name + " (") && title.endsWith("31/12/2025)"));
        assertThat(search(province.anotherCommune(5).standingOfficer(), name)).isEmpty();
    }

    private List<String> search(Actor actor, String words) {
        return hits(actor, words).stream()
                .filter(hit -> hit.link().startsWith("/units/"))
                .map(Hit::title)
                .toList();
    }

    private List<Hit> hits(Actor actor, String words) {
        return searches.stream()
                .flatMap(source -> source.search(actor, words, 20).stream())
                .toList();
    }

    private List<AgencyRow> agencies(boolean former) {
        return as(() -> queries.agencies(
                        new AgencyFilter(merged.unit(), false, former, "", null, null, false, null, null))
                .rows());
    }

    private Set<UnitId> ids(String sql, UnitId unit) {
        return new HashSet<>(jdbc.sql(sql)
                .param("unit", unit.value())
                .param("today", TODAY)
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .list());
    }

    private Actor admin() {
        return provinces.administrator();
    }

    private <T> T as(Supplier<T> work) {
        return current.as(admin(), work);
    }
}
