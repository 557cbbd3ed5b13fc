package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.statistics.entry.EntryForms;
import vn.binhquyen.statistics.entry.EntryForms.Form;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** Figures are entered as in a spreadsheet, with a line and without, by two people at once, and none is lost. */
@IntegrationTest
class EntryJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Province province;
    private Form form;
    private String address;

    @BeforeEach
    void found() {
        clock.moveTo(LocalDate.of(2026, 4, 8));
        province = provinces.found();
        form = new EntryForms(jdbc).make(province.unit());
        address = "/entry/" + form.id() + "/" + province.commune().unit() + "/2026Q1";
    }

    @Test
    void a_quarter_is_entered_by_keyboard_paste_and_without_a_line_sent_in_and_corrected() {
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, Device.LAPTOP, "canbo1_");
            open(page, address);
            browser.look(page, "entry-empty");

            byKeyboard(page);
            pasted(page);
            wrong(page, browser);
            remarked(page, browser);
            withoutLine(page, browser);
            sent(page, browser);
            corrected(page, browser);

            assertThat(browser.complaints())
                    .filteredOn(EntryJourneyTest::unexpected)
                    .isEmpty();
        }
    }

    private void byKeyboard(Page page) {
        cell(page, form.women(form.victims())).focus();
        page.keyboard().type("5");
        page.keyboard().press("ArrowRight");
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        assertThat(cell(page, form.men(form.helped()))).isFocused();
        page.keyboard().type("1234");
        page.keyboard().press("Tab");
        assertThat(cell(page, form.total(form.model()))).isFocused();
        saved(page);
        assertThat(cell(page, form.men(form.helped()))).hasValue("1.234");
        assertThat(total(page, form.total(form.victims()))).hasText("7");
        assertThat(total(page, form.total(form.both()))).hasText("1.241");

        cell(page, form.men(form.helped())).focus();
        page.keyboard().type("99");
        page.keyboard().press("Escape");
        assertThat(cell(page, form.men(form.helped()))).hasValue("1234");
        page.keyboard().press("F2");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Backspace");
        page.keyboard().press("Enter");
        assertThat(cell(page, form.men(form.helped()))).hasValue("124");
        cell(page, form.men(form.helped())).focus();
        page.keyboard().press("Control+z");
        assertThat(cell(page, form.men(form.helped()))).hasValue("1234");
        page.keyboard().press("Control+y");
        assertThat(cell(page, form.men(form.helped()))).hasValue("124");
        saved(page);
        assertThat(stored(form.men(form.helped()))).isEqualTo("124");
    }

    private void pasted(Page page) {
        paste(page, form.women(form.victims()), "1,234,567\t3\n8\t9\n");
        assertThat(cell(page, form.women(form.victims()))).hasValue("1234567");
        assertThat(cell(page, form.men(form.helped()))).hasValue("9");
        saved(page);
        assertThat(total(page, form.total(form.both()))).hasText("1.234.587");
        cell(page, form.women(form.victims())).focus();
        page.keyboard().press("Control+z");
        assertThat(cell(page, form.women(form.victims()))).hasValue("5");
        assertThat(cell(page, form.men(form.helped()))).hasValue("124");
        saved(page);
        assertThat(stored(form.women(form.victims()))).isEqualTo("5");
    }

    private void wrong(Page page, Browser browser) {
        cell(page, form.women(form.helped())).focus();
        page.keyboard().type("hai");
        page.keyboard().press("Enter");
        assertThat(page.locator("#ent-state")).containsText("chưa lưu được");
        cell(page, form.women(form.helped())).focus();
        assertThat(page.locator("#ent-bar")).containsText("Không phải là số");
        assertThat(cell(page, form.women(form.helped()))).hasAttribute("aria-invalid", "true");
        browser.look(page, "entry-refused");
        page.keyboard().type("4");
        page.keyboard().press("Enter");
        saved(page);
    }

    private void remarked(Page page, Browser browser) {
        cell(page, form.women(form.victims())).focus();
        page.keyboard().press("Shift+F2");
        Locator panel = page.locator("#ent-panel");
        panel.getByLabel("Ghi chú thêm").fill("Đã đối chiếu với công an xã");
        panel.getByLabel("Cần xem lại").check();
        panel.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Ghi").setExact(true))
                .click();
        assertThat(panel).containsText("Đã đối chiếu với công an xã");
        browser.look(page, "entry-panel");
        page.keyboard().press("Escape");
        assertThat(cell(page, form.women(form.victims()))).isFocused();
        assertThat(box(page, form.women(form.victims()))).hasAttribute("data-flagged", "true");
    }

    /** Types without a line, closes the page and comes back; meanwhile somebody else wrote into one of the cells. */
    private void withoutLine(Page page, Browser browser) {
        BrowserContext context = page.context();
        page.waitForFunction("async () => (await caches.keys()).some((name) => name.startsWith('entry:'))"
                + " && (await (await caches.open('entry-assets')).keys()).length > 5");
        context.setOffline(true);
        cell(page, form.women(form.victims())).focus();
        page.keyboard().type("6");
        page.keyboard().press("ArrowRight");
        page.keyboard().type("3");
        page.keyboard().press("ArrowDown");
        page.keyboard().type("12");
        assertThat(page.locator("#ent-state")).containsText("Mất mạng");

        page.reload();
        assertThat(cell(page, form.women(form.victims()))).hasValue("6");
        assertThat(cell(page, form.men(form.victims()))).hasValue("3");
        assertThat(cell(page, form.men(form.helped()))).hasValue("12");
        assertThat(cell(page, form.women(form.helped()))).hasValue("4");
        assertThat(page.locator("#ent-state")).containsText("Mất mạng: 3 ô");
        browser.look(page, "entry-offline");

        Page other = signedIn(browser, Device.PHONE, "congan1_");
        open(other, address);
        browser.look(other, "entry-phone");
        cell(other, form.women(form.victims())).fill("9");
        cell(other, form.women(form.victims())).press("Enter");
        saved(other);
        cell(other, form.women(form.victims())).focus();
        browser.look(other, "entry-phone-typed");
        other.context().close();

        context.setOffline(false);
        Locator decide = page.locator("#ent-decide");
        assertThat(decide).containsText("Lương Văn Sơn");
        assertThat(decide).containsText("9");
        assertThat(page.locator("#ent-state")).containsText("1 ô chờ bạn quyết định");
        browser.look(page, "entry-clash");
        assertThat(stored(form.women(form.victims()))).isEqualTo("9");
        decide.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Giữ của tôi"))
                .click();
        assertThat(decide).isHidden();
        saved(page);
        assertThat(stored(form.women(form.victims()))).isEqualTo("6");
        assertThat(stored(form.men(form.victims()))).isEqualTo("3");
        assertThat(stored(form.men(form.helped()))).isEqualTo("12");
    }

    private void sent(Page page, Browser browser) {
        cell(page, form.men(form.victims())).focus();
        page.keyboard().press("Delete");
        saved(page);
        button(page, "Nộp biểu").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Bắt buộc");
        browser.look(page, "entry-missing");
        cell(page, form.men(form.victims())).focus();
        page.keyboard().type("3");
        page.keyboard().press("Enter");
        saved(page);
        button(page, "Nộp biểu").click();
        assertThat(page.getByText("Đã nộp biểu.")).isVisible();
        assertThat(cell(page, form.women(form.victims()))).not().isEditable();
        browser.look(page, "entry-sent");
    }

    private void corrected(Page page, Browser browser) {
        cell(page, form.women(form.victims())).focus();
        button(page, "Sửa kèm lý do").click();
        Locator panel = page.locator("#ent-panel");
        panel.getByLabel("Số đúng").fill("8");
        panel.getByLabel("Lý do sửa").fill("Đếm sót hai hồ sơ");
        browser.look(page, "entry-correcting");
        panel.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Sửa").setExact(true))
                .click();
        assertThat(page.getByText("Đã sửa.")).isVisible();
        assertThat(cell(page, form.women(form.victims()))).hasValue("8");
        cell(page, form.women(form.victims())).focus();
        page.keyboard().press("Shift+F2");
        assertThat(page.locator("#ent-panel")).containsText("Lý do: Đếm sót hai hồ sơ");
        assertThat(page.locator("#ent-panel .bq-events li b").first()).hasText("8");
        browser.look(page, "entry-history");
        page.keyboard().press("Escape");
    }

    /** Time in the browser stands still but where the test lets it pass. */
    @Test
    void what_is_typed_without_a_rest_is_sent_a_quarter_of_a_second_after_the_first_of_it() {
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, Device.LAPTOP, "canbo1_");
            page.clock().install();
            open(page, address);
            page.clock()
                    .pauseAt(System.currentTimeMillis() + Duration.ofHours(1).toMillis());
            AtomicInteger sent = new AtomicInteger();
            page.onRequest(request -> sent.addAndGet(request.method().equals("POST") ? 1 : 0));
            cell(page, form.women(form.victims())).focus();
            page.keyboard().type("5");
            page.keyboard().press("ArrowRight");
            page.clock().runFor(200);
            page.keyboard().type("2");
            page.keyboard().press("ArrowDown");
            assertThat(sent).hasValue(0);

            page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.clock().runFor(100));
            assertThat(stored(form.women(form.victims()))).isEqualTo("5");
            assertThat(stored(form.men(form.victims()))).isEqualTo("2");
        }
    }

    @Test
    void who_signs_out_leaves_no_page_behind_and_what_was_not_sent_waits_for_them() {
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, Device.LAPTOP, "canbo1_");
            open(page, address);
            page.waitForFunction("async () => (await caches.keys()).some((name) => name.startsWith('entry:'))");
            page.route("**/cells", route -> {
                if (route.request().method().equals("POST")) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            cell(page, form.women(form.victims())).focus();
            page.keyboard().type("17");
            page.keyboard().press("Enter");
            assertThat(page.locator("#ent-state")).containsText("1 ô giữ trên máy này");
            page.onDialog(Dialog::accept);
            page.locator(".bq-menu summary").first().click();
            button(page, "Đăng xuất").click();
            page.waitForURL(Pattern.compile(".*/sign-in.*"));
            page.waitForFunction("async () => !(await caches.keys()).some((name) => name.startsWith('entry:'))");
            page.unrouteAll();

            signIn(page, "congan1_");
            open(page, address);
            assertThat(cell(page, form.women(form.victims()))).hasValue("");
            page.locator(".bq-menu summary").first().click();
            button(page, "Đăng xuất").click();
            page.waitForURL(Pattern.compile(".*/sign-in.*"));

            signIn(page, "canbo1_");
            open(page, address);
            assertThat(cell(page, form.women(form.victims()))).hasValue("17");
            saved(page);
            assertThat(stored(form.women(form.victims()))).isEqualTo("17");
            assertThat(browser.complaints())
                    .filteredOn(EntryJourneyTest::unexpected)
                    .isEmpty();
        }
    }

    @Test
    void who_signs_in_again_beside_goes_on_where_they_were() {
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, Device.LAPTOP, "canbo1_");
            open(page, address);
            page.context().clearCookies();
            cell(page, form.women(form.victims())).focus();
            page.keyboard().type("21");
            page.keyboard().press("Enter");
            assertThat(page.locator("#ent-state")).containsText("Phiên đã hết: 1 ô giữ trên máy này");
            browser.look(page, "entry-ended");
            Page beside = page.context().newPage();
            beside.navigate("http://localhost:" + port + "/");
            signIn(beside, "canbo1_");
            page.bringToFront();
            page.evaluate("window.dispatchEvent(new Event('focus'))");
            saved(page);
            assertThat(stored(form.women(form.victims()))).isEqualTo("21");
            assertThat(browser.complaints())
                    .filteredOn(EntryJourneyTest::unexpected)
                    .isEmpty();
        }
    }

    private static boolean unexpected(String complaint) {
        return List.of("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "status of 401", "status of 422").stream()
                .noneMatch(complaint::contains);
    }

    private Page signedIn(Browser browser, Device device, String username) {
        Page page = browser.visitor(device);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.navigate("http://localhost:" + port + "/");
        signIn(page, username);
        return page;
    }

    private void signIn(Page page, String username) {
        page.getByLabel("Tên đăng nhập").fill(username + province.consolidator().province());
        page.getByLabel("Mật khẩu").fill(Provinces.PASSWORD);
        button(page, "Đăng nhập").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Việc của tôi")))
                .isVisible();
    }

    private void open(Page page, String at) {
        page.navigate("http://localhost:" + port + at);
        assertThat(page.locator("#ent-tools")).isVisible();
    }

    private static void paste(Page page, CellKey at, String text) {
        cell(page, at).focus();
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
        page.keyboard().press("Control+v");
    }

    private static void saved(Page page) {
        assertThat(page.locator("#ent-state")).hasText("Đã lưu");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator box(Page page, CellKey cell) {
        return page.locator(
                "[id='c-%d.%d']".formatted(cell.element(), cell.breakdown().key()));
    }

    private static Locator cell(Page page, CellKey cell) {
        return page.locator(
                "[id='i-%d.%d']".formatted(cell.element(), cell.breakdown().key()));
    }

    private static Locator total(Page page, CellKey cell) {
        return box(page, cell).locator("span.ent-cell");
    }

    private String stored(CellKey cell) {
        return jdbc.sql("""
            select value::text
              from data_value
             where province_id = :province and element_key = :element and breakdown_key = :breakdown
            """)
                .param("province", province.consolidator().province())
                .param("element", cell.element())
                .param("breakdown", cell.breakdown().key())
                .query(String.class)
                .single();
    }
}
