package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class FrameJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @ParameterizedTest
    @EnumSource
    void a_person_signs_in_sees_that_nothing_waits_searches_and_changes_the_language(Device device) {
        provinces.administrator();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            page.navigate("http://localhost:" + port + "/");
            browser.look(page, "sign-in-" + device);

            page.getByLabel("Tên đăng nhập").fill("quantri");
            page.getByLabel("Mật khẩu").fill("sai");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập"))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("chưa đúng");
            page.getByLabel("Tên đăng nhập").fill("quantri");
            page.getByLabel("Mật khẩu").fill(Provinces.PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Việc của tôi")))
                    .isVisible();
            browser.look(page, "home-empty-" + device);

            page.navigate("http://localhost:" + port + "/search?q=khong+co+gi");
            browser.look(page, "search-" + device);
            page.navigate("http://localhost:" + port + "/nowhere");
            browser.look(page, "absent-" + device);
            page.navigate("http://localhost:" + port + "/?language=en");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("My work")))
                    .isVisible();
            assertThat(browser.complaints())
                    .filteredOn(complaint -> !complaint.contains("404"))
                    .isEmpty();
        }
    }
}
