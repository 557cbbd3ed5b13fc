package vn.binhquyen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.publishing.Spreadsheets;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class InvitationSheetsTest {
    private static final List<String> HEADS =
            List.of("Họ và tên", "Chức vụ", "Cơ quan", "Đơn vị", "Vai trò", "Thư điện tử", "Điện thoại");

    @Autowired
    Provinces provinces;

    @Autowired
    InvitationSheets sheets;

    @Autowired
    Invitations invitations;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentActor current;

    Province province;
    Commune commune;
    Actor keeper;
    int number;

    @BeforeEach
    void found() {
        province = provinces.found();
        commune = province.commune();
        number = province.consolidator().province();
        Actor nation = provinces.administrator();
        keeper = current.as(nation, () -> {
            AccountId id = accounts.open(
                    nation,
                    province.department(),
                    new NewAccount(
                            "quanly" + number,
                            "Vương Thị Quản",
                            null,
                            province.department(),
                            Set.of(Role.ADMINISTRATOR),
                            Provinces.PASSWORD));
            return accounts.account(id).actor();
        });
    }

    @Test
    void a_sheet_without_errors_invites_everybody_on_it_once() {
        SheetPreview preview = look(
                row("Hà Thị Nga", "cong an xa", "xã Mẫu " + number + "x1", "Cán bộ cơ quan", null),
                row("Lò Văn Pao", "Trạm Y tế", "", "văn thư; cán bộ cơ quan", "pao" + number + "@mau.vn"));
        assertThat(preview.errors()).isEmpty();
        assertThat(preview.byMail()).isEqualTo(1);
        assertThat(waiting()).isEmpty();
        int people = current.as(keeper, () -> sheets.invite(keeper, Objects.requireNonNull(preview.id())));
        assertThat(people).isEqualTo(2);
        assertThat(waiting())
                .extracting(invitation -> invitation.person().name())
                .containsExactlyInAnyOrder("Hà Thị Nga", "Lò Văn Pao");
        assertThatThrownBy(() -> current.as(keeper, () -> sheets.invite(keeper, Objects.requireNonNull(preview.id()))))
                .hasMessageStartingWith("access.sheet.gone");
    }

    @Test
    void each_error_stands_at_its_cell_and_nobody_is_invited() {
        SheetPreview preview = look(
                row("", "Công an xã", "", "Cán bộ cơ quan", null),
                row("Hà Thị Nga", "Sở Vô hình", "", "Cán bộ cơ quan", null),
                row("Hà Thị Nga", "Công an xã", "xã Khác", "Cán bộ cơ quan", null),
                row("Hà Thị Nga", "Công an xã", "", "Giám đốc", null),
                row("Hà Thị Nga", "Công an xã", "", "Quản trị hệ thống", "nga"),
                row("Lương Văn Sơn", "Công an xã", "", "Cán bộ cơ quan", null));
        assertThat(preview.id()).isNull();
        assertThat(preview.errors())
                .extracting(error -> error.cell() + " " + error.code())
                .containsExactly(
                        "A4 access.sheet.missing",
                        "C5 access.sheet.no-agency",
                        "D6 access.sheet.no-unit",
                        "E7 access.sheet.no-role",
                        "E8 access.sheet.role-not-yours",
                        "F8 access.sheet.email-form",
                        "A9 access.sheet.person-known");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void who_stands_twice_in_the_sheet_is_found_by_address_or_by_name_and_agency() {
        SheetPreview preview = look(
                row("Hà Thị Nga", "Công an xã", "", "Cán bộ cơ quan", "nga" + number + "@mau.vn"),
                row("Hà Thị Ngà", "Công an xã", "", "Cán bộ cơ quan", "NGA" + number + "@mau.vn"),
                row("Lò Văn Pao", "Trạm Y tế", "", "Cán bộ cơ quan", null),
                row("lò văn  pao", "Trạm Y tế", "", "Cán bộ cơ quan", null));
        assertThat(preview.errors())
                .extracting(error -> error.cell() + " " + error.code() + " " + error.arguments())
                .containsExactly("F5 access.sheet.email-twice [4]", "A7 access.sheet.person-twice [6]");
    }

    @Test
    void an_agency_of_another_unit_is_not_found() {
        Province other = provinces.found();
        String unit = "xã Mẫu " + other.consolidator().province() + "x1";
        assertThat(look(row("Hà Thị Nga", "Công an xã", unit, "Cán bộ cơ quan", null))
                        .errors())
                .extracting(SheetPreview.Error::code)
                .containsExactly("access.sheet.no-unit");
    }

    @Test
    void what_is_no_workbook_has_no_people_or_lacks_a_column_is_refused() {
        for (byte[] file :
                List.of(new byte[0], "không phải".getBytes(StandardCharsets.UTF_8), sheet(HEADS, List.of()))) {
            assertThatThrownBy(() -> current.as(keeper, () -> sheets.look(keeper, "a.xlsx", file)))
                    .isInstanceOf(Refused.class);
        }
        byte[] other = sheet(List.of("Tên"), List.of(List.of("Hà Thị Nga")));
        assertThatThrownBy(() -> current.as(keeper, () -> sheets.look(keeper, "a.xlsx", other)))
                .hasMessageStartingWith("access.sheet.columns");
    }

    @Test
    void five_thousand_people_are_looked_through_and_invited_and_one_more_is_refused() {
        @Nullable String[][] rows = many(5_000);
        SheetPreview preview = look(rows);
        assertThat(preview.errors()).isEmpty();
        assertThat(current.as(keeper, () -> sheets.invite(keeper, Objects.requireNonNull(preview.id()))))
                .isEqualTo(5_000);
        assertThatThrownBy(() -> look(many(5_001))).isInstanceOf(Refused.class);
    }

    @Test
    void ten_errors_among_a_hundred_thousand_lines_are_found() {
        @Nullable String[][] rows = many(99_000);
        for (int i = 0; i < 10; i++) {
            rows[i * 9_000][4] = "Giám đốc";
        }
        SheetPreview preview = look(rows);
        assertThat(preview.errorCount()).isEqualTo(10);
        assertThat(preview.errors()).extracting(SheetPreview.Error::cell).contains("E4", "E9004", "E81004");
    }

    private @Nullable String[][] many(int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> row(
                        "Người Thứ " + i,
                        "Công an xã",
                        "",
                        "Cán bộ cơ quan",
                        "nguoi" + i + "." + people + "." + number + "@mau.vn"))
                .toArray(String[][]::new);
    }

    private static @Nullable String[] row(
            String name, String agency, String unit, String roles, @Nullable String email) {
        return new String[] {name, null, agency, unit, roles, email, null};
    }

    private SheetPreview look(@Nullable String[]... rows) {
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (@Nullable String[] row : rows) {
            cells.add(Arrays.<@Nullable Object>asList((Object[]) row));
        }
        return current.as(keeper, () -> sheets.look(keeper, "nguoi-dung.xlsx", sheet(HEADS, cells)));
    }

    private static byte[] sheet(List<String> heads, List<List<@Nullable Object>> rows) {
        return Spreadsheets.write(new XlsxSheet(
                "Người dùng",
                heads.stream()
                        .map(head -> new XlsxSheet.Column(head, XlsxSheet.Kind.TEXT))
                        .toList(),
                rows));
    }

    private List<Invitation> waiting() {
        return current.as(keeper, () -> invitations.within(province.unit(), true, null))
                .rows();
    }
}
