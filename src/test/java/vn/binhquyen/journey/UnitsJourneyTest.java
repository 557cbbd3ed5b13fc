package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.platform.demonstration.Demonstration;

/** In the demonstration of November 2026, an administrator finds real units and merges two communes of the invented province. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitsJourneyTest {
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
    void units_of_any_day_are_found_in_tree_list_and_map(Device device) {
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, device);
            page.navigate(site.address() + "/units");
            browser.look(page, "units-" + device);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở Tỉnh Lạng Sơn"))
                    .click();
            assertThat(link(page, "Phường Đông Kinh")).isVisible();
            browser.look(page, "units-open-" + device);

            page.getByLabel("Tên, mã").fill("dan phuong huyen");
            page.getByLabel("Cả đơn vị đã kết thúc").check();
            button(page, "Lọc").click();
            browser.look(page, "units-found-" + device);
            page.getByText("Huyện Đan Phượng").first().click();
            assertThat(page.getByText("Từ ngày 01/07/2025 thuộc về")).isVisible();
            browser.look(page, "unit-ended-" + device);

            page.navigate(site.address() + "/units/map");
            browser.look(page, "units-map-" + device);
            page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Bản đồ các tỉnh"))
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Thành phố Đồng Nai"))
                    .focus();
            page.keyboard().press("Enter");
            assertThat(page.getByText("Hình thành ngày 01/07/2025 từ")).isVisible();
            browser.look(page, "unit-history-" + device);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void two_communes_are_merged_for_a_later_day_and_the_merge_is_undone() {
        for (Device device : Device.values()) {
            try (Browser browser = Browser.open()) {
                Page page = signedIn(browser, device);
                page.navigate(site.address() + "/units?q=minh+ha&level=PROVINCE");
                page.getByText("tỉnh Minh Hà").first().click();
                link(page, "Sắp xếp cấp dưới").click();
                page.getByLabel("xã Nà Lâm", new Page.GetByLabelOptions().setExact(true))
                        .check();
                page.getByLabel("Mã đơn vị").fill("90009");
                page.getByLabel("Tên đơn vị").fill("xã Lâm Bốc");
                page.getByLabel("Có hiệu lực từ ngày").fill("01/01/2027");
                page.getByLabel("Căn cứ").fill("Nghị quyết 01/NQ-UBTVQH");
                button(page, "Xem trước").click();
                assertThat(page.getByText("Sáp nhập cần ít nhất hai đơn vị").first())
                        .isVisible();
                browser.look(page, "reorganise-" + device);
                page.getByLabel("xã Khuổi Bốc", new Page.GetByLabelOptions().setExact(true))
                        .check();
                button(page, "Xem trước").click();
                assertThat(page.getByText("tài khoản đang dùng")).isVisible();
                browser.look(page, "reorganise-preview-" + device);
                button(page, "Quyết định").click();
                assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã quyết định thay đổi.");
                browser.look(page, "reorganise-decided-" + device);

                page.navigate(site.address() + "/units?q=lam+boc&on=01/01/2027");
                assertThat(page.getByText("xã Lâm Bốc").first()).isVisible();
                page.goBack();
                button(page, "Hoàn tác").click();
                assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã hoàn tác");
                page.navigate(site.address() + "/units?q=lam+boc&on=01/01/2027");
                assertThat(page.getByText("Không có đơn vị nào khớp")).isVisible();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    private Page signedIn(Browser browser, Device device) {
        Page page = browser.visitor(device);
        page.navigate(site.address() + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill("quan-tri");
        page.getByLabel("Mật khẩu").fill(Demonstration.PASSWORD);
        button(page, "Đăng nhập").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Việc của tôi")))
                .isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
