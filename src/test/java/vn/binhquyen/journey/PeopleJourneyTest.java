package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** People come, by a sheet of paper or by mail, stand in for one another, and change between their posts. */
@IntegrationTest
class PeopleJourneyTest {
    private static final GreenMail MAIL = started();
    private static final Pattern LINK = Pattern.compile("http://mau\\.test(/invitation\\?code=[0-9A-Z-]+)");
    private static final String PASSWORD = "hoa-ban-no-trang-7";

    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    private static GreenMail started() {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        return mail;
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "localhost");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("binhquyen.mail.sender", () -> "binhquyen@mau.test");
        properties.add("binhquyen.public-address", () -> "http://mau.test/");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @ParameterizedTest
    @EnumSource
    void who_gets_a_sheet_with_a_code_opens_an_account(Device device) {
        provinces.administrator();
        Province province = provinces.found();
        int number = province.consolidator().province();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "quantri", Provinces.PASSWORD);
            page.navigate(address("/accounts?unit=" + province.commune().unit()));
            browser.look(page, "people-" + device);
            button(page, "Lời mời").click();
            browser.look(page, "invitations-none-" + device);
            page.navigate(
                    address("/invitations/new?agency=" + province.commune().police()));
            page.getByLabel("Họ và tên").fill("Hà Thị Nga");
            button(page, "Mời người dùng").click();
            assertThat(page.getByText("Hãy chọn ít nhất một vai trò").first()).isVisible();
            browser.look(page, "invitation-form-" + device);
            page.getByLabel("Cán bộ cơ quan").check();
            button(page, "Mời người dùng").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã tạo lời mời cho Hà Thị Nga");
            page.navigate(address("/invitations?unit=" + province.commune().unit()));
            browser.look(page, "invitations-" + device);
            button(page, "In giấy mời Hà Thị Nga").click();
            browser.look(page, "invitation-sheet-" + device);
            String code = page.locator(".bq-code").textContent();
            page.navigate(address("/invitations/sheet"));
            browser.look(page, "people-by-excel-" + device);

            Page invited = browser.visitor(device);
            invited.navigate(address("/sign-in"));
            invited.getByText("Tôi có mã mời").click();
            invited.getByLabel("Mã mời").fill("0000-0000");
            button(invited, "Tiếp tục").click();
            assertThat(invited.getByRole(AriaRole.ALERT)).containsText("Mã không đúng");
            browser.look(invited, "invitation-code-" + device);
            invited.getByLabel("Mã mời").fill(code);
            button(invited, "Tiếp tục").click();
            accept(browser, invited, device, "nga" + number);
            signIn(invited, "nga" + number, PASSWORD);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_gets_a_letter_follows_its_link_and_opens_an_account(Device device) {
        provinces.administrator();
        Province province = provinces.found();
        int number = province.consolidator().province();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "quantri", Provinces.PASSWORD);
            page.navigate(
                    address("/invitations/new?agency=" + province.commune().health()));
            page.getByLabel("Họ và tên").fill("Lò Văn Pao");
            page.getByLabel("Thư điện tử").fill("pao" + number + "@mau.test");
            page.getByLabel("Cán bộ cơ quan").check();
            button(page, "Mời người dùng").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã tạo lời mời cho Lò Văn Pao");

            Page invited = browser.visitor(device);
            invited.navigate(address(linkTo("pao" + number + "@mau.test")));
            assertThat(invited.getByText("Chào Lò Văn Pao.")).isVisible();
            accept(browser, invited, device, "pao" + number);
            signIn(invited, "pao" + number, PASSWORD);
            page.reload();
            page.navigate(
                    address("/invitations?all=true&unit=" + province.commune().unit()));
            assertThat(page.getByText("Đã mở tài khoản").first()).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_colleague_acts_for_an_absent_officer_and_changes_back(Device device) {
        Province province = provinces.found();
        int number = province.consolidator().province();
        try (Browser browser = Browser.open()) {
            Page officer = browser.visitor(device);
            signIn(officer, "canbo1_" + number, Provinces.PASSWORD);
            officer.navigate(address("/account"));
            browser.look(officer, "own-posts-" + device);
            officer.getByRole(AriaRole.MAIN)
                    .getByText("Ủy quyền khi vắng mặt")
                    .last()
                    .click();
            officer.getByLabel("Đến hết ngày").fill("20/01/2026");
            officer.getByLabel("Lý do").fill("nghỉ phép");
            button(officer, "Ủy quyền").click();
            assertThat(officer.getByText("Hãy chọn người được ủy quyền.").first())
                    .isVisible();
            browser.look(officer, "delegation-form-" + device);
            officer.getByLabel("Người được ủy quyền").selectOption("congan1_" + number);
            officer.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Ủy quyền").setExact(true))
                    .click();
            assertThat(officer.getByRole(AriaRole.STATUS)).containsText("Đã ủy quyền");
            browser.look(officer, "delegations-" + device);

            Page colleague = browser.visitor(device);
            signIn(colleague, "congan1_" + number, Provinces.PASSWORD);
            colleague.navigate(address("/units/" + province.commune().unit() + "/new-agency"));
            assertThat(heading(colleague, "Bạn không có quyền làm việc này")).isVisible();
            browser.complaints().removeIf(complaint -> complaint.contains("403"));
            sit(browser, colleague, device, "Thay mặt Hoàng Thị Thu");
            colleague.navigate(address("/units/" + province.commune().unit() + "/new-agency"));
            colleague.getByLabel("Tên đầy đủ").fill("Trường Trung học cơ sở");
            colleague
                    .getByLabel("Loại", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("SCHOOL");
            button(colleague, "Lưu").click();
            assertThat(heading(colleague, "Trường Trung học cơ sở")).isVisible();
            sit(browser, colleague, device, "Công an xã");

            officer.navigate(address("/account"));
            button(officer, "Chấm dứt việc").click();
            assertThat(officer.getByRole(AriaRole.STATUS)).containsText("Đã chấm dứt ủy quyền");
            colleague.navigate(address("/"));
            colleague.locator(".bq-menu:not(.bq-others) > summary").click();
            assertThat(colleague.locator(".bq-seats")).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_administrator_gives_a_person_a_second_post_and_the_person_changes_between_them(Device device) {
        provinces.administrator();
        Province province = provinces.found();
        int number = province.consolidator().province();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "quantri", Provinces.PASSWORD);
            String person = "/accounts/" + province.commune().policeOfficer().account();
            page.navigate(
                    address(person + "/agency?agency=" + province.commune().health()));
            browser.look(page, "post-form-" + device);
            page.getByLabel("Vẫn giữ (kiêm nhiệm)").check();
            button(page, "Lưu").click();
            assertThat(page.locator("#posts")).containsText("Trạm Y tế");
            browser.look(page, "person-" + device);

            Page officer = browser.visitor(device);
            signIn(officer, "congan1_" + number, Provinces.PASSWORD);
            sit(browser, officer, device, "Trạm Y tế");
            officer.navigate(address("/account/delegation"));
            assertThat(officer.getByText("làm việc thay bạn tại Trạm Y tế")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void sit(Browser browser, Page page, Device device, String place) {
        page.navigate(address("/account"));
        page.locator(".bq-menu:not(.bq-others) > summary").click();
        browser.look(page, "seats-" + device);
        page.locator(".bq-seats button")
                .filter(new Locator.FilterOptions().setHasText(place))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Bạn đang làm việc với tư cách");
    }

    private static void accept(Browser browser, Page page, Device device, String username) {
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("Gõ lại mật khẩu").fill("khac");
        button(page, "Mở tài khoản").click();
        assertThat(page.getByText("Hai lần gõ không giống nhau.").first()).isVisible();
        browser.look(page, "invitation-accept-" + device);
        page.getByLabel("Mật khẩu", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("Gõ lại mật khẩu").fill(PASSWORD);
        button(page, "Mở tài khoản").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã mở tài khoản");
    }

    private static String linkTo(String address) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> find(address), Objects::nonNull);
    }

    private static @Nullable String find(String address) throws MessagingException, IOException {
        for (MimeMessage letter : MAIL.getReceivedMessages()) {
            if (letter.getAllRecipients()[0].toString().equals(address)) {
                assertThat(letter.getFrom()[0].toString()).isEqualTo("binhquyen@mau.test");
                Matcher link = LINK.matcher(String.valueOf(letter.getContent()));
                assertThat(link.find()).isTrue();
                return link.group(1);
            }
        }
        return null;
    }

    private void signIn(Page page, String username, String password) {
        page.navigate(address("/sign-in"));
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill(password);
        button(page, "Đăng nhập").click();
        assertThat(heading(page, "Việc của tôi")).isVisible();
    }

    /** A button, or a link that looks like one. */
    private static Locator button(Page page, String name) {
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
        return button.or(link).first();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
