package vn.binhquyen.statistics.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.entry.EntryForms.Form;
import vn.binhquyen.statistics.entry.Outcome.Clash;
import vn.binhquyen.statistics.entry.Outcome.Saved;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormDesign;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.statistics.quality.Finding;
import vn.binhquyen.statistics.quality.Locks;
import vn.binhquyen.statistics.quality.NewLock;
import vn.binhquyen.statistics.quality.Severity;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

@IntegrationTest
class EntriesTest {
    @Autowired
    Provinces provinces;

    @Autowired
    Entries entries;

    @Autowired
    Locks locks;

    @Autowired
    FormDesign design;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Province province;
    private Commune commune;
    private Actor officer;
    private Actor police;
    private Form form;
    private FormSheet sheet;

    @BeforeEach
    void found() {
        clock.moveTo(LocalDate.of(2026, 4, 8));
        province = provinces.found();
        commune = province.commune();
        officer = commune.standingOfficer();
        police = commune.policeOfficer();
        form = new EntryForms(jdbc).make(province.unit());
        sheet = form.of(commune.unit(), 2026, 1);
    }

    @Test
    void a_figure_is_saved_as_a_draft_and_stands_in_the_sheet_with_who_gave_it() {
        assertThat(save(officer, change(form.women(form.victims()), null, "1.234")))
                .isEqualTo(new Saved(new BigDecimal(1234)));

        EntryCell cell = cell(form.women(form.victims()));
        assertThat(cell.number()).isEqualByComparingTo("1234");
        assertThat(cell.status()).isEqualTo(ValueStatus.DRAFT);
        assertThat(cell.by()).isEqualTo(officer.name());
        assertThat(cell.locked()).isFalse();
    }

    @Test
    void totals_follow_what_is_typed_and_go_when_their_last_part_goes() {
        save(officer, change(form.women(form.victims()), null, "7"));
        save(officer, change(form.men(form.victims()), null, "2"));
        save(officer, change(form.women(form.helped()), null, "5"));
        assertThat(number(form.total(form.victims()))).isEqualByComparingTo("9");
        assertThat(number(form.women(form.both()))).isEqualByComparingTo("12");
        assertThat(number(form.total(form.both()))).isEqualByComparingTo("14");

        save(officer, change(form.women(form.helped()), new BigDecimal(5), ""));
        assertThat(number(form.total(form.helped()))).isNull();
        assertThat(number(form.total(form.both()))).isEqualByComparingTo("9");
    }

    @Test
    void a_total_whose_part_another_program_changed_is_made_anew_when_the_form_is_sent() {
        save(officer, change(form.women(form.victims()), null, "5"));
        save(officer, change(form.men(form.victims()), null, "2"));
        given(form.men(form.victims()), 9);

        assertThat(submit()).isEmpty();
        assertThat(number(form.total(form.victims()))).isEqualByComparingTo("14");
        assertThat(number(form.total(form.both()))).isEqualByComparingTo("14");
    }

    @Test
    void a_form_that_was_retired_since_it_was_read_takes_nothing_more() {
        save(officer, change(form.women(form.victims()), null, "5"));
        Actor keeper = province.consolidator();
        current.as(
                keeper,
                () -> design.retire(
                        keeper,
                        form.id(),
                        LocalDate.of(2025, 12, 31),
                        design.look(form.id()).version()));

        assertThat(save(officer, change(form.men(form.victims()), null, "2")))
                .isEqualTo(new Outcome.Refused("entry.closed.not-asked"));
    }

    @Test
    void the_period_before_stands_beside_with_the_change() {
        FormSheet before = form.of(commune.unit(), 2025, 4);
        current.as(
                officer,
                () -> entries.save(
                        officer, before, UUID.randomUUID(), List.of(change(form.women(form.victims()), null, "10"))));
        save(officer, change(form.women(form.victims()), null, "7"));

        assertThat(cell(form.women(form.victims())).before()).isEqualByComparingTo("10");
        assertThat(cell(form.women(form.victims())).change()).isEqualByComparingTo("-3");
    }

    @ParameterizedTest
    @CsvSource({
        "mười,entry.wrong.number",
        "-1,entry.wrong.negative",
        "'1,5',entry.wrong.whole",
        "'1,234',entry.wrong.either"
    })
    void what_can_be_no_figure_is_refused_at_its_cell_and_the_rest_is_saved(String typed, String code) {
        Map<CellKey, Outcome> outcomes = save(
                officer,
                List.of(change(form.women(form.victims()), null, typed), change(form.men(form.victims()), null, "3")));

        assertThat(outcomes.get(form.women(form.victims()))).isEqualTo(new Outcome.Refused(code));
        assertThat(outcomes.get(form.men(form.victims()))).isEqualTo(new Saved(new BigDecimal(3)));
        assertThat(number(form.women(form.victims()))).isNull();
        assertThat(number(form.men(form.victims()))).isEqualByComparingTo("3");
    }

    @Test
    void computed_cells_and_those_of_other_forms_take_nothing() {
        Form other = new EntryForms(jdbc).make(province.unit());
        assertThat(save(officer, change(form.total(form.victims()), null, "3")))
                .isEqualTo(new Outcome.Refused("entry.wrong.computed"));
        assertThat(save(officer, change(other.women(other.victims()), null, "3")))
                .isEqualTo(new Outcome.Refused("entry.wrong.cell"));
    }

    @Test
    void a_coming_period_takes_nothing_yet() {
        FormSheet coming = form.of(commune.unit(), 2026, 3);
        assertThat(refusal(officer, coming)).isEqualTo("entry.closed.future");
        assertThat(current.as(officer, () -> entries.sheet(coming)).closed())
                .isInstanceOfSatisfying(
                        Refused.class, closed -> assertThat(closed.code()).isEqualTo("entry.closed.future"));
    }

    @Test
    void a_unit_that_the_form_does_not_ask_takes_nothing() {
        assertThat(refusal(province.consolidator(), form.of(province.unit(), 2026, 1)))
                .isEqualTo("entry.closed.not-asked");
    }

    @Test
    void an_ended_unit_takes_nothing_for_periods_after_its_end_and_its_successor_enters_those_before() {
        Commune second = province.anotherCommune(2);
        clock.moveTo(LocalDate.of(2026, 3, 20));
        Commune merged = province.merged(3, LocalDate.of(2026, 4, 1), commune, second);
        clock.moveTo(LocalDate.of(2026, 7, 8));
        Actor successor = merged.standingOfficer();

        assertThat(refusal(successor, form.of(commune.unit(), 2026, 2))).isEqualTo("entry.closed.ended");
        assertThat(current.as(
                        successor,
                        () -> entries.save(
                                successor,
                                sheet,
                                UUID.randomUUID(),
                                List.of(change(form.women(form.victims()), null, "4")))))
                .containsValue(new Saved(new BigDecimal(4)));
    }

    @Test
    void of_two_who_change_one_cell_the_second_is_told_whose_figure_stands_there_and_the_rest_is_saved() {
        save(officer, change(form.women(form.victims()), null, "5"));
        save(police, change(form.women(form.victims()), new BigDecimal(5), "9"));

        Map<CellKey, Outcome> outcomes = save(
                officer,
                List.of(
                        change(form.women(form.victims()), new BigDecimal(5), "7"),
                        change(form.men(form.victims()), null, "2")));

        assertThat(outcomes.get(form.women(form.victims()))).isInstanceOfSatisfying(Clash.class, clash -> {
            assertThat(clash.theirs()).isEqualByComparingTo("9");
            assertThat(clash.by()).isEqualTo(police.name());
            assertThat(clash.at()).isNotNull();
        });
        assertThat(number(form.women(form.victims()))).isEqualByComparingTo("9");
        assertThat(number(form.men(form.victims()))).isEqualByComparingTo("2");
        assertThat(save(officer, change(form.women(form.victims()), new BigDecimal(9), "7")))
                .as("decided: mine stays")
                .isEqualTo(new Saved(new BigDecimal(7)));
    }

    @Test
    void who_emptied_the_cell_meanwhile_is_named_too() {
        save(officer, change(form.women(form.victims()), null, "5"));
        save(police, change(form.women(form.victims()), new BigDecimal(5), ""));

        assertThat(save(officer, change(form.women(form.victims()), new BigDecimal(5), "7")))
                .isInstanceOfSatisfying(Clash.class, clash -> {
                    assertThat(clash.theirs()).isNull();
                    assertThat(clash.by()).isEqualTo(police.name());
                });
    }

    @Test
    void two_who_typed_the_same_do_not_clash() {
        save(officer, change(form.women(form.victims()), null, "5"));
        assertThat(save(police, change(form.women(form.victims()), null, "5"))).isEqualTo(new Saved(new BigDecimal(5)));
        assertThat(cell(form.women(form.victims())).by()).isEqualTo(officer.name());
    }

    @Test
    void of_many_at_once_on_one_empty_cell_one_is_saved_and_all_others_are_told() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Outcome>> all = IntStream.rangeClosed(1, 8)
                    .mapToObj(n -> pool.submit(
                            () -> save(officer, change(form.women(form.victims()), null, String.valueOf(n)))))
                    .toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : all) {
                outcomes.add(one.get());
            }
            assertThat(outcomes).filteredOn(Saved.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Clash.class::isInstance).hasSize(7);
        }
        assertThat(history(form.women(form.victims())).steps()).hasSize(1);
    }

    @Test
    void a_parcel_that_comes_again_after_a_broken_line_counts_once_whatever_came_between() {
        UUID parcel = UUID.randomUUID();
        List<CellChange> changes =
                List.of(change(form.women(form.victims()), null, "5"), change(form.men(form.victims()), null, "2"));
        save(officer, parcel, changes);
        save(police, change(form.women(form.victims()), new BigDecimal(5), "9"));
        save(police, change(form.men(form.victims()), new BigDecimal(2), ""));

        assertThat(save(officer, parcel, changes).values())
                .containsExactly(new Saved(new BigDecimal(9)), new Saved(null));
        assertThat(number(form.women(form.victims()))).isEqualByComparingTo("9");
        assertThat(history(form.women(form.victims())).steps())
                .extracting(CellHistory.Step::number)
                .containsExactly(new BigDecimal(9), new BigDecimal(5));
    }

    @Test
    void a_parcel_that_took_a_figure_away_counts_once_as_well() {
        save(officer, change(form.women(form.victims()), null, "5"));
        UUID parcel = UUID.randomUUID();
        List<CellChange> away = List.of(change(form.women(form.victims()), new BigDecimal(5), ""));
        save(officer, parcel, away);
        save(police, change(form.women(form.victims()), null, "9"));

        assertThat(save(officer, parcel, away).values()).containsExactly(new Saved(new BigDecimal(9)));
        assertThat(number(form.women(form.victims()))).isEqualByComparingTo("9");
    }

    @Test
    void nobody_of_another_unit_sees_or_changes_anything() {
        Actor stranger = province.anotherCommune(2).standingOfficer();
        List<CellChange> changes = List.of(change(form.women(form.victims()), null, "5"));

        assertThatThrownBy(() -> current.as(stranger, () -> entries.sheet(sheet)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> save(stranger, UUID.randomUUID(), changes)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> correct(stranger, changes, "vì")).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> current.as(stranger, () -> entries.submit(stranger, sheet)))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> current.as(
                        stranger, () -> entries.remark(stranger, sheet, form.women(form.victims()), true, "")))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> current.as(stranger, () -> entries.history(sheet, form.women(form.victims()))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_form_is_sent_when_nothing_required_is_missing() {
        save(officer, change(form.women(form.victims()), null, "5"));
        assertThat(submit()).containsExactly(new Problem(form.men(form.victims()), "entry.problem.missing"));
        assertThat(current.as(officer, () -> entries.sheet(sheet)).sent()).isFalse();

        save(officer, change(form.men(form.victims()), null, "0"));
        assertThat(submit()).isEmpty();

        EntrySheet sent = current.as(officer, () -> entries.sheet(sheet));
        assertThat(sent.sentBy()).isEqualTo(officer.name());
        assertThat(cell(form.women(form.victims())).status()).isEqualTo(ValueStatus.SUBMITTED);
        assertThat(cell(form.total(form.victims())).status()).isEqualTo(ValueStatus.SUBMITTED);
        assertThatThrownBy(this::submit)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("entry.sent.already"));
    }

    @Test
    void a_row_that_is_no_longer_asked_for_is_emptied_before_the_form_is_sent() {
        save(officer, change(form.women(form.victims()), null, "5"));
        save(officer, change(form.men(form.victims()), null, "5"));
        save(officer, change(form.total(form.model()), null, "có"));
        save(officer, change(form.total(form.money()), null, "12,5"));
        save(officer, change(form.total(form.model()), BigDecimal.ONE, "không"));

        assertThat(submit()).containsExactly(new Problem(form.total(form.money()), "entry.problem.not-asked"));
        save(officer, change(form.total(form.money()), new BigDecimal("12.5"), ""));
        assertThat(submit()).isEmpty();
    }

    @Test
    void what_was_sent_is_changed_only_with_a_reason_and_the_history_tells_it() {
        sent();
        assertThat(save(officer, change(form.women(form.victims()), new BigDecimal(5), "6")))
                .isEqualTo(new Outcome.Refused("entry.wrong.locked"));
        assertThat(save(officer, change(form.women(form.helped()), null, "6")))
                .as("an empty cell of a form that was sent")
                .isEqualTo(new Outcome.Refused("entry.wrong.locked"));
        List<CellChange> changes = List.of(change(form.women(form.victims()), new BigDecimal(5), "6"));
        assertThatThrownBy(() -> correct(officer, changes, "  "))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("entry.reason.missing"));

        assertThat(correct(officer, changes, "Đếm sót một người").values())
                .containsExactly(new Saved(new BigDecimal(6)));

        assertThat(cell(form.women(form.victims())).status()).isEqualTo(ValueStatus.SUBMITTED);
        assertThat(number(form.total(form.victims()))).isEqualByComparingTo("8");
        assertThat(history(form.women(form.victims())).steps())
                .extracting(CellHistory.Step::number, CellHistory.Step::by, CellHistory.Step::reason)
                .containsExactly(
                        tuple(new BigDecimal(6), officer.name(), "Đếm sót một người"),
                        tuple(new BigDecimal(5), officer.name(), null));
    }

    @Test
    void a_figure_that_is_taken_away_with_a_reason_stays_in_the_history() {
        sent();
        correct(officer, List.of(change(form.women(form.victims()), new BigDecimal(5), "")), "Ghi nhầm kỳ");

        assertThat(history(form.women(form.victims())).steps())
                .extracting(CellHistory.Step::number, CellHistory.Step::reason)
                .containsExactly(tuple(null, "Ghi nhầm kỳ"), tuple(new BigDecimal(5), null));
    }

    @Test
    void a_correction_clashes_as_any_other_change_does() {
        sent();
        correct(police, List.of(change(form.women(form.victims()), new BigDecimal(5), "9")), "Thêm hồ sơ");
        assertThat(correct(officer, List.of(change(form.women(form.victims()), new BigDecimal(5), "6")), "Sót")
                        .values())
                .singleElement()
                .isInstanceOf(Clash.class);
    }

    @Test
    void what_is_locked_for_the_period_stays_as_it_is_whatever_the_reason() {
        save(officer, change(form.women(form.victims()), null, "5"));
        Actor keeper = province.consolidator();
        current.as(
                keeper,
                () -> locks.lock(
                        keeper,
                        new NewLock(province.unit(), sheet.period(), null, LocalDate.of(2026, 4, 8), "Đã công bố")));

        List<CellChange> changes = List.of(change(form.women(form.victims()), new BigDecimal(5), "6"));
        assertThat(save(officer, changes).values())
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("entry.wrong.shut"));
        assertThat(correct(officer, changes, "Đếm sót").values())
                .singleElement()
                .isInstanceOf(Outcome.Refused.class);
        EntrySheet locked = current.as(officer, () -> entries.sheet(sheet));
        assertThat(locked.isShut(form.women(form.victims()))).isTrue();
        assertThat(locked.closed()).isNotNull();
        assertThat(number(form.women(form.victims()))).isEqualByComparingTo("5");
    }

    @Test
    void what_breaks_a_rule_is_told_and_keeps_the_form_until_it_is_mended_or_explained() {
        save(officer, change(form.women(form.victims()), null, "5"));
        save(officer, change(form.men(form.victims()), null, "2"));
        given(form.total(form.victims()), 3);

        assertThat(current.as(officer, () -> entries.findings(sheet)))
                .extracting(Finding::severity)
                .contains(Severity.ERROR);
        assertThat(submit()).extracting(Problem::code).contains("entry.problem.finding");
        assertThat(current.as(officer, () -> entries.sheet(sheet)).sent()).isFalse();
    }

    /** As another program gives it, so that it does not follow what is typed. */
    private void given(CellKey cell, int number) {
        jdbc.sql("""
            update data_value
               set value = :number, status = 'A'
             where province_id = :province and element_key = :element and breakdown_key = :breakdown
            """)
                .param("number", number)
                .param("province", officer.province())
                .param("element", cell.element())
                .param("breakdown", cell.breakdown().key())
                .update();
    }

    @Test
    void remarks_and_the_flag_stand_at_their_cell() {
        CellKey cell = form.women(form.victims());
        current.as(officer, () -> entries.remark(officer, sheet, cell, true, " Tăng đột biến "));
        current.as(police, () -> entries.remark(police, sheet, cell, false, "Đã đối chiếu hồ sơ"));
        current.as(police, () -> entries.remark(police, sheet, form.men(form.victims()), true, ""));

        assertThat(history(cell).remarks())
                .extracting(CellHistory.Remark::by, CellHistory.Remark::flagged, CellHistory.Remark::text)
                .containsExactly(
                        tuple(police.name(), false, "Đã đối chiếu hồ sơ"),
                        tuple(officer.name(), true, "Tăng đột biến"));
        assertThat(cell(cell).remarks()).isEqualTo(2);
        assertThat(cell(cell).flagged()).isFalse();
        assertThat(cell(form.men(form.victims())).flagged()).isTrue();
        assertThat(cell(form.men(form.victims())).remarks()).isZero();
        assertThatThrownBy(() -> current.as(police, () -> entries.remark(police, sheet, cell, false, " ")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_cell_that_is_not_in_the_form_has_no_history_and_takes_no_remark() {
        CellKey foreign = form.women(form.model());
        assertThatThrownBy(() -> history(foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> current.as(officer, () -> entries.remark(officer, sheet, foreign, true, "")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void one_cell_and_a_whole_form_cost_as_many_statements_and_one_entry_of_the_record() {
        save(officer, change(form.women(form.victims()), null, "1"));
        long entriesBefore = recorded();
        long one = current.as(
                officer,
                () -> Statements.countIn(() -> entries.save(
                        officer,
                        sheet,
                        UUID.randomUUID(),
                        List.of(change(form.women(form.victims()), BigDecimal.ONE, "2")))));
        assertThat(recorded() - entriesBefore).isEqualTo(1);
        long whole = current.as(
                officer,
                () -> Statements.countIn(() -> entries.save(
                        officer,
                        sheet,
                        UUID.randomUUID(),
                        List.of(
                                change(form.women(form.victims()), new BigDecimal(2), "3"),
                                change(form.men(form.victims()), null, "4"),
                                change(form.women(form.helped()), null, "5"),
                                change(form.men(form.helped()), null, "6"),
                                change(form.total(form.model()), null, "có"),
                                change(form.total(form.money()), null, "7,5")))));
        assertThat(recorded() - entriesBefore).isEqualTo(2);
        assertThat(whole).isEqualTo(one).isLessThanOrEqualTo(9);
        assertThat(current.as(officer, () -> Statements.countIn(() -> entries.sheet(sheet))))
                .isLessThanOrEqualTo(8);
    }

    private long recorded() {
        return jdbc.sql("select count(*) from audit_entry where province_id = :province and action = 'figures-written'")
                .param("province", officer.province())
                .query(Long.class)
                .single();
    }

    private void sent() {
        save(officer, change(form.women(form.victims()), null, "5"));
        save(officer, change(form.men(form.victims()), null, "2"));
        assertThat(submit()).isEmpty();
    }

    private static CellChange change(CellKey cell, @Nullable BigDecimal seen, String typed) {
        return new CellChange(cell, seen, typed);
    }

    private Outcome save(Actor actor, CellChange change) {
        return Objects.requireNonNull(save(actor, List.of(change)).get(change.cell()));
    }

    private Map<CellKey, Outcome> save(Actor actor, List<CellChange> changes) {
        return save(actor, UUID.randomUUID(), changes);
    }

    private Map<CellKey, Outcome> save(Actor actor, UUID parcel, List<CellChange> changes) {
        return current.as(actor, () -> entries.save(actor, sheet, parcel, changes));
    }

    private Map<CellKey, Outcome> correct(Actor actor, List<CellChange> changes, String reason) {
        return current.as(actor, () -> entries.correct(actor, sheet, UUID.randomUUID(), changes, reason));
    }

    private List<Problem> submit() {
        return current.as(officer, () -> entries.submit(officer, sheet));
    }

    private CellHistory history(CellKey cell) {
        return current.as(officer, () -> entries.history(sheet, cell));
    }

    private @Nullable String refusal(Actor actor, FormSheet other) {
        return current.as(
                                        actor,
                                        () -> entries.save(
                                                actor,
                                                other,
                                                UUID.randomUUID(),
                                                Arrays.asList(change(form.women(form.victims()), null, "5"))))
                                .get(form.women(form.victims()))
                        instanceof Outcome.Refused refused
                ? refused.code()
                : null;
    }

    private EntryCell cell(CellKey key) {
        return Objects.requireNonNull(
                current.as(officer, () -> entries.sheet(sheet)).cells().get(key));
    }

    private @Nullable BigDecimal number(CellKey key) {
        return cell(key).number();
    }
}
