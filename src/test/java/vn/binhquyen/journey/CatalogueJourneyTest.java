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
class CatalogueJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @ParameterizedTest
    @EnumSource
    void an_officer_reads_the_catalogue_and_defines_what_the_commune_counts(Device device) {
        Province province = provinces.found();
        String code = "CLB-" + province.consolidator().province();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "canbo1_" + province.consolidator().province());
            page.navigate(address("/catalogue"));
            browser.look(page, "catalogue-" + device);
            page.getByLabel("Tên hoặc mã").fill("ty so gioi tinh khi sinh");
            button(page, "Lọc").click();
            link(page, "Tỷ số giới tính khi sinh").first().click();
            assertThat(page.getByText("Chia tử số cho mẫu số, nhân với 100.")).isVisible();
            browser.look(page, "catalogue-indicator-" + device);
            link(page, "Bé trai sinh ra sống").click();
            assertThat(page.getByText("Cộng các kỳ")).isVisible();
            browser.look(page, "catalogue-element-" + device);

            page.navigate(address("/catalogue/elements"));
            browser.look(page, "catalogue-elements-" + device);
            page.getByLabel("Tên hoặc mã").fill("khong co muc nao");
            button(page, "Lọc").click();
            browser.look(page, "catalogue-empty-" + device);
            link(page, "Thêm phần tử").click();
            page.getByLabel("Mã", exactly()).fill(code);
            button(page, "Lưu").click();
            assertThat(page.getByText("Chưa có tên.").first()).isVisible();
            assertThat(page.getByLabel("Mã", exactly())).hasValue(code);
            browser.look(page, "catalogue-element-wrong-" + device);
            page.getByLabel("Tên", exactly()).fill("Câu lạc bộ nam giới");
            page.getByLabel("Đơn vị tính").fill("câu lạc bộ");
            page.getByLabel("Nhiều kỳ").selectOption("LAST");
            button(page, "Lưu").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã lưu.");

            page.navigate(address("/catalogue"));
            link(page, "Thêm chỉ tiêu").click();
            page.getByLabel("Mã", exactly()).fill(code);
            page.getByLabel("Tên", exactly()).fill("Câu lạc bộ nam giới trên 1.000 dân");
            page.getByLabel("Tử số").fill(code + " +");
            page.getByLabel("Mẫu số").fill("POP[sex:khac]");
            page.getByLabel("Nhân với").fill("1.000");
            page.getByLabel("Đơn vị tính").fill("câu lạc bộ/1.000 dân");
            button(page, "Lưu").click();
            assertThat(page.getByText("Công thức dừng giữa chừng").first()).isVisible();
            assertThat(page.getByText("Không có phân tổ “sex:khac”.").first()).isVisible();
            assertThat(page.getByLabel("Tử số")).hasValue(code + " +");
            browser.look(page, "catalogue-formula-wrong-" + device);
            page.getByLabel("Tử số").fill(code);
            page.getByLabel("Mẫu số").fill("POP");
            button(page, "Lưu").click();
            assertThat(page.getByText("nhân với 1.000.")).isVisible();
            assertThat(page.getByText("Chưa sửa lần nào.")).isVisible();

            link(page, "Sửa").click();
            page.getByLabel("Định nghĩa").fill("Số câu lạc bộ nam giới vì bình đẳng ứng với 1.000 người dân.");
            page.getByLabel("Lý do").fill("Bổ sung định nghĩa");
            button(page, "Lưu").click();
            assertThat(page.getByText("Bản 2")).isVisible();
            assertThat(page.getByText("Bổ sung định nghĩa")).isVisible();
            browser.look(page, "catalogue-indicator-changed-" + device);

            page.navigate(address("/catalogue/breakdowns"));
            browser.look(page, "catalogue-breakdowns-" + device);
            link(page, "Dân tộc (54 dân tộc)").click();
            assertThat(page.getByText("Ơ Đu")).isVisible();
            browser.look(page, "catalogue-dimension-" + device);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
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
