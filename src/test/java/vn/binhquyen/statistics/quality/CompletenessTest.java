package vn.binhquyen.statistics.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.entry.EntryForms;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.statistics.form.Forms;
import vn.binhquyen.statistics.form.OwedForm;
import vn.binhquyen.statistics.quality.OwedSheet.State;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

/** Who filled in which form, wholly and in time. */
@IntegrationTest
class CompletenessTest {
    private static final Period QUARTER = Period.of(Period.Kind.QUARTER, 2026, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 10);

    @Autowired
    Provinces provinces;

    @Autowired
    Completeness completeness;

    @Autowired
    Forms forms;

    @Autowired
    Values values;

    @Autowired
    Organization organization;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Province province;
    private Commune commune;
    private EntryForms.Form form;

    @BeforeEach
    void found() {
        clock.moveTo(DUE);
        province = provinces.found();
        commune = province.commune();
        form = new EntryForms(jdbc).make(province.unit());
    }

    @Test
    void cells_that_are_asked_for_only_where_another_is_above_zero_count_only_there() {
        assertCounted(0, 5);
        give(commune, Map.of(form.women(form.victims()), 3, form.men(form.victims()), 1));
        assertCounted(2, 5);
        give(commune, Map.of(form.total(form.model()), 1));
        assertCounted(3, 6);
        give(commune, Map.of(form.total(form.money()), 20));
        assertCounted(4, 6);
    }

    @Test
    void a_figure_in_a_row_that_is_not_asked_for_any_more_still_counts() {
        give(commune, Map.of(form.total(form.model()), 0, form.total(form.money()), 20));
        assertCounted(2, 6);
    }

    @Test
    void a_sheet_is_open_until_its_day_missing_after_it_and_late_where_it_came_then() {
        Commune inTime = province.anotherCommune(2);
        Commune late = province.anotherCommune(3);
        complete(inTime);
        assertThat(states())
                .containsEntry(commune.unit(), State.OPEN)
                .containsEntry(inTime.unit(), State.IN_TIME)
                .containsEntry(late.unit(), State.OPEN);
        clock.moveTo(DUE.plusDays(1));
        complete(late);
        assertThat(states())
                .containsEntry(commune.unit(), State.MISSING)
                .containsEntry(inTime.unit(), State.IN_TIME)
                .containsEntry(late.unit(), State.LATE);
        assertThat(summary())
                .returns(3, OwedForms::units)
                .returns(1, OwedForms::inTime)
                .returns(1, OwedForms::late)
                .returns(1, OwedForms::missing)
                .returns(66, OwedForms::share);
    }

    @Test
    void nobody_sees_what_units_above_or_beside_their_own_owe() {
        Commune other = province.anotherCommune(2);
        OwedFilter all = new OwedFilter(null, QUARTER, null, "", null);
        assertThat(current.as(commune.standingOfficer(), () -> completeness.page(commune.standingOfficer(), all))
                        .sheets())
                .extracting(OwedSheet::unit)
                .contains(commune.unit())
                .doesNotContain(other.unit());
    }

    @Test
    void what_is_missing_comes_first_and_pages_follow_each_other_without_loss() {
        for (int i = 2; i <= 28; i++) {
            province.anotherCommune(i);
        }
        complete(commune);
        clock.moveTo(DUE.plusDays(1));
        OwedPage first = page(null);
        OwedPage second = page(first.next());
        assertThat(first.sheets()).hasSize(25).allMatch(sheet -> sheet.state() == State.MISSING);
        assertThat(second.sheets()).hasSize(3);
        assertThat(second.sheets().getLast()).returns(commune.unit(), OwedSheet::unit);
        assertThat(second.next()).isNull();
    }

    @Test
    void a_cursor_that_nobody_gave_begins_the_list_anew() {
        assertThat(page("1~x~' or true--~9").sheets())
                .isEqualTo(page(null).sheets())
                .isNotEmpty();
    }

    @Test
    void a_list_costs_as_many_statements_for_many_units_as_for_one() {
        long few = Statements.countIn(() -> page(null));
        for (int i = 2; i <= 6; i++) {
            province.anotherCommune(i);
        }
        assertThat(Statements.countIn(() -> page(null))).isEqualTo(few).isLessThanOrEqualTo(2);
    }

    private void complete(Commune by) {
        give(
                by,
                Map.of(
                        form.women(form.victims()),
                        1,
                        form.men(form.victims()),
                        1,
                        form.women(form.helped()),
                        1,
                        form.men(form.helped()),
                        1,
                        form.total(form.model()),
                        0));
        current.as(by.standingOfficer(), () -> {
            forms.send(by.standingOfficer(), sheet(by));
            return null;
        });
    }

    private void give(Commune by, Map<CellKey, Integer> figures) {
        Map<Cell, @Nullable BigDecimal> cells = new HashMap<>();
        figures.forEach((key, figure) -> cells.put(key.cell(), BigDecimal.valueOf(figure)));
        current.as(by.standingOfficer(), () -> {
            Unit unit = organization.unit(by.unit());
            values.write(
                    by.standingOfficer(),
                    new Sheet(unit.id(), unit.province(), unit.key(), QUARTER, Sheet.OFFICIAL),
                    UUID.randomUUID(),
                    ValueStatus.DRAFT,
                    cells);
        });
    }

    private FormSheet sheet(Commune of) {
        return form.of(of.unit(), QUARTER.year(), QUARTER.number());
    }

    private void assertCounted(int filled, int cells) {
        OwedForm owed = current.as(commune.standingOfficer(), () -> forms.owed(sheet(commune)))
                .orElseThrow();
        assertThat(owed).returns(filled, OwedForm::filled).returns(cells, OwedForm::cells);
        assertThat(page(null).sheets())
                .first()
                .returns(filled, OwedSheet::filled)
                .returns(cells, OwedSheet::cells);
    }

    private OwedForms summary() {
        return current.as(province.consolidator(), () -> completeness.summary(province.consolidator())).stream()
                .filter(owed -> owed.period().equals(QUARTER) && owed.code().equals(code()))
                .findFirst()
                .orElseThrow();
    }

    private Map<UnitId, State> states() {
        Map<UnitId, State> states = new HashMap<>();
        page(null).sheets().forEach(sheet -> states.put(sheet.unit(), sheet.state()));
        return states;
    }

    private OwedPage page(@Nullable String after) {
        OwedFilter filter = new OwedFilter(code(), QUARTER, null, "", after);
        return current.as(province.consolidator(), () -> completeness.page(province.consolidator(), filter));
    }

    private String code() {
        return jdbc.sql("select code from figure_form where key = :key")
                .param("key", form.key())
                .query(String.class)
                .single();
    }
}
