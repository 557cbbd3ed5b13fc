package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class FormsJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @Autowired
    MovableClock clock;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_form_is_designed_by_the_province_and_filled_by_a_commune_in_a_spreadsheet(Device device) throws IOException {
        clock.moveTo(LocalDate.of(2026, 4, 2));
        Province province = provinces.found();
        int number = province.consolidator().province();
        String code = "HT-" + number;
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "chuyenvien" + number);
            design(browser, page, device, code);
            page.context().clearCookies();

            signIn(page, "canbo1_" + number);
            assertThat(page.getByText("Điền Hỗ trợ người bị bạo lực, quý I/2026"))
                    .isVisible();
            page.navigate(address("/forms/owed"));
            Locator owed = page.locator(".bq-line", new Page.LocatorOptions().setHasText("quý I/2026"));
            assertThat(owed).containsText("Chưa bắt đầu");
            browser.look(page, "forms-owed-" + device);
            owed.getByText("Điền", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.getByText("Điền bằng Excel").click();
            browser.look(page, "form-file-" + device);
            Download fetched =
                    page.waitForDownload(() -> page.getByText("Tải biểu về").click());

            bring(page, filled(fetched.path(), "abc", 7));
            assertThat(page.getByText("Chưa có gì được ghi")).isVisible();
            assertThat(page.locator(".bq-names"))
                    .containsText(Pattern.compile("Trang “" + code + "”, ô [CD]\\d+.*“abc” – Không phải là số"));
            browser.look(page, "form-file-wrong-" + device);
            bring(page, filled(fetched.path(), "1.005", 7));
            assertThat(page.getByText("2 ô sẽ thay đổi").first()).isVisible();
            browser.look(page, "form-file-look-" + device);
            page.getByText("Ghi 2 ô").click();
            assertThat(page.locator("[role=status]").first()).containsText("Đã ghi 2 ô từ tệp");
            assertThat(page.locator("#ent-form input[value='1.005']")).hasCount(1);

            page.navigate(address("/forms/owed"));
            assertThat(page.locator(".bq-line", new Page.LocatorOptions().setHasText("quý I/2026")))
                    .containsText("Đã điền 2/2 ô");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void design(Browser browser, Page page, Device device, String code) {
        page.navigate(address("/forms"));
        browser.look(page, "forms-none-" + device);
        page.getByText("Lập biểu mới").click();
        page.getByLabel("Tên biểu (tiếng Việt)").fill("Hỗ trợ người bị bạo lực");
        page.getByLabel("Mã biểu").fill(code);
        page.getByLabel("Hạn nộp sau ngày chốt").fill("nhiều");
        page.getByText("Tiếp tục: chọn chỉ tiêu").click();
        assertThat(page.getByText("Ghi số ngày từ 0 đến 180.").first()).isVisible();
        assertThat(page.getByLabel("Tên biểu (tiếng Việt)")).hasValue("Hỗ trợ người bị bạo lực");
        browser.look(page, "form-head-wrong-" + device);
        page.getByLabel("Hạn nộp sau ngày chốt").fill("10");
        page.getByLabel("Áp dụng từ ngày").fill("01/01/2026");
        page.getByText("Tiếp tục: chọn chỉ tiêu").click();

        page.getByText("Thêm phần").click();
        page.getByLabel("Tên phần", new Page.GetByLabelOptions().setExact(true)).fill("Người bị bạo lực");
        page.getByText("Chọn phân tổ cho cột").click();
        assertThat(page.getByLabel("Tên phần", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Người bị bạo lực");
        page.locator("summary", new Page.LocatorOptions().setHasText("Giới tính"))
                .click();
        page.locator("input[value='sex:female']").check();
        page.locator("input[value='sex:male']").check();
        browser.look(page, "form-design-columns-" + device);
        page.getByText("Tạo cột").click();
        assertThat(page.locator(".form-columns li")).hasCount(2);
        page.getByText("Thêm cột tổng tự tính ở cuối").click();
        page.getByLabel("Tìm chỉ tiêu để thêm dòng").fill("người bị bạo lực được phát hiện");
        page.getByLabel("Tìm chỉ tiêu để thêm dòng").press("Enter");
        page.locator(".form-found label", new Page.LocatorOptions().setHasText("NQ28-3.2a.DEN"))
                .click();
        browser.look(page, "form-design-found-" + device);
        page.getByText("Thêm các chỉ tiêu đã chọn").click();
        assertThat(page.locator(".form-lines > li")).hasCount(1);
        assertThat(page.locator(".form-columns li.sum")).hasCount(1);
        page.locator(".form-lines summary").click();
        page.getByText("Bắt buộc điền trước khi gửi").click();
        page.getByText("Lưu", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".form-lines > li")).containsText("bắt buộc");
        browser.look(page, "form-design-" + device);
        page.getByText("Xem như người điền").click();
        assertThat(page.locator(".form-cell.open")).hasCount(2);
        page.getByText("Đưa vào sử dụng").click();
        assertThat(page.locator("[role=status]").first()).containsText("đã được đưa vào sử dụng");
        browser.look(page, "form-in-use-" + device);
        page.navigate(address("/forms"));
        browser.look(page, "forms-" + device);
    }

    private static void bring(Page page, Path file) {
        page.locator("input[type=file]").setInputFiles(file);
        page.getByText("Xem trước", new Page.GetByTextOptions().setExact(true)).click();
    }

    /** The two open cells of the form filled: words in the first, a number in the second. */
    private Path filled(Path fetched, String words, double number) throws IOException {
        Path file = Files.createTempFile(folder, "bieu", ".xlsx");
        try (InputStream in = Files.newInputStream(fetched);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(file)) {
            for (Name name : workbook.getAllNames()) {
                CellReference place = new CellReference(name.getRefersToFormula());
                XSSFCell cell = workbook.getSheet(place.getSheetName())
                        .getRow(place.getRow())
                        .getCell(place.getCol());
                if (place.getCol() == 2) {
                    cell.setCellValue(words);
                } else {
                    cell.setCellValue(number);
                }
            }
            workbook.write(out);
        }
        return file;
    }

    private void signIn(Page page, String username) {
        page.navigate(address("/sign-in"));
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").first().fill(Provinces.PASSWORD);
        page.getByText("Đăng nhập", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
