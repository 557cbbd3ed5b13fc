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
class AgenciesJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @ParameterizedTest
    @EnumSource
    void a_standing_officer_completes_the_agencies_and_merges_a_duplicate(Device device) {
        Province province = provinces.found();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "canbo1_" + province.consolidator().province());
            page.navigate(address("/agencies"));
            browser.look(page, "agencies-in-time-" + device);
            button(page, "Cơ quan thường có").click();
            browser.look(page, "typical-agencies-" + device);
            page.getByLabel("Thêm Hội Cựu chiến binh xã").uncheck();
            Locator military = page.locator("input[value='Ban Chỉ huy Quân sự xã']");
            military.fill("");
            button(page, "Thêm các cơ quan đã chọn").click();
            assertThat(page.getByText("Hãy ghi tên cơ quan.").first()).isVisible();
            browser.look(page, "typical-agencies-wrong-" + device);
            page.locator("input[aria-invalid='true']").fill("Ban CHQS xã Mẫu");
            button(page, "Thêm các cơ quan đã chọn").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã thêm");
            browser.look(page, "unit-with-typical-agencies-" + device);

            page.navigate(address("/units/" + province.commune().unit() + "/new-agency"));
            page.getByLabel("Tên đầy đủ").fill("Trạm Y tế xã ghi trùng");
            page.getByLabel("Loại", new Page.GetByLabelOptions().setExact(true)).selectOption("HEALTH");
            button(page, "Lưu").click();
            button(page, "Gộp bản ghi trùng").click();
            page.getByLabel("Cơ quan được giữ lại").selectOption("Trạm Y tế");
            button(page, "Xem trước").click();
            assertThat(page.getByText("không bị xóa")).isVisible();
            browser.look(page, "agency-merge-" + device);
            button(page, "Gộp vào").click();
            assertThat(page.getByText("Trạm Y tế xã ghi trùng").first()).isVisible();
            page.getByLabel("Từ ngày").first().fill("01/01/2026");
            button(page, "Giao làm thường trực").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("01/01/2026");
            browser.look(page, "agency-in-time-" + device);
            page.navigate(address("/agency-types"));
            browser.look(page, "agency-types-" + device);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_standing_officer_enters_a_committee_and_a_change_of_its_members(Device device) {
        Province province = provinces.found();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "canbo1_" + province.consolidator().province());
            page.navigate(address("/units/" + province.commune().unit()));
            button(page, "Ban VSTBCPN").click();
            browser.look(page, "committee-none-" + device);
            button(page, "Ghi quyết định thành lập").click();
            page.getByLabel("Số", new Page.GetByLabelOptions().setExact(true)).fill("58");
            page.getByLabel("Ngày ký").fill("10/09/2025");
            line(page, 1)
                    .getByLabel("Tài khoản")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            line(page, 3).getByLabel("Họ và tên").fill("Hoàng Thị Thu");
            line(page, 3).getByLabel("Đại diện cho cơ quan").selectOption("Phòng Văn hóa – Xã hội");
            line(page, 4).getByLabel("Họ và tên").fill("Nông Thị Lan");
            line(page, 4).getByLabel("Đại diện cho cơ quan").selectOption("Trạm Y tế");
            button(page, "Lưu quyết định").click();
            assertThat(page.getByText("Hãy ghi người ký.").first()).isVisible();
            assertThat(line(page, 4).getByLabel("Họ và tên")).hasValue("Nông Thị Lan");
            browser.look(page, "committee-decision-" + device);
            page.getByLabel("Người ký").fill("Triệu Văn Quý");
            button(page, "Lưu quyết định").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi quyết định");
            browser.look(page, "committee-" + device);

            page.navigate(address("/units/" + province.commune().unit() + "/committee"));
            button(page, "Ghi quyết định kiện toàn").click();
            page.getByLabel("Nông Thị Lan").check();
            page.getByLabel("Ngày ký").fill("05/01/2026");
            page.getByLabel("Người ký").fill("Triệu Văn Quý");
            line(page, 1).getByLabel("Họ và tên").fill("Đinh Thị Hà");
            line(page, 1).getByLabel("Đại diện cho cơ quan").selectOption("Trạm Y tế");
            browser.look(page, "committee-change-" + device);
            button(page, "Lưu quyết định").click();
            assertThat(page.getByText("Thôi tham gia: Nông Thị Lan")).isVisible();
            browser.look(page, "committee-changed-" + device);
            page.getByLabel("Tại ngày").fill("01/12/2025");
            button(page, "Xem").click();
            assertThat(page.getByText("Nông Thị Lan").first()).isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Locator line(Page page, int number) {
        return page.getByRole(
                AriaRole.GROUP,
                new Page.GetByRoleOptions().setName("Người thứ " + number).setExact(true));
    }

    private void signIn(Page page, String username) {
        page.navigate(address("/sign-in"));
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill(Provinces.PASSWORD);
        button(page, "Đăng nhập").click();
    }

    /** A button, or a link that looks like one. */
    private static Locator button(Page page, String name) {
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
        return button.or(link).first();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
