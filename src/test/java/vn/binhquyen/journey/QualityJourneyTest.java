package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.quality.LookedAt;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** Odd figures are found, explained and mended; a rule is written; a period is locked and one unit excepted. */
@IntegrationTest
class QualityJourneyTest {
    private static final Period YEAR = Period.year(2025);

    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @Autowired
    Values values;

    @Autowired
    Elements elements;

    @Autowired
    Organization organization;

    @Autowired
    CurrentActor current;

    @Autowired
    AutowireCapableBeanFactory beans;

    @ParameterizedTest
    @EnumSource
    void who_keeps_the_figures_finds_the_odd_ones_and_locks_the_year(Device device) {
        Province province = provinces.found();
        Commune commune = province.commune();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "chuyenvien" + province.consolidator().province());
            page.navigate(address("/quality"));
            assertThat(page.getByText("Không có số liệu cần xem lại")).isVisible();
            browser.look(page, "quality-empty-" + device);

            write(commune, Map.of("NQ28-1.1.NUM", 12, "NQ28-1.1.DEN", 10, "NQ28-4.1.NUM", 90, "NQ28-4.1.DEN", 20));
            write(commune, Breakdown.WOMEN, Map.of("NQ28-3.2a.DEN", 9));
            write(commune, Map.of("NQ28-3.2a.DEN", 8));
            page.reload();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đang kiểm tra: còn 1 bảng số liệu");
            browser.look(page, "quality-waiting-" + device);
            beans.createBean(LookedAt.class).all();
            page.getByText("Tải lại danh sách").click();
            assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(3);
            page.getByLabel("Giải trình: Tỷ số giới tính khi sinh").click();
            page.getByLabel("Vì sao số liệu như vậy?").last().fill("Đã đối chiếu sổ sinh của trạm y tế.");
            browser.look(page, "quality-findings-" + device);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gửi giải trình"))
                    .last()
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ghi lời giải trình");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Đã giải trình"))
                    .click();
            assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(1);
            browser.look(page, "quality-explained-" + device);
            page.navigate(address("/quality?severity=WARNING&check=SAME-UNIT"));
            browser.look(page, "quality-none-" + device);

            page.navigate(address("/quality/rules"));
            browser.look(page, "quality-rules-" + device);
            button(page, "Thêm quy tắc").click();
            page.getByLabel("Mã", exact()).fill("T" + province.consolidator().province());
            page.getByLabel("Câu hỏi", exact()).fill("Có ít nhất một nửa cơ quan không?");
            page.getByLabel("Vế trái").fill("2 * NQ28-1.1.NUMM");
            page.getByLabel("So sánh").selectOption("AT_LEAST");
            page.getByLabel("Vế phải", exact()).fill("NQ28-1.1.DEN +");
            button(page, "Lưu").click();
            assertThat(page.getByText("Không có tiêu thức mang mã NQ28-1.1.NUMM")
                            .first())
                    .isVisible();
            browser.look(page, "quality-rule-wrong-" + device);
            page.getByLabel("Vế trái").fill("2 * NQ28-1.1.NUM");
            page.getByLabel("Vế phải", exact()).fill("NQ28-1.1.DEN");
            button(page, "Lưu").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã lưu quy tắc");

            page.navigate(address("/quality/completeness"));
            browser.look(page, "quality-completeness-" + device);

            page.navigate(address("/quality/locks"));
            browser.look(page, "quality-locks-empty-" + device);
            button(page, "Khóa một kỳ").click();
            button(page, "Khóa").click();
            assertThat(page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK))
                    .hasText(new String[] {"Hãy chọn kỳ.", "Hãy ghi lý do."});
            browser.look(page, "quality-lock-wrong-" + device);
            page.getByLabel("Kỳ", exact()).selectOption(String.valueOf(YEAR.key()));
            page.getByLabel("Lý do").fill("Đã gửi báo cáo năm lên Bộ");
            page.locator("form .btn-primary").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã khóa");
            page.getByLabel("Đơn vị được sửa").fill("xã không có");
            page.getByLabel("Ngày cuối cùng được sửa").fill("20/01/2026");
            page.getByLabel("Lý do", exact()).fill("Bổ sung số liệu");
            button(page, "Cho ngoại lệ").click();
            assertThat(page.getByText("Không có đơn vị nào như vậy ở đây.").first())
                    .isVisible();
            page.getByLabel("Đơn vị được sửa")
                    .fill(current.as(province.consolidator(), () -> organization.unit(commune.unit()))
                            .name());
            button(page, "Cho ngoại lệ").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("được sửa số liệu");
            browser.look(page, "quality-lock-" + device);
            page.navigate(address("/quality/locks"));
            browser.look(page, "quality-locks-" + device);

            Page other = browser.visitor(device);
            signIn(other, "congan1_" + province.consolidator().province());
            other.navigate(address("/quality/locks/new"));
            browser.look(other, "quality-lock-forbidden-" + device);
            other.navigate(address("/quality"));
            assertThat(other.getByRole(AriaRole.ARTICLE)).hasCount(3);
            assertThat(browser.complaints())
                    .filteredOn(complaint -> !complaint.contains("403"))
                    .isEmpty();
        }
    }

    private void write(Commune commune, Map<String, Integer> figures) {
        write(commune, Breakdown.TOTAL, figures);
    }

    private void write(Commune commune, Breakdown breakdown, Map<String, Integer> figures) {
        current.as(commune.standingOfficer(), () -> {
            Unit unit = organization.unit(commune.unit());
            Map<Cell, BigDecimal> cells = new HashMap<>();
            figures.forEach((code, figure) -> cells.put(
                    new Cell(elements.withCodes(List.of(code)).getFirst().key(), breakdown, Nature.ACTUAL),
                    BigDecimal.valueOf(figure)));
            values.write(
                    commune.standingOfficer(),
                    new Sheet(unit.id(), unit.province(), unit.key(), YEAR, Sheet.OFFICIAL),
                    UUID.randomUUID(),
                    ValueStatus.SUBMITTED,
                    new HashMap<>(cells));
        });
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private void signIn(Page page, String username) {
        page.navigate(address("/sign-in"));
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill(Provinces.PASSWORD);
        button(page, "Đăng nhập").click();
    }

    /** A button, or a link that looks like one. */
    private static Locator button(Page page, String name) {
        Locator button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        Locator link = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
        return button.or(link).first();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
