package vn.binhquyen.statistics.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.Level;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class FormDesignTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final Period FIRST_QUARTER = Period.of(Period.Kind.QUARTER, 2026, 1);
    private static final List<Breakdown> BOTH_SEXES = List.of(Breakdown.WOMEN, Breakdown.MEN);

    private final FormDesign design;
    private final Forms forms;
    private final FormDuties duties;
    private final Elements elements;
    private final Breakdowns breakdowns;
    private final Values values;
    private final CurrentActor current;
    private final MovableClock clock;
    private final Province province;
    private final Actor maker;
    private final Commune commune;

    @Autowired
    FormDesignTest(
            FormDesign design,
            Forms forms,
            FormDuties duties,
            Elements elements,
            Breakdowns breakdowns,
            Values values,
            CurrentActor current,
            MovableClock clock,
            Provinces provinces) {
        this.design = design;
        this.forms = forms;
        this.duties = duties;
        this.elements = elements;
        this.breakdowns = breakdowns;
        this.values = values;
        this.current = current;
        this.clock = clock;
        this.province = provinces.found();
        this.maker = province.consolidator();
        this.commune = province.commune();
    }

    @Test
    void a_form_in_use_is_owed_by_the_units_below_for_every_period_that_has_begun() {
        FormId form = active(grid(row(1, "NQ28-3.2a.NUM")));
        clock.moveTo(LocalDate.of(2026, 4, 10));

        List<OwedForm> owed =
                current.as(commune.standingOfficer(), () -> forms.owedBy(commune.unit(), LocalDate.of(2026, 4, 10)));

        assertThat(owed)
                .filteredOn(each -> each.sheet().form().equals(form))
                .satisfiesExactly(
                        first -> {
                            assertThat(first.sheet().period()).isEqualTo(FIRST_QUARTER);
                            assertThat(first.dueOn()).isEqualTo(LocalDate.of(2026, 4, 10));
                            assertThat(first.agency()).isEqualTo(commune.culture());
                            assertThat(first.state()).isEqualTo(OwedForm.State.NOT_BEGUN);
                            assertThat(first.cells()).isEqualTo(2);
                        },
                        second -> assertThat(second.sheet().period()).isEqualTo(FIRST_QUARTER.next()));
        assertThat(owedBy(province.unit(), form)).as("asked of communes only").isEmpty();
    }

    @Test
    void what_is_filled_counts_and_what_was_sent_is_told_from_it() {
        FormId form = active(grid(row(1, "NQ28-3.2a.NUM")));
        FormSheet sheet = new FormSheet(form, commune.unit(), FIRST_QUARTER);
        Actor officer = commune.standingOfficer();

        assertThat(current.as(officer, () -> duties.dutiesOf(officer, LocalDate.of(2026, 3, 1))))
                .as("due within 45 days")
                .anySatisfy(duty -> assertThat(duty.link()).contains(form.toString()));
        fill(officer, sheet, new CellKey(element("NQ28-3.2a.NUM").key(), Breakdown.WOMEN), 7);

        assertThat(current.as(officer, () -> forms.owed(sheet)).orElseThrow())
                .returns(OwedForm.State.BEGUN, OwedForm::state)
                .returns(1, OwedForm::filled);
        current.as(officer, () -> {
            forms.send(officer, sheet);
            return null;
        });
        assertThat(current.as(officer, () -> forms.owed(sheet)).orElseThrow().state())
                .isEqualTo(OwedForm.State.SENT);
        assertThatThrownBy(() -> current.as(officer, () -> {
                    forms.send(officer, sheet);
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("form.sent-already"));
    }

    @Test
    void the_sheet_of_another_unit_is_not_ones_to_send() {
        FormId form = active(grid(row(1, "NQ28-3.2a.NUM")));
        Actor stranger = province.anotherCommune(2).standingOfficer();

        assertThatThrownBy(() -> current.as(
                        stranger, () -> forms.begin(stranger, new FormSheet(form, commune.unit(), FIRST_QUARTER))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void who_keeps_no_figures_of_the_asking_unit_makes_no_form_for_it() {
        Actor below = commune.standingOfficer();

        assertThatThrownBy(() -> current.as(below, () -> design.begin(below, head("X", province.unit(), NEW_YEAR))))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> current.as(maker, () -> design.begin(maker, head("X", null, NEW_YEAR))))
                .as("of the whole country")
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_draft_keeps_what_is_wrong_with_it_and_says_where() {
        List<Breakdown> violence = of(Set.of("violence:physical"), Set.of("violence:mental"));
        FormId form = draft(
                new FormSection(1, "Bạo lực", "", "", violence, Breakdown.TOTAL, List.of(row(1, "NQ28-3.2a.NUM"))),
                new FormSection(
                        2,
                        "Chỉ nữ",
                        "",
                        "",
                        List.of(Breakdown.WOMEN),
                        Breakdown.TOTAL,
                        List.of(row(1, "NQ28-3.2a.DEN"))),
                new FormSection(3, "Tỷ lệ", "", "", BOTH_SEXES, Breakdown.TOTAL, List.of(row(1, "NQ28-3.1.VAL"))),
                new FormSection(
                        4,
                        "Tổng",
                        "",
                        "",
                        BOTH_SEXES,
                        null,
                        List.of(
                                total(1, "NQ28-2.1.DEN", 2),
                                total(2, "NQ28-2.1.NUM", 1),
                                row(3, "NQ28-3.2a.NUM"),
                                total(4, "NQ28-2.2.DEN", 3, 5),
                                total(5, "NQ28-2.2.NUM", 3))),
                new FormSection(5, "Trùng", "", "", BOTH_SEXES, null, List.of(row(1, "NQ28-3.2a.NUM"))),
                new FormSection(6, "Trống", "", "", BOTH_SEXES, null, List.of()));

        assertThat(current.as(maker, () -> design.faults(form)))
                .extracting(fault -> fault.anchor() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "s1 form.fault.never-adds",
                        "s2 form.fault.columns-missing",
                        "s3r1 form.fault.no-sum",
                        "s4r1 form.fault.of-itself",
                        "s4r2 form.fault.of-itself",
                        "s4r4 form.fault.counted-twice",
                        "s5r1 form.fault.twice",
                        "s5r1 form.fault.twice",
                        "s6 form.fault.no-rows");
        assertThatThrownBy(() -> activate(form))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("form.has-faults"));
    }

    @Test
    void a_new_edition_takes_the_place_of_the_one_in_use_and_what_was_filled_stays_readable() {
        FormId first = active(grid(row(1, "NQ28-3.2a.NUM")));
        FormSheet sheet = new FormSheet(first, commune.unit(), FIRST_QUARTER);
        fill(
                commune.standingOfficer(),
                sheet,
                new CellKey(element("NQ28-3.2a.NUM").key(), Breakdown.WOMEN),
                7);

        FormId second = current.as(maker, () -> design.newEdition(maker, first));
        arrange(second, grid(row(1, "NQ28-3.2a.NUM"), row(2, "NQ28-3.2a.DEN")));
        assertThat(form(second).head().from()).isEqualTo(LocalDate.of(2026, 4, 1));
        activate(second);
        clock.moveTo(LocalDate.of(2026, 7, 1));

        assertThat(owedBy(commune.unit(), first))
                .extracting(owed -> owed.sheet().period())
                .containsExactly(FIRST_QUARTER);
        assertThat(owedBy(commune.unit(), second))
                .extracting(owed -> owed.sheet().period().number())
                .containsExactly(2, 3);
        assertThat(form(first))
                .returns(FormState.RETIRED, FormDefinition::state)
                .satisfies(old -> assertThat(old.cells()).hasSize(3));
        assertThat(current.as(commune.standingOfficer(), () -> forms.owed(sheet))
                        .orElseThrow()
                        .filled())
                .isEqualTo(1);
    }

    @Test
    void a_new_edition_does_not_take_periods_that_were_begun() {
        FormId first = active(grid(row(1, "NQ28-3.2a.NUM")));
        fill(
                commune.standingOfficer(),
                new FormSheet(first, commune.unit(), FIRST_QUARTER),
                new CellKey(element("NQ28-3.2a.NUM").key(), Breakdown.WOMEN),
                7);
        FormId second = current.as(maker, () -> design.newEdition(maker, first));
        describe(second, form(second).head().from(LocalDate.of(2026, 2, 1)));

        assertThatThrownBy(() -> activate(second))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("form.from.begun"));
        assertThatThrownBy(() -> current.as(maker, () -> design.newEdition(maker, first)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("form.draft-exists"));
    }

    @Test
    void what_is_in_use_is_not_changed_and_two_do_not_change_a_draft_over_each_other() {
        FormId form = draft(grid(row(1, "NQ28-3.2a.NUM")));
        long seen = form(form).version();
        arrange(form, grid(row(1, "NQ28-3.2a.DEN")));

        assertThatThrownBy(() -> current.as(maker, () -> {
                    design.arrange(maker, form, List.of(), seen);
                    return null;
                }))
                .isInstanceOf(Conflict.class);
        activate(form);
        assertThatThrownBy(() -> arrange(form, grid(row(1, "NQ28-3.2a.NUM")))).isInstanceOf(Conflict.class);
    }

    @Test
    void a_retired_form_still_asks_for_what_came_before_its_end() {
        FormId form = active(grid(row(1, "NQ28-3.2a.NUM")));
        current.as(maker, () -> {
            design.retire(maker, form, LocalDate.of(2026, 3, 31), form(form).version());
            return null;
        });
        clock.moveTo(LocalDate.of(2026, 7, 1));

        assertThat(owedBy(commune.unit(), form))
                .extracting(owed -> owed.sheet().period())
                .containsExactly(FIRST_QUARTER);
    }

    @Test
    void an_administrative_form_counts_to_the_fourteenth() {
        FormId form = current.as(
                maker,
                () -> design.begin(
                        maker,
                        new FormHead(
                                code(),
                                province.unit(),
                                "Biểu hành chính",
                                "",
                                "",
                                Period.Kind.QUARTER,
                                CutOff.ADMINISTRATIVE,
                                Set.of(Level.COMMUNE),
                                AgencyKind.POLICE,
                                5,
                                NEW_YEAR)));
        arrange(form, grid(row(1, "NQ28-3.2a.NUM")));
        activate(form);

        assertThat(owedBy(commune.unit(), form)).singleElement().satisfies(owed -> {
            assertThat(owed.dueOn()).isEqualTo(LocalDate.of(2026, 3, 19));
            assertThat(owed.agency()).isEqualTo(commune.police());
        });
        Actor police = commune.policeOfficer();
        assertThat(current.as(police, () -> duties.dutiesOf(police, LocalDate.of(2026, 3, 1))))
                .anySatisfy(duty -> assertThat(duty.link()).contains(form.toString()));
        Actor health = commune.healthOfficer();
        assertThat(current.as(health, () -> duties.dutiesOf(health, LocalDate.of(2026, 3, 1))))
                .noneSatisfy(duty -> assertThat(duty.link()).contains(form.toString()));
    }

    @ParameterizedTest
    @CsvSource({"SCHOOL_YEAR, 2026-09-05", "TERM, 2031-01-05"})
    void a_form_of_school_years_or_terms_of_office_is_owed_after_they_end(Period.Kind kind, LocalDate dueOn) {
        FormId form = current.as(maker, () -> design.begin(maker, each(kind, CutOff.CALENDAR)));
        arrange(form, grid(row(1, "NQ28-3.2a.NUM")));
        activate(form);
        assertThat(owedBy(commune.unit(), form))
                .singleElement()
                .satisfies(owed -> assertThat(owed.dueOn()).isEqualTo(dueOn));
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHOOL_YEAR", "TERM"})
    void no_administrative_report_covers_a_school_year_or_a_term(Period.Kind kind) {
        assertThatThrownBy(() -> each(kind, CutOff.ADMINISTRATIVE)).isInstanceOf(IllegalArgumentException.class);
    }

    private FormHead each(Period.Kind kind, CutOff cutOff) {
        return new FormHead(
                code(), province.unit(), "Biểu", "", "", kind, cutOff, Set.of(Level.COMMUNE), null, 5, NEW_YEAR);
    }

    @Test
    void the_list_shows_drafts_to_who_may_change_them_only() {
        FormId draft = draft(grid(row(1, "NQ28-3.2a.NUM")));
        FormId used = active(grid(row(1, "NQ28-3.2a.NUM")));
        assertThat(listed(maker)).contains(draft, used);
        assertThat(listed(commune.standingOfficer())).contains(used).doesNotContain(draft);
    }

    private List<FormId> listed(Actor actor) {
        return current
                .as(
                        actor,
                        () -> forms.list(actor, new FormFilter("biểu thử", null, null, FormFilter.Sort.NAME, null, 50)))
                .stream()
                .map(FormLine::id)
                .toList();
    }

    private List<OwedForm> owedBy(UnitId unit, FormId form) {
        return current.as(maker, () -> forms.owedBy(unit, LocalDate.now(clock))).stream()
                .filter(each -> each.sheet().form().equals(form))
                .toList();
    }

    private FormDefinition form(FormId id) {
        return current.as(maker, () -> forms.form(id)).orElseThrow();
    }

    private void fill(Actor actor, FormSheet sheet, CellKey cell, int number) {
        current.as(actor, () -> {
            Sheet figures = forms.sheet(sheet);
            Map<vn.binhquyen.statistics.Cell, @Nullable BigDecimal> numbers =
                    Map.of(cell.cell(), BigDecimal.valueOf(number));
            values.write(actor, figures, forms.begin(actor, sheet), ValueStatus.DRAFT, numbers);
            return null;
        });
    }

    private FormId active(FormSection... sections) {
        FormId form = draft(sections);
        activate(form);
        return form;
    }

    private FormId draft(FormSection... sections) {
        FormId form = current.as(maker, () -> design.begin(maker, head(code(), province.unit(), NEW_YEAR)));
        arrange(form, sections);
        return form;
    }

    private void arrange(FormId form, FormSection... sections) {
        current.as(maker, () -> {
            design.arrange(maker, form, List.of(sections), form(form).version());
            return null;
        });
    }

    private void describe(FormId form, FormHead head) {
        current.as(maker, () -> {
            design.describe(maker, form, head, form(form).version());
            return null;
        });
    }

    private void activate(FormId form) {
        current.as(maker, () -> {
            design.activate(maker, form, form(form).version());
            return null;
        });
    }

    private String code() {
        return "T-" + maker.province() + "-" + System.nanoTime();
    }

    private static FormHead head(String code, @Nullable UnitId owner, LocalDate from) {
        return DraftHeads.quarterly(code, owner, from);
    }

    private static FormSection grid(FormRow... rows) {
        return new FormSection(1, "Số liệu", "", "", BOTH_SEXES, Breakdown.TOTAL, List.of(rows));
    }

    private FormRow row(int place, String element) {
        return total(place, element);
    }

    private FormRow total(int place, String element, Integer... of) {
        return new FormRow(place, element(element).key(), "", "", 0, List.of(of), Set.of(), null, false);
    }

    private DataElement element(String code) {
        return current.as(maker, () -> elements.withCodes(List.of(code))).getFirst();
    }

    @SafeVarargs
    private List<Breakdown> of(Collection<String>... combinations) {
        return current.as(maker, () -> {
            var asked = java.util.Arrays.stream(combinations)
                    .<java.util.SortedSet<String>>map(TreeSet::new)
                    .toList();
            var found = breakdowns.of(asked);
            return asked.stream().map(found::get).toList();
        });
    }
}
