package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.platform.demonstration.Demonstration;

/** In the demonstration of November 2026, the province looks at an indicator, at what is below it and where it comes from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorJourneyTest {
    private static final String VICTIMS =
            "Tỷ lệ người bị bạo lực gia đình, bạo lực trên cơ sở giới được phát hiện được tiếp cận ít nhất một dịch vụ"
                    + " hỗ trợ cơ bản";

    private DemonstrationSite site;

    @BeforeAll
    void open() throws Exception {
        site = DemonstrationSite.open(LocalDate.of(2026, 11, 23));
    }

    @AfterAll
    void close() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void an_indicator_is_found_read_and_followed_to_its_sources(Device device) {
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, device, "tinh");
            link(page, "Chỉ tiêu").click();
            browser.look(page, "indicators-" + device);
            page.getByLabel("Tên chỉ tiêu, mã").fill("bao luc dich vu ho tro");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Lọc").setExact(true))
                    .click();
            link(page, VICTIMS).click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(VICTIMS)))
                    .isVisible();
            assertThat(page.locator(".mon-sexes")).containsText("Nữ");
            assertThat(page.locator(".mon-sexes")).containsText("Nam");
            assertThat(page.locator("[data-table=targets]")).containsText("Chiến lược quốc gia");
            assertThat(page.locator("[data-chart=series] canvas").first()).isVisible();
            assertThat(page.getByText("không có ranh giới trên bản đồ")).isVisible();
            assertThat(page.locator("[data-table=below] tbody tr").first()).containsText("Xã");
            browser.look(page, "indicator-" + device);

            Download sheet = page.waitForDownload(() -> link(page, "Tải XLSX").click());
            assertThat(sheet.suggestedFilename()).endsWith(".xlsx");
            Download picture = page.waitForDownload(
                    () -> page.getByText("Tải biểu đồ (PNG)").click());
            assertThat(picture.suggestedFilename()).endsWith(".png");

            link(page, "Theo địa giới hiện hành").click();
            assertThat(link(page, "Theo địa giới hiện hành")).hasAttribute("aria-current", "true");
            page.locator(".mon-tile .bq-figure a").first().click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Số liệu này từ đâu")))
                    .isVisible();
            assertThat(page.locator("tbody tr").first()).containsText("Xã");
            browser.look(page, "indicator-sources-" + device);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_nation_is_drawn_as_a_map_and_a_unit_shows_what_is_missing_first(Device device) {
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, device, "tinh");
            page.navigate(site.address() + "/indicators?q=lanh+dao+chu+chot");
            page.locator(".mon-line a.t").first().click();
            page.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Việt Nam"))
                    .first()
                    .click();
            assertThat(page.locator("[data-chart=map] canvas").first()).isVisible();
            assertThat(page.locator("[data-table=below]")).containsText("Thành phố Hà Nội");
            browser.look(page, "indicator-map-" + device);

            page.navigate(site.address() + "/units?q=thuong+son&level=COMMUNE");
            page.getByRole(AriaRole.MAIN).getByText("xã Thượng Sơn").first().click();
            link(page, "Số liệu").click();
            assertThat(page.getByText("thiếu hoặc bất thường xếp trước")).isVisible();
            browser.look(page, "unit-figures-" + device);
            page.navigate(page.url() + "?language=en");
            assertThat(page.getByText("what is missing or odd comes first")).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Page signedIn(Browser browser, Device device, String person) {
        Page page = browser.visitor(device);
        page.navigate(site.address() + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(person);
        page.getByLabel("Mật khẩu").fill(Demonstration.PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Đăng nhập").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Việc của tôi")))
                .isVisible();
        return page;
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
