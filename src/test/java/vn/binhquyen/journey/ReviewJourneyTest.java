package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class ReviewJourneyTest {
    /** In milliseconds: the first reading of a document on a busy machine takes its time. */
    private static final int PATIENCE = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @ParameterizedTest
    @EnumSource
    void an_officer_hands_in_a_document_and_mends_its_reading(Device device) throws IOException {
        Province province = provinces.found();
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, device, province);
            page.navigate("http://localhost:" + port + "/plans/new/document");
            browser.look(page, "upload-" + device);
            page.locator("#file").setInputFiles(sample());
            button(page, "Đọc văn bản").click();

            assertThat(page.locator("#draft-head")).containsText("ke-hoach.docx");
            browser.look(page, "review-goals-" + device);
            if (device == Device.PHONE) {
                page.locator(".bq-two a[data-show=document]").click();
                browser.look(page, "review-document-" + device);
            }
            page.locator(".bq-source a.fact.w[data-section=goals]").first().click();
            Locator open = page.locator(".bq-item.open");
            assertThat(open.first()).isVisible();
            browser.look(page, "review-open-" + device);

            Locator value = page.locator("[name=f_value]").first();
            page.waitForResponse(Pattern.compile("/draft/items/[0-9a-f-]{36}$"), () -> value.fill("29"));
            assertThat(page.locator("#saved")).containsText("đã lưu");
            assertThat(page.locator(".bq-autosave.unsaved")).hasCount(0);
            page.reload();
            assertThat(page.locator("[name=f_value]").first()).hasValue("29");

            browser.look(page, "review-contradiction-" + device);
            page.locator(".bq-reword button").first().click();
            assertThat(page.locator(".bq-reword")).hasCount(0);
            assertThat(page.locator(".bq-item.open textarea[name=f_text]").first())
                    .hasValue(Pattern.compile("xuống 29%"));
            assertThat(page.locator("#draft-head .bq-warn")).isVisible();

            for (String section : new String[] {"tasks", "parties", "reports", "bases", "general", "review"}) {
                page.locator(".bq-chips a[href$='section=" + section + "']").click();
                assertThat(page.locator("#draft-section")).hasAttribute("data-section", section);
                browser.look(page, "review-" + section + "-" + device);
            }
            page.locator(".bq-chips a[href$='section=tasks']").click();
            assertThat(page.locator("#draft-section")).hasAttribute("data-section", "tasks");
            page.locator("#draft-section .bq-rows a.bq-entry").first().click();
            assertThat(open).isVisible();
            browser.look(page, "review-task-" + device);
            page.locator(".bq-chips a[href$='section=parties']").click();
            assertThat(page.locator("#draft-section")).hasAttribute("data-section", "parties");
            page.locator("#draft-section .bq-rows a.bq-entry").first().click();
            assertThat(open).isVisible();
            browser.look(page, "review-party-" + device);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "LAPTOP")
    void words_are_chosen_made_a_task_and_taken_back_with_the_keyboard_alone(Device device) throws IOException {
        Province province = provinces.found();
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, device, province);
            page.navigate("http://localhost:" + port + "/plans/new/document");
            page.locator("#file").setInputFiles(sample());
            button(page, "Đọc văn bản").click();
            assertThat(page.locator("#draft-head")).containsText("ke-hoach.docx");

            assertThat(page.locator("#desk")).hasAttribute("data-ready", "keys");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            browser.look(page, "review-keys-" + device);
            page.keyboard().press("Escape");
            assertThat(page.locator("#keys")).isHidden();

            page.keyboard().press("j");
            page.keyboard().press("c");
            page.keyboard().press("Shift+ArrowRight");
            page.keyboard().press("Shift+ArrowRight");
            assertThat(page.locator("#make")).isVisible();
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            assertThat(page.locator("#draft-section")).hasAttribute("data-section", "tasks");
            assertThat(page.locator(".bq-item.open textarea[name=f_text]")).isFocused();
            assertThat(page.locator(".bq-undo")).isVisible();

            page.keyboard().press("Escape");
            assertThat(page.locator(".bq-item.open")).hasCount(0);
            page.keyboard().press("u");
            assertThat(page.locator(".bq-undo")).hasCount(0);
            page.locator("#accept-certain").click();
            assertThat(page.locator("#accept-certain")).hasCount(0);
            page.locator(".bq-chips a[href$='section=compare']").click();
            assertThat(page.locator("#draft-section")).hasAttribute("data-section", "compare");
            browser.look(page, "review-compare-" + device);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "LAPTOP")
    void a_lost_line_keeps_what_was_typed_and_saves_it_when_it_is_back(Device device) throws IOException {
        Province province = provinces.found();
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, device, province);
            page.navigate("http://localhost:" + port + "/plans/new/document");
            page.locator("#file").setInputFiles(sample());
            button(page, "Đọc văn bản").click();
            page.locator(".bq-chips a[href$='section=general']").click();
            Locator title = page.locator("#f-head-title");
            page.context().setOffline(true);
            title.fill("Tên gõ khi mất mạng");
            assertThat(page.locator("#saved")).containsText("Mất kết nối");
            assertThat(title).hasValue("Tên gõ khi mất mạng");
            page.context().setOffline(false);
            assertThat(page.locator("#saved"))
                    .containsText(
                            Pattern.compile("đã lưu"),
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setTimeout(15000));
            page.reload();
            assertThat(title).hasValue("Tên gõ khi mất mạng");
        }
    }

    private Page signedIn(Browser browser, Device device, Province province) {
        Page page = browser.visitor(device);
        page.setDefaultTimeout(PATIENCE);
        setDefaultAssertionTimeout(PATIENCE);
        page.navigate("http://localhost:" + port + "/");
        page.getByLabel("Tên đăng nhập")
                .fill("canbo1_" + province.consolidator().province());
        page.getByLabel("Mật khẩu").fill(Provinces.PASSWORD);
        button(page, "Đăng nhập").click();
        assertThat(page.locator("h1")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static FilePayload sample() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ReviewJourneyTest.class.getResourceAsStream("/demo/ke-hoach-xa-thuong-son-2026.docx"))) {
            return new FilePayload(
                    "ke-hoach.docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    in.readAllBytes());
        }
    }
}
