package vn.binhquyen.statistics.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.entry.CellChange;
import vn.binhquyen.statistics.entry.Entries;
import vn.binhquyen.statistics.entry.EntryForms;
import vn.binhquyen.statistics.exchange.FormFiles.Change;
import vn.binhquyen.statistics.exchange.FormFiles.Fault;
import vn.binhquyen.statistics.exchange.FormFiles.Look;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class FormFilesTest {
    private static final Locale VIETNAMESE = Locale.of("vi");

    @Autowired
    FormFiles files;

    @Autowired
    Entries entries;

    @Autowired
    CurrentActor current;

    @Autowired
    Provinces provinces;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Province province;
    private Commune commune;
    private Actor officer;
    private EntryForms.Form form;
    private FormSheet sheet;

    @BeforeEach
    void found() {
        clock.moveTo(LocalDate.of(2026, 4, 8));
        province = provinces.found();
        commune = province.commune();
        officer = commune.standingOfficer();
        form = new EntryForms(jdbc).make(province.unit());
        sheet = form.of(commune.unit(), 2026, 1);
    }

    @Test
    void what_is_filled_in_the_spreadsheet_is_shown_first_and_then_taken_with_its_sums() throws IOException {
        byte[] filled = filled(fetch(), workbook -> {
            cell(workbook, form.women(form.victims())).setCellValue(12);
            cell(workbook, form.men(form.victims())).setCellValue("1.234");
        });

        Look look = look(filled);
        assertThat(look.faults()).isEmpty();
        assertThat(look.changes())
                .extracting(
                        Change::cell,
                        change -> String.valueOf(change.before()),
                        change -> String.valueOf(change.after()))
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(form.women(form.victims()), "null", "12"),
                        org.assertj.core.api.Assertions.tuple(form.men(form.victims()), "null", "1234"));
        assertThat(number(form.women(form.victims())))
                .as("looking writes nothing")
                .isNull();

        assertThat(take(look)).isEqualTo(2);
        assertThat(number(form.women(form.victims()))).isEqualByComparingTo("12");
        assertThat(number(form.total(form.victims()))).isEqualByComparingTo("1246");
        assertThat(look(filled).changes()).as("the same file again").isEmpty();
        assertThat(look(fetch()).changes()).as("as it is fetched").isEmpty();
    }

    @Test
    void each_wrong_cell_is_named_by_sheet_and_place_and_nothing_is_taken() throws IOException {
        byte[] filled = filled(fetch(), workbook -> {
            cell(workbook, form.women(form.victims())).setCellValue("abc");
            cell(workbook, form.men(form.victims())).setCellValue(-3);
            cell(workbook, form.women(form.helped())).setCellValue("1,234");
            XSSFCell day = cell(workbook, form.men(form.helped()));
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            day.setCellStyle(style);
            day.setCellValue(LocalDate.of(2026, 5, 1));
            cell(workbook, form.total(form.model())).setCellValue("có");
        });

        Look look = look(filled);
        assertThat(look.faults())
                .extracting(fault -> fault.why() + " " + fault.typed())
                .containsExactlyInAnyOrder(
                        "entry.wrong.number abc",
                        "entry.wrong.negative -3",
                        "entry.wrong.either 1,234",
                        "form.file.date ");
        assertThat(look.faults()).extracting(Fault::sheet).containsOnly("NHAP-" + code());
        assertThat(look.faults()).extracting(Fault::reference).allMatch(place -> place.matches("[CD]\\d+"));
        assertThat(number(form.total(form.model()))).isNull();
    }

    private String code() {
        return jdbc.sql("select substr(code, 6) from figure_form where id = :id")
                .param("id", form.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void a_cell_that_somebody_else_changed_since_is_asked_about_and_one_that_was_left_alone_stays_theirs()
            throws IOException {
        byte[] fetched = fetch();
        type(form.women(form.victims()), "7");
        type(form.men(form.victims()), "2");

        Look look = look(filled(
                fetched, workbook -> cell(workbook, form.women(form.victims())).setCellValue(9)));
        assertThat(look.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.why()).isEqualTo("form.file.meanwhile");
            assertThat(fault.theirs()).isEqualTo("7");
        });
        assertThat(look(fetched).changes())
                .as("empty cells of an older file take nothing away")
                .isEmpty();
    }

    @Test
    void what_was_changed_between_look_and_taking_leaves_all_as_it_was() throws IOException {
        Look look = look(filled(fetch(), workbook -> {
            cell(workbook, form.women(form.victims())).setCellValue(9);
            cell(workbook, form.men(form.victims())).setCellValue(1);
        }));
        type(form.women(form.victims()), "7");

        assertThatThrownBy(() -> take(look)).isInstanceOf(Refused.class);
        assertThat(number(form.men(form.victims()))).isNull();
    }

    @Test
    void a_figure_that_was_cleared_in_the_file_is_taken_away() throws IOException {
        type(form.women(form.victims()), "7");

        Look look = look(filled(
                fetch(), workbook -> cell(workbook, form.women(form.victims())).setBlank()));
        take(look);

        assertThat(number(form.women(form.victims()))).isNull();
    }

    @Test
    void a_row_that_was_put_in_between_moves_no_figure_to_another_cell() throws IOException {
        byte[] filled = filled(fetch(), workbook -> {
            cell(workbook, form.women(form.victims())).setCellValue(12);
            workbook.getSheetAt(0).shiftRows(3, workbook.getSheetAt(0).getLastRowNum(), 2);
        });

        assertThat(look(filled).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.cell()).isEqualTo(form.women(form.victims())));
    }

    @Test
    void a_file_of_another_form_unit_or_period_and_one_that_is_no_form_are_told_apart() throws IOException {
        byte[] file = fetch();
        EntryForms.Form other = new EntryForms(jdbc).make(province.unit());
        Commune neighbour = province.anotherCommune(2);

        refused(other.of(commune.unit(), 2026, 1), file, "form.file.other-form");
        refused(form.of(commune.unit(), 2025, 4), file, "form.file.other-period");
        assertThatThrownBy(() -> current.as(
                        neighbour.standingOfficer(),
                        () -> files.look(
                                neighbour.standingOfficer(), form.of(neighbour.unit(), 2026, 1), file, VIETNAMESE)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("form.file.other-unit"));
        refused(sheet, "Không phải tệp Excel".getBytes(StandardCharsets.UTF_8), "form.file.unreadable");
        refused(sheet, new byte[0], "form.file.none");
        refused(sheet, new byte[FormFiles.LARGEST + 1], "form.file.large");
        refused(sheet, empty(), "form.file.foreign");
        assertThatThrownBy(() -> current.as(
                        neighbour.standingOfficer(),
                        () -> files.look(neighbour.standingOfficer(), sheet, file, VIETNAMESE)))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void what_is_printed_is_protected_and_what_is_asked_for_is_open() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(fetch()))) {
            assertThat(workbook.getSheetAt(0).isSheetLocked()).isTrue();
            assertThat(workbook.getSheetAt(0)
                            .getRow(0)
                            .getCell(0)
                            .getCellStyle()
                            .getLocked())
                    .isTrue();
            assertThat(cell(workbook, form.women(form.victims())).getCellStyle().getLocked())
                    .isFalse();
            assertThat(workbook.isSheetVeryHidden(1)).isTrue();
        }
    }

    private void refused(FormSheet at, byte[] file, String code) {
        assertThatThrownBy(() -> current.as(officer, () -> files.look(officer, at, file, VIETNAMESE)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static byte[] empty() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.createSheet("Số liệu").createRow(0).createCell(0).setCellValue(5);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private byte[] fetch() {
        return current.as(officer, () -> files.write(sheet, VIETNAMESE));
    }

    private static byte[] filled(byte[] file, Consumer<XSSFWorkbook> filling) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            filling.accept(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static XSSFCell cell(XSSFWorkbook workbook, CellKey key) {
        String name = "bq_" + key.element() + "_" + key.breakdown().key();
        CellReference place = new CellReference(workbook.getName(name).getRefersToFormula());
        return workbook.getSheet(place.getSheetName()).getRow(place.getRow()).getCell(place.getCol());
    }

    private Look look(byte[] file) {
        return current.as(officer, () -> files.look(officer, sheet, file, VIETNAMESE));
    }

    private int take(Look look) {
        return current.as(officer, () -> files.take(officer, sheet, look.taken()));
    }

    private void type(CellKey cell, String typed) {
        current.as(
                officer,
                () -> entries.save(officer, sheet, UUID.randomUUID(), List.of(new CellChange(cell, null, typed))));
    }

    private @Nullable BigDecimal number(CellKey cell) {
        return Objects.requireNonNull(
                        current.as(officer, () -> entries.sheet(sheet)).cells().get(cell))
                .number();
    }
}
