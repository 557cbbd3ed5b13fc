package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.platform.demonstration.Demonstration;

/** The whole story of the product, from a Word file to the report that the level above receives, by the people it is for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanToReportJourneyTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+/KH-UBND");
    private static final LocalDate WRITING = LocalDate.of(2026, 11, 23);
    private static final LocalDate REPORTING = LocalDate.of(2027, 5, 31);

    private DemonstrationSite site;
    private String number = "";
    private Browser browser;

    @BeforeAll
    void open() throws Exception {
        browser = Browser.open();
        site = DemonstrationSite.open(WRITING);
    }

    @AfterAll
    void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_word_file_becomes_a_plan_its_reports_and_a_consolidated_report(Device device) throws IOException {
        site.turnTo(WRITING);
        String plan = uploadAndCorrect(device);
        approveAndIssue(device, plan);
        site.turnTo(REPORTING);
        workAndReport(device, plan, "cong-an");
        workAndReport(device, plan, "kinh-te");
        String round = returnOneAndAcceptTheOther(device);
        sendAgain(device, "kinh-te");
        String consolidated = consolidate(device, round);
        signAndSendUp(device, consolidated);
        arrives(device);
        assertThat(browser.complaints()).isEmpty();
    }

    /** The standing officer uploads the file, looks at what was understood, corrects two things and sends it on. */
    private String uploadAndCorrect(Device device) throws IOException {
        Page page = signedIn(device, "can-bo");
        browser.look(page, "home-can-bo-" + device);
        page.navigate(site.address() + "/plans/new/document");
        browser.look(page, "upload-" + device);
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "ke-hoach-2027.docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        sampleOf2027()));
        page.locator("main form .btn-primary").click();
        page.waitForURL(Pattern.compile(".*/plans/[0-9a-f-]+/draft.*"));
        String plan = page.url().replaceFirst("/draft.*", "");
        browser.look(page, "review-" + device);

        page.navigate(plan + "/draft?section=review");
        browser.look(page, "review-findings-" + device);
        openTheRisingFall(page);
        correct(page, "f_value", "29");
        correct(page, "f_byYear", "2027");
        page.locator(".bq-reword button").first().click();
        assertThat(page.locator(".bq-reword")).hasCount(0);
        page.waitForTimeout(1500);
        browser.look(page, "review-goal-" + device);
        page.navigate(plan + "/draft?section=general");
        browser.look(page, "review-general-" + device);

        page.locator("form[action$='/draft/submission'] button").click();
        page.waitForURL(Pattern.compile(".*/plans/[0-9a-f-]+(/steps/.*)?$"));
        if (page.url().contains("/steps/")) {
            page.locator("main form .btn-primary").click();
        }
        page.navigate(plan);
        browser.look(page, "plan-in-review-" + device);
        done(page);
        return plan.substring(plan.indexOf("/plans/"));
    }

    private static void correct(Page page, String field, String value) {
        Locator input = page.locator("input[name=" + field + "]")
                .locator("visible=true")
                .first();
        input.fill(value);
        input.press("Tab");
    }

    private static void openTheRisingFall(Page page) {
        page.locator("main a", new Page.LocatorOptions().setHasText("Sửa"))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*item=.*"));
    }

    private void approveAndIssue(Device device, String plan) {
        Page leader = signedIn(device, "lanh-dao");
        browser.look(leader, "home-lanh-dao-" + device);
        leader.navigate(site.address() + plan + "/steps/approval");
        browser.look(leader, "approve-" + device);
        leader.locator("main form .btn-primary").click();
        leader.waitForURL(Pattern.compile(".*" + plan + "$"));
        done(leader);

        Page clerk = signedIn(device, "van-thu");
        browser.look(clerk, "home-van-thu-" + device);
        clerk.navigate(site.address() + plan + "/steps/number");
        clerk.locator("main form .btn-primary").click();
        clerk.waitForURL(Pattern.compile(".*" + plan + "$"));
        browser.look(clerk, "plan-issued-" + device);
        Matcher given = NUMBER.matcher(clerk.locator("main").innerText());
        assertThat(given.find()).as("the plan bears a number").isTrue();
        number = given.group();
        for (String tab : List.of("targets", "tasks", "calendar", "document")) {
            clerk.navigate(site.address() + plan + "/" + tab);
            browser.look(clerk, "plan-" + tab + "-" + device);
        }
        done(clerk);
    }

    /** An officer of an agency finds the new work at home, tells progress, fills the six-month report and sends it. */
    private void workAndReport(Device device, String plan, String person) {
        Page page = signedIn(device, person);
        browser.look(page, "home-" + person + "-" + device);
        page.navigate(site.address() + plan + "/tasks");
        page.locator("main a[href*='" + plan + "/tasks/']").first().click();
        page.locator("main form textarea[name=narrative]")
                .first()
                .fill("Đã rà soát xong hai thôn, lập danh sách chín hộ.");
        assertThat(page.locator("main form input[data-begun]")).isChecked();
        browser.look(page, "task-" + device);
        page.locator("main form .btn-primary").first().click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã lưu cập nhật");
        assertThat(page.locator("main article")).containsText("Đã rà soát xong hai thôn");

        page.navigate(site.address() + "/reports");
        browser.look(page, "reports-" + person + "-" + device);
        openMine(page);
        fillAndCheck(page, device, person);
        page.locator("form[action$='/submit'] button").click();
        page.waitForLoadState();
        assertThat(page.locator("main")).containsText("Đã nộp");
        browser.look(page, "report-sent-" + device);
        done(page);
    }

    /** The six-month report of the plan of 2027, begun where it is not. */
    private void openMine(Page page) {
        page.locator(
                        ".rep-row",
                        new Page.LocatorOptions().setHasText(Pattern.compile("6 tháng đầu năm 2027[\\s\\S]*" + number)))
                .locator("a.btn")
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/reports/.*"));
        Locator begin = page.locator("form[action$='/mine'] button");
        if (begin.count() > 0) {
            begin.click();
        }
        page.waitForURL(Pattern.compile(".*/write.*"));
    }

    private void fillAndCheck(Page page, Device device, String person) {
        String base = page.url().replaceFirst("/write.*", "");
        List<String> steps = page.locator(".rep-steps a").all().stream()
                .map(step -> Objects.requireNonNull(step.getAttribute("href")))
                .toList();
        for (String step : steps) {
            page.navigate(site.address() + step);
            browser.look(page, "write-" + step.replaceFirst(".*step=", "") + "-" + person + "-" + device);
            fillFigures(page);
            fillTexts(page);
            page.waitForTimeout(1800);
        }
        page.navigate(base + "/write?step=check");
        browser.look(page, "write-check-" + person + "-" + device);
    }

    private static void fillFigures(Page page) {
        for (Locator form : page.locator("form[data-autosave][id^='figure-']").all()) {
            for (Locator number : form.locator("input[name^='number-']")
                    .locator("visible=true")
                    .all()) {
                String name = Objects.requireNonNull(number.getAttribute("name"));
                number.fill(numberFor(name));
            }
            if (form.locator("input[name^='number-']").locator("visible=true").count() == 0) {
                form.locator("textarea[name=note]").fill("Đã đưa vào chương trình công tác.");
            }
        }
    }

    private static String numberFor(String slot) {
        if (slot.contains("DENOMINATOR")) {
            return "40";
        }
        if (slot.contains("VALUE")) {
            return "1,6";
        }
        return slot.contains("TOTAL") ? "26" : "13";
    }

    private static void fillTexts(Page page) {
        for (Locator text :
                page.locator("form[data-autosave][id^='section-'] textarea").all()) {
            text.fill("Đã thực hiện theo kế hoạch; số liệu tách theo giới đã được ghi vào sổ.");
        }
    }

    private String returnOneAndAcceptTheOther(Device device) {
        Page page = signedIn(device, "can-bo");
        page.navigate(site.address() + "/reports");
        page.locator(
                        ".rep-row",
                        new Page.LocatorOptions().setHasText(Pattern.compile("6 tháng đầu năm 2027[\\s\\S]*" + number)))
                .locator("a.t")
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/reports/rounds/.*"));
        String round = page.url();
        browser.look(page, "desk-" + device);

        open(page, "Phòng Kinh tế");
        browser.look(page, "received-" + device);
        page.locator("#whole").fill("Đề nghị nêu rõ số phụ nữ dân tộc thiểu số.");
        page.locator("button[form=return-form]").click();
        page.waitForLoadState();

        page.navigate(round);
        open(page, "Công an xã");
        page.locator("form[action$='/accept'] button").click();
        page.waitForLoadState();
        page.navigate(round);
        browser.look(page, "desk-after-" + device);
        done(page);
        return round;
    }

    private static void open(Page desk, String agency) {
        desk.locator(".rep-row", new Page.LocatorOptions().setHasText(agency))
                .locator("a.btn")
                .first()
                .click();
        desk.waitForURL(Pattern.compile(".*/reports/[0-9a-f-]{36}$"));
    }

    private void sendAgain(Device device, String person) {
        Page page = signedIn(device, person);
        browser.look(page, "home-returned-" + device);
        page.navigate(site.address() + "/reports");
        openMine(page);
        page.navigate(page.url().replaceFirst("/write.*", "/write?step=check"));
        page.locator("form[action$='/submit'] button").click();
        page.waitForLoadState();
        done(page);

        Page officer = signedIn(device, "can-bo");
        officer.navigate(site.address() + "/reports");
        officer.locator(
                        ".rep-row",
                        new Page.LocatorOptions().setHasText(Pattern.compile("6 tháng đầu năm 2027[\\s\\S]*" + number)))
                .locator("a.t")
                .first()
                .click();
        open(officer, "Phòng Kinh tế");
        officer.locator("form[action$='/accept'] button").click();
        officer.waitForLoadState();
        done(officer);
    }

    private String consolidate(Device device, String round) {
        Page page = signedIn(device, "can-bo");
        page.navigate(round);
        page.locator("form[action$='/consolidate'] button").click();
        page.waitForURL(Pattern.compile(".*/reports/consolidated/.*"));
        browser.look(page, "consolidate-" + device);
        String consolidated = page.url().replaceFirst("/write.*", "");
        page.locator("form[action$='/sections/RESULTS'] textarea")
                .fill("Tổng hợp: hai cơ quan đã thực hiện đúng tiến độ.");
        page.waitForTimeout(1800);
        page.navigate(consolidated);
        browser.look(page, "consolidated-" + device);
        page.locator("form[action$='/propose'] button").click();
        page.waitForLoadState();
        done(page);
        return consolidated;
    }

    private void signAndSendUp(Device device, String consolidated) throws IOException {
        Page leader = signedIn(device, "lanh-dao");
        leader.navigate(consolidated);
        leader.locator("form[action$='/approve'] button").click();
        leader.waitForLoadState();
        done(leader);

        Page clerk = signedIn(device, "van-thu");
        clerk.navigate(consolidated);
        clerk.locator("form[action$='/issue'] .btn-primary").click();
        clerk.waitForLoadState();
        done(clerk);

        Page officer = signedIn(device, "can-bo");
        officer.navigate(consolidated);
        for (String kind : List.of("docx", "pdf")) {
            Download download = officer.waitForDownload(
                    () -> officer.locator("a[href$='/report." + kind + "']").click());
            byte[] file = Files.readAllBytes(download.path());
            assertThat(new String(file, 0, 4, StandardCharsets.ISO_8859_1))
                    .startsWith(kind.equals("pdf") ? "%PDF" : "PK");
        }
        officer.locator("form[action$='/send-up'] button").click();
        officer.waitForLoadState();
        browser.look(officer, "sent-up-" + device);
        done(officer);
    }

    private void arrives(Device device) {
        Page page = signedIn(device, "tinh");
        browser.look(page, "home-tinh-" + device);
        assertThat(page.locator("main")).containsText("Thượng Sơn");
        page.navigate(site.address() + "/search?q=thuong+son");
        browser.look(page, "search-tinh-" + device);
        done(page);
    }

    private Page signedIn(Device device, String person) {
        Page page = browser.visitor(device);
        page.onDialog(dialog -> dialog.accept());
        page.navigate(site.address() + "/sign-in");
        page.locator("#username").fill(person);
        page.locator("#password").fill(Demonstration.PASSWORD);
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("h1")).containsText("Việc của tôi");
        return page;
    }

    private static void done(Page page) {
        page.context().close();
    }

    /** The sample plan of 2026 as the officer would write it for the next year. */
    private static byte[] sampleOf2027() throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (var sample = Objects.requireNonNull(
                        PlanToReportJourneyTest.class.getResourceAsStream("/demo/ke-hoach-xa-thuong-son-2026.docx"));
                ZipInputStream from = new ZipInputStream(sample);
                ZipOutputStream to = new ZipOutputStream(copy)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = from.readAllBytes();
                to.write(entry.getName().equals("word/document.xml") ? aYearOn(part) : part);
            }
        }
        return copy.toByteArray();
    }

    private static byte[] aYearOn(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .replaceAll("(?<!05/01/)(?<!09/01/)2026(?! - 2030)", "2027")
                .getBytes(StandardCharsets.UTF_8);
    }
}
