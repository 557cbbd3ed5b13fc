package vn.binhquyen.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class ValuesTests {
    private final Values values;
    private final CurrentActor current;
    private final Organization organization;
    private final Province province;
    private final Indicator indicator;

    @Autowired
    ValuesTests(
            Values values, Catalogue catalogue, CurrentActor current, Organization organization, Provinces provinces) {
        this.values = values;
        this.current = current;
        this.organization = organization;
        this.province = provinces.found();
        this.indicator = current.as(
                province.consolidator(),
                () -> catalogue.national().stream()
                        .filter(one -> "NQ28-3.2a".equals(one.code()))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void a_figure_that_was_written_is_read_again() {
        Sheet sheet = sheetOfPolice();

        write(sheet, Map.of(victims(), new BigDecimal(7)));

        assertThat(read(sheet)).containsOnlyKeys(victims());
        assertThat(value(read(sheet), victims()).number()).isEqualByComparingTo("7");
        assertThat(value(read(sheet), victims()).status()).isEqualTo(ValueStatus.DRAFT);
    }

    @Test
    void a_figure_that_is_changed_stays_in_the_history() {
        Sheet sheet = sheetOfPolice();
        write(sheet, Map.of(victims(), new BigDecimal(7)));
        write(sheet, Map.of(victims(), new BigDecimal(8)));
        write(sheet, Map.of(victims(), new BigDecimal(8)));

        assertThat(history(sheet)).extracting(Values.Former::number).containsExactly(new BigDecimal(7));
    }

    @Test
    void a_figure_that_is_taken_away_stays_in_the_history() {
        Sheet sheet = sheetOfPolice();
        write(sheet, Map.of(victims(), new BigDecimal(7)));
        Map<Cell, @Nullable BigDecimal> none = new HashMap<>();
        none.put(victims(), null);
        write(sheet, none);

        assertThat(read(sheet)).isEmpty();
        assertThat(history(sheet)).hasSize(1);
    }

    @Test
    void actual_and_estimate_of_the_same_period_stand_side_by_side() {
        Sheet sheet = sheetOfPolice();
        Cell estimate = new Cell(victims().element(), Breakdown.TOTAL, Nature.ESTIMATED);

        write(sheet, Map.of(victims(), new BigDecimal(7), estimate, new BigDecimal(9)));

        assertThat(value(read(sheet), victims()).number()).isEqualByComparingTo("7");
        assertThat(value(read(sheet), estimate).number()).isEqualByComparingTo("9");
    }

    @Test
    void the_figure_of_an_agency_and_the_official_one_of_the_unit_stand_side_by_side() {
        Sheet sheet = sheetOfPolice();
        write(sheet, Map.of(victims(), new BigDecimal(7)));
        write(sheet.official(), Map.of(victims(), new BigDecimal(12)));

        Map<Sheet, Map<Cell, Values.Value>> both =
                current.as(police(), () -> values.read(List.of(sheet, sheet.official())));

        assertThat(value(both.getOrDefault(sheet, Map.of()), victims()).number())
                .isEqualByComparingTo("7");
        assertThat(value(both.getOrDefault(sheet.official(), Map.of()), victims())
                        .number())
                .isEqualByComparingTo("12");
    }

    @Test
    void figures_of_one_origin_are_settled_together() {
        Sheet sheet = sheetOfPolice();
        UUID origin = UUID.randomUUID();
        current.as(
                police(),
                () -> values.write(police(), sheet, origin, ValueStatus.DRAFT, Map.of(victims(), new BigDecimal(7))));

        current.as(police(), () -> values.settle(police(), sheet, origin, ValueStatus.SUBMITTED));

        assertThat(value(read(sheet), victims()).status()).isEqualTo(ValueStatus.SUBMITTED);
    }

    @Test
    void nobody_writes_figures_of_another_unit() {
        Actor stranger = province.anotherCommune(2).policeOfficer();
        Sheet sheet = sheetOfPolice();

        assertThatThrownBy(() -> current.as(
                        stranger,
                        () -> values.write(
                                stranger,
                                sheet,
                                UUID.randomUUID(),
                                ValueStatus.DRAFT,
                                Map.of(victims(), BigDecimal.ONE))))
                .isInstanceOf(AccessRefused.class);
    }

    private Actor police() {
        return province.commune().policeOfficer();
    }

    private Cell victims() {
        return Cell.actual(indicator.element(Part.DENOMINATOR).orElseThrow().key());
    }

    private Sheet sheetOfPolice() {
        return current.as(police(), () -> {
            Unit unit = organization.unit(province.commune().unit());
            Agency agency = organization.agency(province.commune().police());
            return new Sheet(
                    unit.id(), unit.province(), unit.key(), Period.of(Period.Kind.HALF_YEAR, 2026, 1), agency.key());
        });
    }

    private void write(Sheet sheet, Map<Cell, @Nullable BigDecimal> numbers) {
        current.as(police(), () -> values.write(police(), sheet, UUID.randomUUID(), ValueStatus.DRAFT, numbers));
    }

    private Map<Cell, Values.Value> read(Sheet sheet) {
        return current.as(police(), () -> values.read(sheet));
    }

    private static Values.Value value(Map<Cell, Values.Value> figures, Cell cell) {
        return Objects.requireNonNull(figures.get(cell));
    }

    private List<Values.Former> history(Sheet sheet) {
        return current.as(police(), () -> values.history(sheet, victims()));
    }
}
