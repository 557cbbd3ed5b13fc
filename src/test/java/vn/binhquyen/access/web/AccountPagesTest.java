package vn.binhquyen.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.AccountChange;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.NewAccount;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

@IntegrationTest
class AccountPagesTest {
    private static final Pattern NEXT = Pattern.compile("class=\"bq-more\"><a[^>]*href=\"([^\"]+)\"");

    @Autowired
    Provinces provinces;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentActor current;

    @Autowired
    MockMvc mvc;

    Province province;
    Commune commune;
    Actor administrator;

    @BeforeEach
    void found() {
        province = provinces.found();
        commune = province.commune();
        administrator = open("quanly", "Vương Thị Quản", commune.culture(), Role.ADMINISTRATOR);
    }

    @Test
    void only_an_administrator_sees_accounts() throws Exception {
        for (Actor other : List.of(
                commune.standingOfficer(),
                commune.clerk(),
                commune.leader(),
                commune.policeOfficer(),
                province.consolidator())) {
            mvc.perform(get("/accounts").with(person(other))).andExpect(status().isForbidden());
            mvc.perform(get("/accounts.xlsx").with(person(other))).andExpect(status().isForbidden());
            mvc.perform(get("/accounts/new").with(person(other))).andExpect(status().isForbidden());
            mvc.perform(get("/accounts/" + commune.clerk().account()).with(person(other)))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/accounts").with(person(administrator))).andExpect(status().isOk());
    }

    @Test
    void an_administrator_manages_only_below_himself() throws Exception {
        Commune sibling = province.anotherCommune(2);
        mvc.perform(get("/accounts").param("unit", sibling.unit().toString()).with(person(administrator)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/accounts/" + sibling.clerk().account()).with(person(administrator)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/accounts/" + province.clerk().account()).with(person(administrator)))
                .andExpect(status().isForbidden());
        mvc.perform(get("/accounts/new")
                        .param("agency", sibling.police().toString())
                        .with(person(administrator)))
                .andExpect(status().isForbidden());
        mvc.perform(opening(sibling.police(), "lan", "mat-khau-dau-1")).andExpect(status().isForbidden());
        Account own = account(commune.clerk().account());
        mvc.perform(post("/accounts/" + own.id() + "/agency")
                        .param("agency", sibling.police().toString())
                        .param("version", String.valueOf(own.version()))
                        .with(person(administrator))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_account_that_does_not_exist_is_not_found() throws Exception {
        mvc.perform(get("/accounts/" + UUID.randomUUID()).with(person(administrator)))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_list_is_searched_without_accents_and_in_any_order() throws Exception {
        mvc.perform(get("/accounts").param("q", "son luong").with(person(administrator)))
                .andExpect(
                        content().string(allOf(containsString("Lương Văn Sơn"), not(containsString("Đinh Thị Hà")))));
        mvc.perform(get("/accounts").param("q", "tram y te").with(person(administrator)))
                .andExpect(content().string(containsString("Đinh Thị Hà")));
        mvc.perform(get("/accounts").param("q", "100%").with(person(administrator)))
                .andExpect(content().string(containsString("Không có tài khoản nào khớp")));
    }

    @Test
    void the_list_is_filtered_by_agency_role_and_state() throws Exception {
        mvc.perform(get("/accounts").param("role", "CLERK").with(person(administrator)))
                .andExpect(
                        content().string(allOf(containsString("Nông Văn Bình"), not(containsString("Lương Văn Sơn")))));
        mvc.perform(get("/accounts")
                        .param("agency", commune.police().toString())
                        .with(person(administrator)))
                .andExpect(
                        content().string(allOf(containsString("Lương Văn Sơn"), not(containsString("Nông Văn Bình")))));
        mvc.perform(get("/accounts").param("state", "CLOSED").with(person(administrator)))
                .andExpect(content().string(not(containsString("Lương Văn Sơn"))));
    }

    @Test
    void the_pages_of_the_list_show_everybody_once() throws Exception {
        for (int i = 0; i < 60; i++) {
            open("nguoi" + i + "_", "Người Thứ " + i, commune.health(), Role.AGENCY_OFFICER);
        }
        String first = body(get("/accounts"));
        Matcher next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        String second = body(get(URI.create(next.group(1).replace("&amp;", "&"))));
        List<String> shown = Pattern.compile("href=\"/accounts/([0-9a-f-]{36})\"")
                .matcher(first + second)
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(shown).hasSize(67).doesNotHaveDuplicates();
        assertThat(NEXT.matcher(second).find()).isFalse();
    }

    @Test
    void the_list_takes_as_many_statements_for_fifty_accounts_as_for_seven() throws Exception {
        long few = Statements.countIn(this::list);
        for (int i = 0; i < 40; i++) {
            open("nguoi" + i + "_", "Người Thứ " + i, commune.health(), Role.AGENCY_OFFICER);
        }
        long many = Statements.countIn(this::list);
        assertThat(many).isEqualTo(few).isBetween(1L, 20L);
    }

    @Test
    void the_spreadsheet_holds_what_the_list_shows() throws Exception {
        byte[] bytes = mvc.perform(get("/accounts.xlsx").param("role", "CLERK").with(person(administrator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("Nông Văn Bình");
            assertThat(sheet.getRow(3).getCell(5).getStringCellValue()).isEqualTo("Văn thư");
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
        }
    }

    @Test
    void an_opened_account_can_sign_in() throws Exception {
        String username = "lan" + province.consolidator().province();
        mvc.perform(opening(commune.police(), username, "mat-khau-dau-1")).andExpect(status().is3xxRedirection());
        mvc.perform(post("/sign-in")
                        .param("username", username)
                        .param("password", "mat-khau-dau-1")
                        .with(csrf()))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void what_was_typed_stays_where_something_is_wrong_and_the_field_says_what() throws Exception {
        mvc.perform(opening(commune.police(), "lan anh", "ngan"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(typed("Lý Thị Lan")),
                                containsString(typed("lan anh")),
                                containsString("Tên đăng nhập có 3 đến 40 ký tự"),
                                containsString("href=\"#username\""))));
        mvc.perform(opening(commune.police(), "lananh", "ngan"))
                .andExpect(content()
                        .string(allOf(
                                containsString(typed("Lý Thị Lan")),
                                containsString("Mật khẩu cần ít nhất 12 ký tự"),
                                containsString("href=\"#password\""))));
        String taken = account(commune.clerk().account()).username();
        mvc.perform(opening(commune.police(), taken, "mat-khau-dau-1"))
                .andExpect(content().string(containsString("đã có người dùng")));
    }

    @Test
    void an_account_without_a_role_is_not_accepted() throws Exception {
        mvc.perform(post("/accounts/new")
                        .param("agency", commune.police().toString())
                        .param("name", "Lý Thị Lan")
                        .param("username", "lan")
                        .param("password", "mat-khau-dau-1")
                        .with(person(administrator))
                        .with(csrf()))
                .andExpect(content().string(containsString("Hãy chọn ít nhất một vai trò")));
    }

    @Test
    void two_who_change_one_account_are_told_and_neither_overwrites_the_other_unseen() throws Exception {
        Account seen = account(commune.clerk().account());
        change(seen, "Nông Văn Bình Minh");
        String page = mvc.perform(changing(seen, seen.version(), "Nông Văn An"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Người khác vừa sửa", "Nông Văn Bình Minh", typed("Nông Văn An"));
        assertThat(account(seen.id()).name()).isEqualTo("Nông Văn Bình Minh");
        mvc.perform(changing(seen, seen.version() + 1, "Nông Văn An")).andExpect(status().is3xxRedirection());
        assertThat(account(seen.id()).name()).isEqualTo("Nông Văn An");
    }

    @Test
    void nobody_closes_their_own_account() throws Exception {
        Account own = account(administrator.account());
        mvc.perform(post("/accounts/" + own.id())
                        .param("name", own.name())
                        .param("roles", "ADMINISTRATOR")
                        .param("version", String.valueOf(own.version()))
                        .with(person(administrator))
                        .with(csrf()))
                .andExpect(content().string(containsString("Không thể tự đổi vai trò")));
        assertThat(account(own.id()).active()).isTrue();
    }

    @Test
    void the_history_says_what_became_of_the_account_and_who_did_it() throws Exception {
        Account clerk = account(commune.clerk().account());
        change(clerk, "Nông Văn Minh");
        mvc.perform(get("/accounts/" + clerk.id()).with(person(administrator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Mở tài khoản"),
                                containsString("Sửa tài khoản"),
                                containsString("Vương Thị Quản"),
                                containsString("Quản trị hệ thống"))));
    }

    @Test
    void everybody_sees_their_own_account_and_changes_the_password_only_with_the_present_one() throws Exception {
        Actor officer = commune.policeOfficer();
        mvc.perform(get("/account").with(person(officer)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Lương Văn Sơn"),
                                containsString("Công an xã"),
                                containsString("Cập nhật việc được giao"))));
        mvc.perform(post("/account/password")
                        .param("present", "khong-phai-the")
                        .param("next", "cau-go-tren-suoi")
                        .param("again", "ngan-hoa-ven-duong")
                        .with(person(officer))
                        .with(csrf()))
                .andExpect(content().string(containsString("Hai lần gõ không giống nhau")));
        mvc.perform(post("/account/password")
                        .param("present", "khong-phai-the")
                        .param("next", "cau-go-tren-suoi")
                        .param("again", "cau-go-tren-suoi")
                        .with(person(officer))
                        .with(csrf()))
                .andExpect(content().string(containsString("Mật khẩu hiện tại chưa đúng")));
    }

    /** The words in a field of a form, as the page's source writes them. */
    private static String typed(String words) {
        return "value=\"" + HtmlUtils.htmlEscape(words) + "\"";
    }

    private void list() {
        try {
            body(get("/accounts"));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(person(administrator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletRequestBuilder opening(AgencyId agency, String username, String password) {
        return post("/accounts/new")
                .param("agency", agency.toString())
                .param("name", "Lý Thị Lan")
                .param("position", "Phó Trưởng Công an")
                .param("username", username)
                .param("roles", "AGENCY_OFFICER")
                .param("password", password)
                .with(person(administrator))
                .with(csrf());
    }

    private MockHttpServletRequestBuilder changing(Account account, long version, String name) {
        return post("/accounts/" + account.id())
                .param("name", name)
                .param("roles", "CLERK")
                .param("active", "true")
                .param("version", String.valueOf(version))
                .with(person(administrator))
                .with(csrf());
    }

    private void change(Account account, String name) {
        current.as(
                administrator,
                () -> accounts.change(
                        administrator,
                        account.id(),
                        account.agency(),
                        new AccountChange(
                                account.id(),
                                name,
                                account.position(),
                                account.agency(),
                                account.roles(),
                                true,
                                account.version())));
    }

    private Account account(AccountId id) {
        Actor nation = provinces.administrator();
        return current.as(nation, () -> accounts.account(id));
    }

    private Actor open(String username, String name, AgencyId agency, Role role) {
        Actor nation = provinces.administrator();
        return current.as(nation, () -> {
            AccountId id = accounts.open(
                    nation,
                    agency,
                    new NewAccount(
                            username + province.consolidator().province(),
                            name,
                            null,
                            agency,
                            Set.of(role),
                            Provinces.PASSWORD));
            return accounts.account(id).actor();
        });
    }
}
