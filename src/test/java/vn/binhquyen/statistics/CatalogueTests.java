package vn.binhquyen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class CatalogueTests {
    private final Catalogue catalogue;
    private final CurrentActor current;
    private final Province province;
    private final JdbcClient jdbc;

    @Autowired
    CatalogueTests(Catalogue catalogue, CurrentActor current, Provinces provinces, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.current = current;
        this.province = provinces.found();
        this.jdbc = jdbc;
    }

    @Test
    void the_catalogue_holds_the_measures_of_the_strategy_as_shipped() {
        List<Indicator> national = current.as(province.consolidator(), catalogue::national);

        assertThat(national)
                .extracting(
                        Indicator::code, Indicator::nameVi, Indicator::nameEn, Indicator::unit, Indicator::direction)
                .containsExactlyElementsOf(NationalStrategy.shipped().measures().stream()
                        .map(measure -> tuple(
                                measure.code(),
                                measure.nameVi(),
                                measure.nameEn(),
                                measure.unit(),
                                measure.direction()))
                        .toList());
        assertThat(national).hasSize(23);
    }

    @Test
    void every_ratio_of_the_catalogue_has_the_numerator_and_denominator_of_the_strategy() {
        List<Indicator> national = current.as(province.consolidator(), catalogue::national);

        for (NationalStrategy.Measure measure : NationalStrategy.shipped().measures()) {
            Indicator indicator = national.stream()
                    .filter(one -> measure.code().equals(one.code()))
                    .findFirst()
                    .orElseThrow();
            if (measure.numerator() != null && indicator.computation() == Computation.RATIO) {
                assertThat(indicator.element(Part.NUMERATOR).orElseThrow().name())
                        .isEqualToIgnoringCase(measure.numerator());
                assertThat(indicator.element(Part.DENOMINATOR).orElseThrow().name())
                        .isEqualToIgnoringCase(measure.denominator());
            }
            assertThat(indicator.binds())
                    .containsExactlyInAnyOrderElementsOf(
                            measure.binds().stream().map(Enum::name).toList());
        }
    }

    @Test
    void a_local_indicator_is_taken_in_once() {
        LocalIndicator local = local("%", UUID.randomUUID());

        IndicatorId first = current.as(standingOfficer(), () -> catalogue.register(standingOfficer(), local));
        IndicatorId again = current.as(standingOfficer(), () -> catalogue.register(standingOfficer(), local));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_share_is_counted_as_numerator_and_denominator_and_a_number_of_things_as_a_sum() {
        Indicator share = registered(local("%", UUID.randomUUID()));
        Indicator things = registered(local("mô hình", UUID.randomUUID()));
        Indicator words = registered(local("", UUID.randomUUID()));

        assertThat(share.computation()).isEqualTo(Computation.RATIO);
        assertThat(share.elements())
                .extracting(Indicator.Element::part)
                .containsExactly(Part.NUMERATOR, Part.DENOMINATOR, Part.VALUE);
        assertThat(things.computation()).isEqualTo(Computation.COUNT);
        assertThat(things.elements()).extracting(Indicator.Element::part).containsExactly(Part.NUMERATOR);
        assertThat(words.computation()).isEqualTo(Computation.NARRATIVE);
        assertThat(words.elements()).isEmpty();
    }

    @Test
    void a_local_indicator_is_computed_from_what_is_counted_for_it() {
        assertThat(formulas(registered(local("%", UUID.randomUUID())))).isEqualTo("NUM / DEN");
        assertThat(formulas(registered(local("mô hình", UUID.randomUUID())))).isEqualTo("NUM / none");
        assertThat(formulas(registered(local("lần", UUID.randomUUID())))).isEqualTo("VAL / none");
        assertThat(formulas(registered(local("", UUID.randomUUID())))).isEqualTo("none / none");
    }

    @Test
    void a_rate_is_given_for_as_many_as_its_unit_says() {
        assertThat(registered(local("ca sinh/1.000 phụ nữ", UUID.randomUUID())).per())
                .isEqualByComparingTo(BigDecimal.valueOf(1000));
    }

    @Test
    void an_officer_of_another_unit_may_not_bring_indicators_in() {
        var stranger = province.anotherCommune(2).standingOfficer();

        assertThatThrownBy(() ->
                        current.as(stranger, () -> catalogue.register(stranger, local("%", UUID.randomUUID()))))
                .isInstanceOf(AccessRefused.class);
    }

    private String formulas(Indicator indicator) {
        return jdbc.sql("""
            select coalesce(split_part(numerator, '.', 2), 'none') || ' / ' || coalesce(split_part(denominator, '.', 2), 'none')
              from indicator
             where id = :id
            """)
                .param("id", indicator.id().value())
                .query(String.class)
                .single();
    }

    private Indicator registered(LocalIndicator local) {
        return current.as(
                standingOfficer(),
                () -> catalogue
                        .indicators(List.of(catalogue.register(standingOfficer(), local)))
                        .getFirst());
    }

    private Actor standingOfficer() {
        return province.commune().standingOfficer();
    }

    private LocalIndicator local(String measure, UUID origin) {
        return new LocalIndicator(
                province.commune().unit(), origin, "Mục tiêu 1", "Tỷ lệ thôn có tủ sách", measure, Direction.UP, false);
    }
}
