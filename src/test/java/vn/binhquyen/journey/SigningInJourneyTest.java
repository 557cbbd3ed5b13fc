package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.InvalidKeyException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.NewAccount;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** The ways in, where a second factor is demanded of whoever has a role over others' data. */
@IntegrationTest
@TestPropertySource(properties = "binhquyen.access.second-factor=required")
class SigningInJourneyTest {
    private static final AtomicInteger KEEPERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Province province;
    int number;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        String client = "spring.security.oauth2.client.";
        properties.add(client + "provider.common.issuer-uri", OpenIdProvider::issuer);
        properties.add(client + "registration.common.client-id", () -> "binhquyen");
        properties.add(client + "registration.common.client-secret", () -> "secret");
        properties.add(client + "registration.common.client-name", () -> "Cổng chung");
        properties.add(client + "registration.common.scope", () -> "openid,email");
    }

    @BeforeEach
    void found() {
        province = provinces.found();
        number = province.consolidator().province();
        OpenIdProvider.sendBackTo(address("/login/oauth2/code/common"));
    }

    @ParameterizedTest
    @EnumSource
    void who_sees_the_data_of_others_sets_up_a_second_step_and_signs_in_with_it(Device device) {
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            password(page, "chuyenvien" + number);
            assertThat(heading(page, "Thêm một bước xác nhận")).isVisible();
            page.navigate(address("/plans"));
            assertThat(heading(page, "Thêm một bước xác nhận")).isVisible();
            browser.look(page, "enrol-" + device);
            byte[] secret = secret(page);
            confirm(page, "000000");
            assertThat(page.getByText("Mã chưa đúng", new Page.GetByTextOptions().setExact(false)))
                    .isVisible();
            confirm(page, code(secret, -1));
            assertThat(heading(page, "Mã dự phòng")).isVisible();
            assertThat(page.locator(".sig-codes li")).hasCount(10);
            browser.look(page, "recovery-codes-" + device);
            final String recovery = page.locator(".sig-codes li").first().innerText();
            link(page, "Đã cất xong, tiếp tục").click();
            assertThat(heading(page, "Việc của tôi")).isVisible();

            signOut(page);
            password(page, "chuyenvien" + number);
            assertThat(heading(page, "Bước xác nhận thứ hai")).isVisible();
            page.getByText("Không có điện thoại ở bên?").click();
            browser.look(page, "code-" + device);
            enter(page, code(secret, 0));
            assertThat(heading(page, "Việc của tôi")).isVisible();

            signOut(page);
            password(page, "chuyenvien" + number);
            enter(page, recovery);
            assertThat(heading(page, "Việc của tôi")).isVisible();
            page.navigate(address("/account/security"));
            assertThat(page.getByText("Còn 9 mã dự phòng chưa dùng.")).isVisible();
            assertThat(page.getByText("không tắt được")).isVisible();
            browser.look(page, "security-" + device);
            page.navigate(address("/account/tokens"));
            page.getByLabel("Dùng cho việc gì").fill("Phần mềm báo cáo của Sở");
            page.getByLabel("Đọc danh sách đơn vị và cơ quan").check();
            button(page, "Tạo khóa").click();
            assertThat(page.locator("#token")).containsText("bq_");
            browser.look(page, "tokens-" + device);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_chooses_a_passkey_as_second_step_is_in_at_once_and_is_asked_for_it_next_time(Device device) {
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            authenticator(page);
            password(page, "chuyenvien" + number);
            browser.look(page, "enrol-passkey-" + device);
            button(page, "Dùng khóa truy cập của máy này").click();
            assertThat(heading(page, "Việc của tôi")).isVisible();

            signOut(page);
            password(page, "chuyenvien" + number);
            assertThat(heading(page, "Bước xác nhận thứ hai")).isVisible();
            assertThat(page.getByLabel("Mã xác nhận")).hasCount(0);
            page.getByText("Không có máy đó ở bên?").click();
            browser.look(page, "code-passkey-" + device);
            button(page, "Dùng khóa truy cập").click();
            assertThat(heading(page, "Việc của tôi")).isVisible();
            page.navigate(address("/sign-in/enrol"));
            assertThat(page.getByText("Dùng lần cuối", new Page.GetByTextOptions().setExact(false))
                            .first())
                    .isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_that_is_old_confirms_before_a_way_in_is_added_and_nothing_typed_is_lost(Device device) {
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            authenticator(page);
            password(page, "congan1_" + number);
            page.navigate(address("/account/security"));
            page.getByLabel("Tên của khóa").fill("Điện thoại của Sơn");
            clock.moveTo(LocalDate.of(2026, 1, 16));
            button(page, "Thêm khóa trên máy này").click();
            assertThat(heading(page, "Xác nhận lại đúng là bạn")).isVisible();
            page.getByLabel("Mật khẩu hiện tại").fill("khong-dung-dau");
            button(page, "Tiếp tục").click();
            assertThat(page.getByText("Chưa đúng.", new Page.GetByTextOptions().setExact(false)))
                    .isVisible();
            browser.look(page, "confirmation-" + device);
            page.getByLabel("Mật khẩu hiện tại").fill(Provinces.PASSWORD);
            button(page, "Tiếp tục").click();
            assertThat(page.getByLabel("Tên của khóa")).hasValue("Điện thoại của Sơn");
            button(page, "Thêm khóa trên máy này").click();
            assertThat(page.locator(".sig-list").getByText("Điện thoại của Sơn"))
                    .isVisible();

            page.navigate(address("/account/tokens"));
            page.getByLabel("Dùng cho việc gì").fill("Phần mềm báo cáo của Sở");
            page.getByLabel("Đọc danh sách đơn vị và cơ quan").check();
            clock.moveTo(LocalDate.of(2026, 1, 17));
            button(page, "Tạo khóa").click();
            button(page, "Dùng khóa truy cập").click();
            assertThat(page.locator("#token")).containsText("bq_");
            assertThat(page.locator(".sig-list").getByText("Phần mềm báo cáo của Sở"))
                    .isVisible();
            assertThat(browser.complaints())
                    .as("the browser tells that the script was asked to confirm first, and nothing else")
                    .singleElement()
                    .asString()
                    .contains("status of 403");
        }
    }

    @Test
    void who_lost_phone_and_paper_is_reset_by_the_administrator_and_begins_again() {
        String keeper = administrator();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(Device.LAPTOP);
            password(page, "chuyenvien" + number);
            confirm(page, code(secret(page), 0));
            link(page, "Đã cất xong, tiếp tục").click();

            Page other = browser.visitor(Device.LAPTOP);
            password(other, keeper);
            confirm(other, code(secret(other), 0));
            link(other, "Đã cất xong, tiếp tục").click();
            other.navigate(address("/accounts/" + province.consolidator().account()));
            other.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Bảo mật"))
                    .click();
            browser.look(other, "account-security-LAPTOP");
            other.onDialog(Dialog::accept);
            button(other, "Đặt lại bước xác nhận thứ hai").click();
            assertThat(other.getByRole(AriaRole.STATUS))
                    .containsText("Đã đặt lại bước xác nhận thứ hai của Lý Thị Mai");

            page.navigate(address("/plans"));
            assertThat(heading(page, "Đăng nhập")).isVisible();
            password(page, "chuyenvien" + number);
            assertThat(heading(page, "Thêm một bước xác nhận")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_passkey_opens_the_account_without_password_and_code() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(Device.LAPTOP);
            authenticator(page);
            password(page, "congan1_" + number);
            page.navigate(address("/account/security"));
            page.getByLabel("Tên của khóa").fill("Điện thoại của Sơn");
            button(page, "Thêm khóa trên máy này").click();
            assertThat(page.getByText("Điện thoại của Sơn")).isVisible();
            browser.look(page, "passkey-LAPTOP");

            signOut(page);
            browser.look(page, "sign-in-LAPTOP");
            button(page, "Dùng khóa truy cập").click();
            assertThat(heading(page, "Việc của tôi")).isVisible();

            page.navigate(address("/account/security"));
            page.onDialog(Dialog::accept);
            button(page, "Xóa khóa Điện thoại của Sơn").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã xóa khóa truy cập");
            assertThat(browser.complaints()).isEmpty();
            signOut(page);
            button(page, "Dùng khóa truy cập").click();
            assertThat(page.getByText("Chưa đăng nhập được bằng khóa truy cập")).isVisible();
        }
    }

    @Test
    void who_linked_an_account_elsewhere_signs_in_from_there_and_a_stranger_does_not() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(Device.PHONE);
            password(page, "congan1_" + number);
            page.navigate(address("/account/security"));
            button(page, "Liên kết với Cổng chung").click();
            browser.look(page, "leave-PHONE");
            link(page, "Sang Cổng chung").click();
            elsewhere(page, "son");
            assertThat(page.getByText("Đã liên kết. Từ nay có thể đăng nhập từ đó."))
                    .isVisible();
            assertThat(page.getByText("son@noi-khac.example")).isVisible();

            Page later = browser.visitor(Device.PHONE);
            later.navigate(address("/sign-in"));
            browser.look(later, "sign-in-PHONE");
            link(later, "Vào bằng tài khoản Cổng chung").click();
            elsewhere(later, "son");
            assertThat(heading(later, "Việc của tôi")).isVisible();
            later.navigate(address("/account"));
            assertThat(heading(later, "Lương Văn Sơn")).isVisible();

            Page stranger = browser.visitor(Device.PHONE);
            stranger.navigate(address("/sign-in"));
            link(stranger, "Vào bằng tài khoản Cổng chung").click();
            elsewhere(stranger, "nguoi-la");
            assertThat(stranger.getByText("chưa liên kết với ai ở đây")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_verified_address_that_stands_in_the_account_links_at_the_first_sign_in() {
        jdbc.sql("update account set email = 'HA@noi-khac.example' where id = :id")
                .param("id", province.commune().healthOfficer().account().value())
                .update();
        try (Browser browser = Browser.open()) {
            Page person = browser.visitor(Device.LAPTOP);
            person.navigate(address("/sign-in"));
            link(person, "Vào bằng tài khoản Cổng chung").click();
            elsewhere(person, "ha");
            assertThat(heading(person, "Việc của tôi")).isVisible();
            person.navigate(address("/account"));
            assertThat(heading(person, "Đinh Thị Hà")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_forgotten_session_is_ended_from_afar() {
        try (Browser browser = Browser.open()) {
            Page here = browser.visitor(Device.LAPTOP);
            password(here, "congan1_" + number);
            Page there = browser.visitor(Device.PHONE);
            password(there, "congan1_" + number);
            assertThat(heading(there, "Việc của tôi")).isVisible();

            here.navigate(address("/account/security"));
            assertThat(here.locator("#sessions li")).hasCount(2);
            browser.look(here, "sessions-LAPTOP");
            here.locator("#sessions li")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Đăng xuất"))
                    .click();
            assertThat(here.getByRole(AriaRole.STATUS)).containsText("Đã đăng xuất nơi đó.");
            assertThat(here.locator("#sessions li")).hasCount(1);
            there.navigate(address("/plans"));
            assertThat(heading(there, "Đăng nhập")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private String administrator() {
        String username = "giutk" + number + "_" + KEEPERS.incrementAndGet();
        Actor nation = provinces.administrator();
        current.as(
                nation,
                () -> accounts.open(
                        nation,
                        province.department(),
                        new NewAccount(
                                username,
                                "Mông Văn Thắng",
                                null,
                                province.department(),
                                Set.of(Role.ADMINISTRATOR),
                                Provinces.PASSWORD)));
        return username;
    }

    private static void authenticator(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wrapped = new JsonObject();
        wrapped.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", wrapped);
    }

    private static void elsewhere(Page page, String name) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(OpenIdProvider.PASSWORD);
        page.locator("button[type=submit]").click();
    }

    private void password(Page page, String username) {
        page.navigate(address("/sign-in"));
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill(Provinces.PASSWORD);
        button(page, "Đăng nhập").click();
        page.waitForURL(url -> !url.contains("/sign-in?") && !url.endsWith("/sign-in"));
    }

    private static byte[] secret(Page page) {
        return new Base32().decode(page.locator(".sig-secret").innerText().replaceAll("\\s", ""));
    }

    private static void confirm(Page page, String code) {
        page.getByLabel("Mã xác nhận").fill(code);
        button(page, "Xác nhận").click();
    }

    private static void enter(Page page, String code) {
        page.getByLabel("Mã xác nhận").fill(code);
        button(page, "Tiếp tục").click();
    }

    private String code(byte[] secret, int drift) {
        try {
            return new HmacOneTimePasswordGenerator(6)
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret, "HmacSHA1"),
                            clock.instant().getEpochSecond() / 30 + drift,
                            Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void signOut(Page page) {
        page.locator("details.bq-menu:not(.bq-others) > summary").click();
        button(page, "Đăng xuất").click();
        assertThat(heading(page, "Đăng nhập")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
