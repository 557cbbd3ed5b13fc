package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class AdministrationJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @ParameterizedTest
    @EnumSource
    void an_administrator_keeps_units_agencies_and_accounts(Device device) {
        provinces.administrator();
        Province province = provinces.found();
        int number = province.consolidator().province();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "quantri");
            page.navigate(address("/units/" + province.commune().unit()));
            browser.look(page, "unit-" + device);

            button(page, "Thêm cơ quan").click();
            page.getByLabel("Tên đầy đủ").fill("Công an xã");
            button(page, "Lưu").click();
            assertThat(page.getByText("Hãy chọn loại cơ quan.").first()).isVisible();
            assertThat(page.getByLabel("Tên đầy đủ")).hasValue("Công an xã");
            browser.look(page, "agency-form-" + device);
            page.getByLabel("Tên đầy đủ").fill("Trường Trung học cơ sở");
            page.getByLabel("Loại", new Page.GetByLabelOptions().setExact(true)).selectOption("SCHOOL");
            button(page, "Lưu").click();
            page.getByLabel("Thêm tên gọi khác").fill("Trường cấp 2");
            button(page, "Thêm", true).click();
            assertThat(page.getByText("Trường cấp 2", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            browser.look(page, "agency-" + device);

            page.navigate(address("/agencies?unit=" + province.unit() + "&below=true"));
            browser.look(page, "agencies-" + device);
            page.navigate(address("/units/" + province.unit() + "/new-unit"));
            browser.look(page, "new-unit-" + device);

            page.navigate(address("/accounts?unit=" + province.unit()));
            browser.look(page, "accounts-" + device);
            button(page, "Mở tài khoản").click();
            page.getByLabel("Tên cơ quan hoặc đơn vị").fill("trung hoc mau " + number);
            page.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tìm kiếm"))
                    .click();
            browser.look(page, "choose-agency-" + device);
            page.getByText("Trường Trung học cơ sở").click();
            page.getByLabel("Họ và tên").fill("Hà Thị Nga");
            page.getByLabel("Tên đăng nhập").fill("nga" + number);
            page.getByLabel("Mật khẩu ban đầu").fill("ngan");
            page.getByLabel("Cán bộ cơ quan").check();
            button(page, "Mở tài khoản").click();
            assertThat(page.getByText("Mật khẩu cần ít nhất 12 ký tự.").first()).isVisible();
            browser.look(page, "new-account-" + device);
            page.getByLabel("Mật khẩu ban đầu").fill("hoa-ban-trang");
            button(page, "Mở tài khoản").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã mở tài khoản cho Hà Thị Nga");
            browser.look(page, "account-" + device);
            page.navigate(address("/account"));
            browser.look(page, "own-account-" + device);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_error_page_says_what_happened_and_leads_back(Device device) {
        Province province = provinces.found();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "congan1_" + province.consolidator().province());
            page.navigate(address("/nowhere"));
            assertThat(heading(page, "Không có trang này")).isVisible();
            browser.look(page, "error-404-" + device);
            page.navigate(address("/accounts"));
            assertThat(heading(page, "Bạn không có quyền làm việc này")).isVisible();
            browser.look(page, "error-403-" + device);
            page.navigate(address("/error"));
            assertThat(heading(page, "Hệ thống gặp trục trặc")).isVisible();
            assertThat(page.getByText("Mã sự cố:")).isVisible();
            browser.look(page, "error-500-" + device);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_that_ends_takes_nothing_from_the_page(Device device) {
        Province province = provinces.found();
        String username = "congan1_" + province.consolidator().province();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, username);
            page.navigate(address("/account"));
            page.getByLabel("Mật khẩu hiện tại").fill("dang-go-do");
            page.context().clearCookies();
            page.evaluate("htmx.ajax('POST', '/account/password', {target: 'main', swap: 'innerHTML'})");
            assertThat(page.getByText("Phiên làm việc đã kết thúc.")).isVisible();
            assertThat(page.getByLabel("Mật khẩu hiện tại")).hasValue("dang-go-do");
            browser.look(page, "session-ended-" + device);

            Page beside = page.waitForPopup(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Đăng nhập lại ở thẻ mới"))
                            .click());
            fillSignIn(beside, username);
            page.bringToFront();
            page.evaluate("window.dispatchEvent(new Event('focus'))");
            assertThat(page.getByText("Đã kết nối lại.")).isVisible();
            assertThat(page.getByLabel("Mật khẩu hiện tại")).hasValue("dang-go-do");
            button(page, "Đổi mật khẩu").click();
            assertThat(page.getByText("Hãy ghi mật khẩu.").first()).isVisible();
        }
    }

    private void signIn(Page page, String username) {
        page.navigate(address("/sign-in"));
        fillSignIn(page, username);
    }

    private static void fillSignIn(Page page, String username) {
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill(Provinces.PASSWORD);
        button(page, "Đăng nhập").click();
        assertThat(heading(page, "Việc của tôi")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return button(page, name, false);
    }

    /** A button, or a link that looks like one. */
    private static Locator button(Page page, String name, boolean exact) {
        Locator button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(exact));
        Locator link = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(exact));
        return button.or(link).first();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
