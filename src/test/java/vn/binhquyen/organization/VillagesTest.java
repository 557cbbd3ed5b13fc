package vn.binhquyen.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.VillagePreview.RowError;
import vn.binhquyen.publishing.Spreadsheets;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class VillagesTest {
    @Autowired
    Provinces provinces;

    @Autowired
    Villages villages;

    @Autowired
    Organization organization;

    @Autowired
    CurrentActor current;

    Province province;
    UnitId commune;
    String prefix;

    @BeforeEach
    void found() {
        province = provinces.found();
        commune = province.commune().unit();
        prefix = province.consolidator().province() + "-";
    }

    @Test
    void a_list_adds_all_its_villages() {
        UUID upload = uploaded("Mã;Tên thôn;Từ ngày\n%1$s1;Thôn Nà Pò;01/08/2025\n%1$s2;Tổ dân phố 5;\n");
        assertThat(asked(() -> villages.preview(commune, upload)).isAcceptable())
                .isTrue();
        assertThat(asked(() -> villages.confirm(admin(), commune, upload))).isEqualTo(2);
        assertThat(asked(() -> organization.children(commune)))
                .extracting(Unit::name)
                .containsExactly("Thôn Nà Pò", "Tổ dân phố 5");
    }

    @Test
    void a_file_with_more_rows_than_are_read_says_so() {
        byte[] text = "Mã;Tên thôn\n1;Một\n2;Hai\n".getBytes(StandardCharsets.UTF_8);
        XlsxSheet.Column column = new XlsxSheet.Column("Mã", XlsxSheet.Kind.TEXT);
        XlsxSheet.Column other = new XlsxSheet.Column("Tên", XlsxSheet.Kind.TEXT);
        byte[] workbook = Spreadsheets.write(
                new XlsxSheet("Thôn", List.of(column, other), List.of(List.of("1", "Một"), List.of("2", "Hai"))));
        for (byte[] file : List.of(text, workbook)) {
            assertThatThrownBy(() -> VillageFile.read(file, 2))
                    .extracting("code")
                    .isEqualTo("villages.too-long");
            assertThat(VillageFile.read(file, 10)).hasSize(2);
        }
    }

    @Test
    void errors_name_the_row_and_the_reason_and_nothing_is_added() {
        UUID upload = uploaded("""
            ma,ten,tu ngay
            %1$s1,Thôn Một,31/02/2026
            ,Thôn Hai,
            %1$s3,,
            %1$s4,Thôn Bốn,
            %1$s4,Thôn bốn,
            %1$s5,Thôn Năm,01/01/2020
            """);
        assertThat(asked(() -> villages.preview(commune, upload)).errors())
                .extracting(RowError::row, RowError::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "villages.row.date"),
                        org.assertj.core.groups.Tuple.tuple(3, "villages.row.no-code"),
                        org.assertj.core.groups.Tuple.tuple(4, "villages.row.no-name"),
                        org.assertj.core.groups.Tuple.tuple(6, "villages.row.code-twice"),
                        org.assertj.core.groups.Tuple.tuple(6, "villages.row.name-twice"),
                        org.assertj.core.groups.Tuple.tuple(7, "villages.row.before-commune"));
        refused("villages.errors", () -> villages.confirm(admin(), commune, upload));
        assertThat(asked(() -> organization.children(commune))).isEmpty();
    }

    @SuppressWarnings("NullAway") // what a cell may hold is not read from the compiled record
    @Test
    void a_hundred_thousand_rows_with_ten_errors_are_refused_with_the_ten_rows() {
        Set<Integer> wrong = Set.of(5, 100, 1_000, 20_000, 33_333, 50_000, 66_666, 77_777, 90_000, 99_999);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 100_000; i++) {
            rows.add(List.of(prefix + i, wrong.contains(i) ? "" : "Thôn " + i));
        }
        byte[] file = Spreadsheets.write(new XlsxSheet(
                "Thôn",
                List.of(
                        new XlsxSheet.Column("Mã", XlsxSheet.Kind.TEXT),
                        new XlsxSheet.Column("Tên", XlsxSheet.Kind.TEXT)),
                rows));
        UUID upload = asked(() -> villages.upload(admin(), commune, "thon.xlsx", file));
        VillagePreview preview = asked(() -> villages.preview(commune, upload));
        assertThat(preview.count()).isEqualTo(100_000);
        assertThat(preview.errors())
                .hasSize(10)
                .allMatch(error -> error.reason().equals("villages.row.no-name"))
                .extracting(RowError::row)
                .as("title, empty row and head stand above")
                .containsExactlyElementsOf(
                        wrong.stream().map(i -> i + 3).sorted().toList());
        refused("villages.errors", () -> villages.confirm(admin(), commune, upload));
        assertThat(asked(() -> organization.children(commune))).isEmpty();
    }

    @Test
    void what_is_no_list_of_villages_is_refused() {
        refused("villages.no-header", () -> upload("một,hai\nba,bốn\n"));
        refused("villages.empty", () -> upload("Mã,Tên\n"));
        refused(
                "villages.unreadable",
                () -> villages.upload(admin(), commune, "x.xlsx", new byte[] {'P', 'K', 3, 4, 0}));
    }

    @Test
    void only_who_keeps_the_commune_may_add_villages() {
        Actor officer = province.commune().policeOfficer();
        assertThatThrownBy(() -> current.as(officer, () -> villages.upload(officer, commune, "x.csv", new byte[1])))
                .isInstanceOf(AccessRefused.class);
    }

    private UUID uploaded(String text) {
        return asked(() -> upload(text.formatted(prefix)));
    }

    private UUID upload(String text) {
        return villages.upload(admin(), commune, "thon.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String code, Supplier<?> attempt) {
        assertThatThrownBy(() -> asked(attempt))
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Actor admin() {
        return provinces.administrator();
    }

    private <T> T asked(Supplier<T> work) {
        return current.as(admin(), work);
    }
}
