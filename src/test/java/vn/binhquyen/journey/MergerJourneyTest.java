package vn.binhquyen.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.journey.Browser.Device;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.exchange.FigureFormat;
import vn.binhquyen.statistics.exchange.FigureImports;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** Two communes became one in the middle of 2026: the province reads its figures by the boundaries of then and of today. */
@IntegrationTest
class MergerJourneyTest {
    private static final LocalDate MERGED = LocalDate.of(2026, 7, 1);
    private static final String HELPED = "NQ28-3.2a.NUM";
    private static final String FOUND = "NQ28-3.2a.DEN";

    @LocalServerPort
    int port;

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    FigureImports imports;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void figures_of_the_former_communes_are_shown_where_they_were_given_and_where_they_belong_today(Device device) {
        Province province = provinces.found();
        Actor consolidator = province.consolidator();
        Commune first = province.commune();
        Commune second = province.anotherCommune(2);
        Commune third = province.anotherCommune(3);
        clock.moveTo(LocalDate.of(2026, 6, 30));
        give(consolidator, "2026S1", Map.of(first, "30,40", second, "30,60", third, "45,50"));
        clock.moveTo(MERGED);
        Commune merged = province.merged(4, MERGED, first, second);
        clock.moveTo(LocalDate.of(2027, 1, 5));
        give(consolidator, "2026S2", Map.of(merged, "80,80", third, "45,90"));

        try (Browser browser = Browser.open()) {
            Page page = browser.visitor(device);
            signIn(page, "chuyenvien" + consolidator.province());
            page.navigate(address("/indicators/" + indicator() + "?period=3202601"));
            Locator below = page.locator("[data-table=below]");
            assertThat(row(below, consolidator, first)).containsText("75");
            assertThat(row(below, consolidator, second)).containsText("50");
            assertThat(row(below, consolidator, third)).containsText("90");
            assertThat(row(below, consolidator, first)).containsText("đã kết thúc");
            assertThat(below.getByText(name(consolidator, merged.unit()))).hasCount(0);
            browser.look(page, "merger-then-" + device);

            link(page, "Theo địa giới hiện hành").click();
            assertThat(row(below, consolidator, merged)).containsText("60");
            assertThat(row(below, consolidator, merged)).containsText("60 trên 100");
            assertThat(row(below, consolidator, third)).containsText("90");
            assertThat(below.getByText(name(consolidator, first.unit()))).hasCount(0);
            browser.look(page, "merger-today-" + device);

            row(below, consolidator, merged)
                    .getByRole(AriaRole.LINK)
                    .getByText("60", new Locator.GetByTextOptions().setExact(false))
                    .first()
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Số liệu này từ đâu")))
                    .isVisible();
            for (Commune former : new Commune[] {first, second}) {
                assertThat(page.locator("tbody")
                                .getByText(name(consolidator, former.unit()))
                                .first())
                        .isVisible();
            }
            browser.look(page, "merger-sources-" + device);

            page.navigate(address("/indicators/" + indicator() + "?period=3202602"));
            assertThat(row(below, consolidator, merged)).containsText("100");
            assertThat(below.getByText(name(consolidator, first.unit()))).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** @param figures of each commune: how many were helped, of how many that were found */
    private void give(Actor by, String period, Map<Commune, String> figures) {
        StringBuilder file = new StringBuilder("period,orgunit,dataelement,categoryoptioncombo,value\n");
        figures.forEach((commune, numbers) -> {
            String code = current.as(by, () -> organization.unit(commune.unit()).code());
            String[] both = numbers.split(",");
            file.append("%s,%s,%s,,%s\n".formatted(period, code, HELPED, both[0]));
            file.append("%s,%s,%s,,%s\n".formatted(period, code, FOUND, both[1]));
        });
        assertThat(current.as(
                                by,
                                () -> imports.take(
                                        by,
                                        by.unit(),
                                        FigureFormat.CSV,
                                        new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)),
                                        false))
                        .errors())
                .isEmpty();
    }

    private Locator row(Locator table, Actor reader, Commune commune) {
        return table.locator("tbody tr", new Locator.LocatorOptions().setHasText(name(reader, commune.unit())));
    }

    private String name(Actor reader, UnitId unit) {
        return current.as(reader, () -> organization.unit(unit).name());
    }

    private String indicator() {
        return jdbc.sql("select id::text from indicator where code = 'NQ28-3.2a'")
                .query(String.class)
                .single();
    }

    private void signIn(Page page, String username) {
        page.navigate(address("/sign-in"));
        page.getByLabel("Tên đăng nhập").fill(username);
        page.getByLabel("Mật khẩu", new Page.GetByLabelOptions().setExact(true)).fill(Provinces.PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Đăng nhập").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Việc của tôi")))
                .isVisible();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
