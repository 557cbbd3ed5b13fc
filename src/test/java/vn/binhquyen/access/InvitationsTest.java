package vn.binhquyen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class InvitationsTest {
    private static final String PASSWORD = "hoa-ban-no-trang-7";

    @Autowired
    Provinces provinces;

    @Autowired
    Invitations invitations;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    Province province;
    Commune commune;
    Actor nation;
    int number;

    @BeforeEach
    void found() {
        province = provinces.found();
        commune = province.commune();
        nation = provinces.administrator();
        number = province.consolidator().province();
    }

    @Test
    void a_printed_code_opens_an_account_in_the_post_that_was_meant() {
        String code = printed(invite(null));
        AccountId id = invitations.accept(code.toLowerCase(Locale.ROOT).replace("-", " "), "nga" + number, PASSWORD);
        Account account = current.as(nation, () -> accounts.account(id));
        assertThat(account.name()).isEqualTo("Hà Thị Nga");
        assertThat(account.agency()).isEqualTo(commune.police());
        assertThat(account.roles()).containsExactly(Role.AGENCY_OFFICER);
        assertThat(account.mayAct()).isTrue();
    }

    @Test
    void a_code_is_not_kept_and_has_more_than_128_random_bits() {
        String code = printed(invite(null));
        assertThat(code.replace("-", "")).hasSize(26).matches("[0-9A-HJKMNP-TV-Z]+");
        assertThat(jdbc.sql("select invitation::text from invitation order by id desc limit 1")
                        .query(String.class)
                        .single())
                .doesNotContain(code.replace("-", ""));
    }

    @Test
    void the_spreadsheet_holds_the_open_invitations_or_all_and_never_a_code() throws Exception {
        String code = printed(invite(null));
        AccountId accepted = invitations.accept(code, "nga" + number, PASSWORD);
        assertThat(accepted).isNotNull();
        String waiting = printed(invite(null));
        assertThat(spreadsheet(false)).hasSize(1).first().asString().contains("Đã in giấy mời");
        assertThat(spreadsheet(true))
                .hasSize(2)
                .noneMatch(row -> row.contains(waiting) || row.contains(waiting.replace("-", "")))
                .anyMatch(row -> row.contains("Đã mở tài khoản"));
        mvc.perform(get("/invitations.xlsx").with(person(province.consolidator())))
                .andExpect(status().isForbidden());
    }

    private List<String> spreadsheet(boolean all) throws Exception {
        byte[] bytes = mvc.perform(get("/invitations.xlsx")
                        .param("unit", province.unit().toString())
                        .param("all", String.valueOf(all))
                        .with(person(nation)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            List<String> rows = new ArrayList<>();
            workbook.getSheetAt(0).rowIterator().forEachRemaining(row -> {
                StringBuilder text = new StringBuilder();
                row.cellIterator().forEachRemaining(cell -> text.append(cell).append('|'));
                rows.add(text.toString());
            });
            return rows.stream().filter(row -> row.startsWith("Hà Thị Nga")).toList();
        }
    }

    @Test
    void a_code_counts_once() {
        String code = printed(invite(null));
        invitations.accept(code, "nga" + number, PASSWORD);
        assertThat(invitations.look(code)).isEmpty();
        wrong(code);
    }

    @Test
    void a_code_counts_for_seven_days() {
        String code = printed(invite(null));
        clock.moveTo(LocalDate.of(2026, 1, 21));
        assertThat(invitations.look(code)).isPresent();
        clock.moveTo(LocalDate.of(2026, 1, 23));
        wrong(code);
    }

    @Test
    void a_revoked_code_counts_no_more() {
        InvitationId id = invite(null);
        String code = printed(id);
        current.as(nation, () -> invitations.revoke(nation, id));
        wrong(code);
    }

    @Test
    void printing_again_makes_a_new_code_in_the_place_of_the_old() {
        InvitationId id = invite(null);
        String old = printed(id);
        String code = printed(id);
        wrong(old);
        assertThat(invitations.look(code)).isPresent();
    }

    @Test
    void two_who_use_one_code_at_once_open_one_account() throws Exception {
        String code = printed(invite(null));
        CyclicBarrier together = new CyclicBarrier(2);
        try (var executor = Executors.newFixedThreadPool(2)) {
            var attempts = Stream.of("mot", "hai")
                    .map(name -> executor.submit(() -> {
                        together.await();
                        try {
                            invitations.accept(code, name + number, PASSWORD);
                            return true;
                        } catch (Refused refused) {
                            return false;
                        }
                    }))
                    .toList();
            assertThat(attempts.get(0).get() ^ attempts.get(1).get()).isTrue();
        }
    }

    @Test
    void a_name_that_is_taken_and_a_poor_password_are_refused_and_the_code_still_counts() {
        String code = printed(invite(null));
        assertThatThrownBy(() -> invitations.accept(code, "congan1_" + number, PASSWORD))
                .hasMessageStartingWith("access.username-not-free");
        assertThatThrownBy(() -> invitations.accept(code, "nga" + number, "ngan"))
                .isInstanceOf(Refused.class);
        assertThat(invitations.look(code)).isPresent();
    }

    @Test
    void nobody_is_invited_twice_by_one_address() {
        String email = "nga" + number + "@mau.vn";
        invite(email);
        assertThatThrownBy(() -> invite(email.toUpperCase(Locale.ROOT))).hasMessageStartingWith("access.email-taken");
    }

    @Test
    void an_administrator_invites_only_below_and_to_no_role_that_is_not_theirs_to_give() {
        Actor keeper = keeper();
        AgencyId foreign = provinces.found().commune().police();
        assertThatThrownBy(() -> current.as(keeper, () -> invitations.invite(keeper, foreign, nga(null))))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> current.as(
                        keeper,
                        () -> invitations.invite(
                                keeper,
                                commune.police(),
                                new NewInvitation(
                                        new Person("Hà Thị Nga", null, null), null, Set.of(Role.ADMINISTRATOR)))))
                .hasMessageStartingWith("access.role-not-yours");
    }

    @Test
    void the_page_for_codes_is_open_to_everybody_and_says_the_same_of_any_wrong_code() throws Exception {
        mvc.perform(get("/invitation")).andExpect(status().isOk());
        String used = printed(invite(null));
        invitations.accept(used, "nga" + number, PASSWORD);
        for (String code : new String[] {used, "0000-0000", "x"}) {
            mvc.perform(get("/invitation").param("code", code))
                    .andExpect(content().string(containsString("Mã không đúng, đã được dùng hoặc đã hết hạn")));
        }
    }

    @Test
    void what_was_typed_stays_where_the_password_is_not_good_but_the_password() throws Exception {
        String code = printed(invite(null));
        mvc.perform(post("/invitation")
                        .param("code", code)
                        .param("username", "nga" + number)
                        .param("next", "ngan")
                        .param("again", "ngan")
                        .with(csrf()))
                .andExpect(content().string(containsString("value=\"nga" + number + "\"")))
                .andExpect(content().string(not(containsString("value=\"ngan\""))));
        mvc.perform(post("/invitation")
                        .param("code", code)
                        .param("username", "nga" + number)
                        .param("next", PASSWORD)
                        .param("again", PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void the_list_shows_how_far_each_invitation_came() throws Exception {
        InvitationId waiting = invite(null);
        mvc.perform(get("/invitations").with(person(keeper())))
                .andExpect(content().string(containsString("Chưa có mã")))
                .andExpect(content().string(containsString("Máy chủ thư điện tử chưa được cài đặt")));
        printed(waiting);
        mvc.perform(get("/invitations").with(person(keeper())))
                .andExpect(content().string(containsString("Đã in giấy mời")));
    }

    @Test
    void all_who_wait_are_printed_in_one_go() throws Exception {
        invite(null);
        invite("thu" + number + "@mau.vn");
        Actor keeper = keeper();
        String sheets = mvc.perform(
                        post("/invitations/print").with(person(keeper)).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(sheets.split("bq-code", -1)).hasSize(3);
    }

    private void wrong(String code) {
        assertThatThrownBy(() -> invitations.accept(code, "khac" + number, PASSWORD))
                .hasMessageStartingWith("access.invitation.wrong-code");
    }

    private @Nullable Actor keeper;

    private Actor keeper() {
        Actor known = keeper;
        if (known == null) {
            known = current.as(nation, () -> {
                AccountId id = accounts.open(
                        nation,
                        commune.culture(),
                        new NewAccount(
                                "quanly" + number,
                                "Vương Thị Quản",
                                null,
                                commune.culture(),
                                Set.of(Role.ADMINISTRATOR),
                                PASSWORD));
                return accounts.account(id).actor();
            });
            keeper = known;
        }
        return known;
    }

    private static NewInvitation nga(@Nullable String email) {
        return new NewInvitation(new Person("Hà Thị Nga", email, null), null, Set.of(Role.AGENCY_OFFICER));
    }

    private InvitationId invite(@Nullable String email) {
        return current.as(nation, () -> invitations.invite(nation, commune.police(), nga(email)));
    }

    private String printed(InvitationId id) {
        return current.as(nation, () -> invitations.print(nation, id)).code();
    }
}
