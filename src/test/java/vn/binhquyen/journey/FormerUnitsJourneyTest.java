package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.committee.Committees;
import vn.binhquyen.committee.DecisionKind;
import vn.binhquyen.committee.NewDecision;
import vn.binhquyen.committee.NewSeat;
import vn.binhquyen.committee.SeatRole;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.NewPlan;
import vn.binhquyen.plan.Numbering;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.plan.SampleContents;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** Two communes became one: its standing officer finds what they left behind, and who keeps units finds the units. */
@IntegrationTest
class FormerUnitsJourneyTest {
    private static final LocalDate MERGED = LocalDate.of(2026, 6, 1);

    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @Autowired
    Plans plans;

    @Autowired
    Committees committees;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @ParameterizedTest
    @EnumSource
    void the_officer_of_the_new_commune_finds_plans_reports_tasks_agencies_and_the_committee_of_before(Device device) {
        Province province = provinces.found();
        Commune first = province.commune();
        issue(first);
        establish(first);
        Commune second = province.anotherCommune(2);
        clock.moveTo(MERGED);
        Commune merged = province.merged(3, MERGED, first, second);
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "canbo3_" + province.consolidator().province(), Provinces.PASSWORD);
            assertThat(page.getByText("Chưa có Ban Vì sự tiến bộ của phụ nữ").first())
                    .isVisible();
            browser.look(page, "former-home-" + device);
            for (String list : List.of("plans", "reports", "tasks", "agencies")) {
                page.navigate(address("/" + list));
                assertThat(page.getByText("(đến 31/05/2026)").first()).isAttached();
                browser.look(page, "former-" + list + "-" + device);
            }
            page.navigate(address("/plans"));
            page.getByLabel("Đơn vị cũ").selectOption("Chỉ của đơn vị hiện nay");
            button(page, "Lọc").click();
            assertThat(page.getByText("Không có kế hoạch nào khớp")).isVisible();
            page.navigate(address("/units/" + merged.unit() + "/committee"));
            browser.look(page, "former-committee-none-" + device);
            page.navigate(address("/units/" + first.unit() + "/committee"));
            browser.look(page, "former-committee-ended-" + device);
            page.navigate(address("/agencies/" + first.police()));
            browser.look(page, "former-agency-tasks-" + device);

            page.navigate(address("/agencies/" + merged.health() + "/edit"));
            page.getByLabel("Tên đầy đủ").fill("Trung tâm Y tế khu vực");
            page.getByLabel("Từ ngày").first().fill("01/09/2026");
            button(page, "Lưu").click();
            assertThat(page.getByText("sắp có hiệu lực").first()).isVisible();
            page.getByLabel("Từ ngày").first().fill("01/10/2026");
            button(page, "Giao làm thường trực").click();
            assertThat(button(page, "Rút việc giao này")).isVisible();
            browser.look(page, "agency-coming-" + device);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_keeps_units_has_them_in_the_navigation_and_on_a_phone_the_rest_behind_more(Device device) {
        provinces.administrator();
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "quantri", Provinces.PASSWORD);
            Locator navigation = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Chính"));
            navigation
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Đơn vị"))
                    .click();
            assertThat(page).hasURL(address("/units"));
            if (device == Device.PHONE) {
                navigation.getByText("Thêm").click();
            }
            assertThat(navigation.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Nhật ký")))
                    .isVisible();
            browser.look(page, "navigation-" + device);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void issue(Commune commune) {
        Actor officer = commune.standingOfficer();
        PlanContent content = SampleContents.small(
                commune.culture(), commune.police(), List.of(commune.health(), commune.womensUnion()));
        PlanId id =
                current.as(officer, () -> plans.begin(officer, new NewPlan(officer.unit(), null, "KH-UBND", content)));
        current.as(officer, () -> plans.submit(officer, id, version(officer, id)));
        current.as(commune.leader(), () -> plans.approve(commune.leader(), id, version(commune.leader(), id)));
        Numbering numbering = new Numbering(12, LocalDate.of(2026, 1, 15));
        current.as(commune.clerk(), () -> plans.issue(commune.clerk(), id, version(commune.clerk(), id), numbering));
    }

    private long version(Actor actor, PlanId id) {
        return current.as(actor, () -> plans.draft(actor, id).head().version());
    }

    private void establish(Commune commune) {
        Actor officer = commune.standingOfficer();
        LocalDate day = LocalDate.of(2025, 9, 10);
        NewSeat head = new NewSeat("Triệu Văn Lâm", "Phó Chủ tịch UBND xã", null, null, SeatRole.HEAD);
        current.as(
                officer,
                () -> committees.decide(
                        officer,
                        new NewDecision(
                                commune.unit(),
                                DecisionKind.ESTABLISH,
                                "Ban Vì sự tiến bộ của phụ nữ xã",
                                58,
                                "QĐ-UBND",
                                day,
                                day,
                                "Triệu Văn Quý",
                                Set.of(),
                                List.of(head),
                                -1)));
    }

    private void signIn(Page page, String username, String password) {
        page.navigate(address("/sign-in"));
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu").fill(password);
        button(page, "Đăng nhập").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
