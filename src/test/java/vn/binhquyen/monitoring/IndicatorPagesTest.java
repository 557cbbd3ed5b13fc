package vn.binhquyen.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.binhquyen.testing.SignedInAs.person;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.query.IndicatorFilter;
import vn.binhquyen.monitoring.query.IndicatorList;
import vn.binhquyen.monitoring.query.IndicatorPage;
import vn.binhquyen.monitoring.query.IndicatorPages;
import vn.binhquyen.monitoring.query.SourcePage;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Catalogue;
import vn.binhquyen.statistics.Cell;
import vn.binhquyen.statistics.Indicator;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.Nature;
import vn.binhquyen.statistics.Sheet;
import vn.binhquyen.statistics.ValueStatus;
import vn.binhquyen.statistics.Values;
import vn.binhquyen.statistics.query.AddedUp;
import vn.binhquyen.statistics.query.Drawn;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

/** Indicators of a province and its communes; the tests' day is 15 January 2026. */
@IntegrationTest
class IndicatorPagesTest {
    private static final String LEADERS = "NQ28-1.1";
    private static final String VICTIMS = "NQ28-3.2a";
    private static final String PUPILS = "NQ28-5.2a";
    private static final Period LAST = Period.year(2025);

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Values values;

    @Autowired
    IndicatorPages pages;

    @Autowired
    CurrentActor current;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext application;

    private Province province;
    private Commune first;
    private Commune second;
    private Commune third;
    private Actor officer;

    @BeforeEach
    void found() {
        province = provinces.found();
        first = province.commune();
        second = province.anotherCommune(2);
        third = province.anotherCommune(3);
        officer = first.standingOfficer();
    }

    @Test
    void an_indicator_of_a_unit_stands_beside_what_is_aimed_at() throws Exception {
        give(first, LEADERS, Period.year(2024), Breakdown.TOTAL, 12, 30);
        give(first, LEADERS, LAST, Breakdown.TOTAL, 20, 32);
        Document page = page(officer, "/indicators/" + id(LEADERS));
        assertThat(page.select(".mon-tile .bq-figure").text()).startsWith("62,5%");
        assertThat(page.select(".mon-tile").eachText().getFirst())
                .contains("20 trên 32", "ít nhất 60%", "đến năm 2025", "Đạt");
        assertThat(page.select("[data-table=series] tbody tr").eachText())
                .hasSize(3)
                .anyMatch(row -> row.contains("40%"));
        assertThat(page.select("[data-table=targets] tbody tr").text()).contains("Chiến lược quốc gia", "75%");
        assertThat(page.select("#definition + dl").text()).contains("Càng cao càng tốt");
    }

    @Test
    void women_and_men_stand_side_by_side_and_their_gap_is_a_measure_of_its_own() throws Exception {
        give(first, PUPILS, LAST, Breakdown.WOMEN, 90, 120);
        give(first, PUPILS, LAST, Breakdown.MEN, 72, 80);
        Document page = page(officer, "/indicators/" + id(PUPILS));
        assertThat(page.select(".mon-sexes .w").text()).contains("Nữ", "75%", "90 trên 120");
        assertThat(page.select(".mon-sexes .m").text()).contains("Nam", "90%", "72 trên 80");
        assertThat(page.select(".mon-tile .bq-facts").text()).contains("-15 điểm %", "nữ thấp hơn nam", "0,83", "125");
    }

    @Test
    void units_below_are_ranked_the_best_first_and_those_of_a_small_base_are_not() {
        give(first, LEADERS, LAST, Breakdown.TOTAL, 12, 40);
        give(second, LEADERS, LAST, Breakdown.TOTAL, 20, 40);
        give(third, LEADERS, LAST, Breakdown.TOTAL, 3, 4);
        Commune silent = province.anotherCommune(4);
        IndicatorPage page = read(province.consolidator(), province.unit());
        assertThat(page.below())
                .extracting(row -> row.unit().id(), IndicatorPage.Row::rank)
                .containsExactly(
                        tuple(second.unit(), 1),
                        tuple(first.unit(), 2),
                        tuple(third.unit(), null),
                        tuple(silent.unit(), null));
    }

    @Test
    void where_no_unit_has_an_outline_the_page_says_so_and_shows_the_table() throws Exception {
        give(first, LEADERS, LAST, Breakdown.TOTAL, 12, 40);
        Document page = page(province.consolidator(), "/indicators/" + id(LEADERS) + "?unit=" + province.unit());
        assertThat(page.select("[data-chart=map]")).isEmpty();
        assertThat(page.text()).contains("không có ranh giới trên bản đồ");
        assertThat(page.select("[data-table=below] tbody tr")).hasSize(3);
    }

    @Test
    void from_a_figure_one_walks_to_who_gave_it() throws Exception {
        give(first, LEADERS, LAST, Breakdown.TOTAL, 12, 40);
        Document page = page(officer, "/indicators/" + id(LEADERS));
        String link = Objects.requireNonNull(page.selectFirst(".bq-figure a")).attr("href");
        Document sources = page(officer, link);
        assertThat(sources.select("tbody tr").eachText())
                .hasSize(2)
                .anyMatch(row -> row.contains("12") && row.contains("Hoàng Thị Thu") && row.contains("Đã chấp nhận"));
        assertThat(sources.select(".bq-facts").text()).contains("12", "40");
    }

    /** A report gave those who were helped in the half-year by sex, and those who were found there only in total. */
    @Test
    void what_is_divided_comes_from_the_same_kind_of_periods_and_so_do_its_sources() throws Exception {
        for (int quarter = 1; quarter <= 2; quarter++) {
            Period period = Period.of(Period.Kind.QUARTER, 2025, quarter);
            give(first, VICTIMS, period, Breakdown.TOTAL, 6, 10);
            give(first, VICTIMS, period, Breakdown.WOMEN, 5, 8);
            give(first, VICTIMS, period, Breakdown.MEN, 1, 2);
        }
        Indicator victims = indicator(VICTIMS);
        write(
                first,
                Period.of(Period.Kind.HALF_YEAR, 2025, 1),
                Map.of(
                        cell(victims, Part.NUMERATOR, Breakdown.TOTAL), 18,
                        cell(victims, Part.NUMERATOR, Breakdown.WOMEN), 9,
                        cell(victims, Part.NUMERATOR, Breakdown.MEN), 9,
                        cell(victims, Part.DENOMINATOR, Breakdown.TOTAL), 30));
        AddedUp.all(application);
        Document page = page(officer, "/indicators/" + id(VICTIMS) + "?year=2025");
        assertThat(page.select(".mon-tile").eachText().getFirst()).contains("60%", "12 trên 20");
        assertThat(page.select(".mon-sexes .m").text()).contains("50%", "2 trên 4");
        Document sources = page(
                officer,
                Objects.requireNonNull(page.selectFirst(".bq-figure a")).attr("href"));
        assertThat(sources.select("tbody tr").eachText())
                .hasSize(4)
                .allMatch(row -> row.contains("Quý I/2025") || row.contains("Quý II/2025"));
    }

    @Test
    void sources_come_page_by_page_and_each_once() {
        for (int month = 1; month <= 12; month++) {
            give(first, LEADERS, Period.of(Period.Kind.MONTH, 2025, month), Breakdown.TOTAL, month, 40);
            give(second, LEADERS, Period.of(Period.Kind.MONTH, 2025, month), Breakdown.TOTAL, month, 40);
            give(third, LEADERS, Period.of(Period.Kind.MONTH, 2025, month), Breakdown.TOTAL, month, 40);
        }
        Commune fourth = province.anotherCommune(4);
        Commune fifth = province.anotherCommune(5);
        for (int month = 1; month <= 12; month++) {
            give(fourth, LEADERS, Period.of(Period.Kind.MONTH, 2025, month), Breakdown.TOTAL, month, 40);
            give(fifth, LEADERS, Period.of(Period.Kind.MONTH, 2025, month), Breakdown.TOTAL, month, 40);
        }
        var one = sources(null);
        assertThat(one.sources()).hasSize(100);
        var two = sources(one.next());
        assertThat(two.sources()).hasSize(20).doesNotContainAnyElementsOf(one.sources());
        assertThat(two.next()).isNull();
    }

    @Test
    void what_is_missing_or_odd_comes_first_where_that_is_asked_for() {
        for (int year = 2021; year < 2025; year++) {
            give(first, LEADERS, Period.year(year), Breakdown.TOTAL, 12, 40);
        }
        give(first, LEADERS, LAST, Breakdown.TOTAL, 36, 40);
        IndicatorList list = list(new IndicatorFilter("", "NQ28", null, true));
        assertThat(list.year()).isEqualTo(2025);
        assertThat(list.odd()).isEqualTo(1);
        assertThat(list.lines().getFirst().missing()).isTrue();
        List<IndicatorList.Line> known =
                list.lines().stream().filter(line -> !line.missing()).toList();
        assertThat(known.getFirst().definition().code()).isEqualTo(LEADERS);
        assertThat(known.getFirst().trend()).isEqualTo(1);
    }

    @Test
    void the_list_is_searched_without_accents_and_costs_the_same_for_few_as_for_all() {
        give(first, LEADERS, LAST, Breakdown.TOTAL, 12, 40);
        give(first, VICTIMS, LAST, Breakdown.TOTAL, 1, 2);
        assertThat(list(new IndicatorFilter("lanh dao chu chot", null, null, false))
                        .lines())
                .extracting(line -> line.definition().code())
                .contains(LEADERS);
        long few = Statements.countIn(() -> list(new IndicatorFilter("NQ28-3", null, null, false)));
        long all = Statements.countIn(() -> list(new IndicatorFilter("", null, null, false)));
        assertThat(all).isEqualTo(few);
    }

    @Test
    void the_list_and_the_page_of_a_unit_show_figures_targets_and_trend() throws Exception {
        give(first, LEADERS, Period.year(2024), Breakdown.TOTAL, 12, 40);
        give(first, LEADERS, LAST, Breakdown.TOTAL, 20, 40);
        for (String address : List.of("/indicators", "/units/" + first.unit() + "/figures")) {
            Document page = page(officer, address);
            String line = page.select(".mon-line").eachText().stream()
                    .filter(text -> text.contains(LEADERS))
                    .findFirst()
                    .orElseThrow();
            assertThat(line).as(address).contains("50%", "20 trên 40", "tăng (tốt lên)", "ít nhất 60%", "Không đạt");
            assertThat(page.select(".mon-spark")).as(address).isNotEmpty();
        }
    }

    @Test
    void what_is_shown_is_downloaded_as_a_spreadsheet_and_as_csv() throws Exception {
        give(first, LEADERS, LAST, Breakdown.TOTAL, 12, 40);
        byte[] xlsx =
                answer(officer, "/indicators/" + id(LEADERS) + "/figures.xlsx").getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThanOrEqualTo(2);
        }
        MockHttpServletResponse csv = answer(officer, "/indicators/" + id(LEADERS) + "/figures.csv");
        assertThat(new String(csv.getContentAsByteArray(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFMã đơn vị,")
                .contains(",2025,Chung,30.000000,%,12,40,1,");
        assertThat(answer(officer, "/indicators.xlsx").getContentAsByteArray()).isNotEmpty();
    }

    @Test
    void outlines_are_kept_by_the_browser_for_a_year() throws Exception {
        MockHttpServletResponse nation = answer(officer, "/outlines.geojson");
        assertThat(nation.getHeader("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(nation.getContentAsString(StandardCharsets.UTF_8)).contains("\"FeatureCollection\"");
        assertThat(answer(officer, "/outlines.geojson?province=01").getContentAsString(StandardCharsets.UTF_8))
                .contains("\"00004\"");
        assertThat(answer(officer, "/outlines.geojson?province=../provinces").getStatus())
                .isEqualTo(404);
    }

    @Test
    void nonsense_in_the_address_leaves_the_question_open() throws Exception {
        String page = "/indicators/" + id(LEADERS);
        for (String asked :
                List.of("?year=abc", "?year=99999", "?period=12", "?period=9202601", "?drawn=X", "?each=Q")) {
            assertThat(answer(officer, page + asked).getStatus()).as(asked).isEqualTo(200);
        }
        assertThat(answer(officer, page + "/sources?by=987654").getStatus()).isEqualTo(404);
        assertThat(answer(officer, page + "/sources?after=x").getStatus()).isEqualTo(200);
    }

    private SourcePage sources(@Nullable String after) {
        return current.as(
                province.consolidator(),
                () -> pages.sources(
                        province.consolidator(),
                        indicator(LEADERS).id(),
                        province.unit(),
                        LAST,
                        Breakdown.TOTAL,
                        Drawn.THEN,
                        after));
    }

    private IndicatorList list(IndicatorFilter filter) {
        return current.as(officer, () -> pages.list(officer, first.unit(), null, filter));
    }

    private IndicatorPage read(Actor reader, UnitId unit) {
        return current.as(
                reader, () -> pages.page(reader, indicator(LEADERS).id(), unit, Period.Kind.YEAR, LAST, Drawn.THEN));
    }

    private String id(String code) {
        return indicator(code).id().toString();
    }

    private Indicator indicator(String code) {
        return current.as(
                officer,
                () -> catalogue.national().stream()
                        .filter(one -> code.equals(one.code()))
                        .findFirst()
                        .orElseThrow());
    }

    private void give(Commune commune, String code, Period period, Breakdown by, int numerator, int denominator) {
        Indicator indicator = indicator(code);
        write(
                commune,
                period,
                Map.of(
                        cell(indicator, Part.NUMERATOR, by),
                        numerator,
                        cell(indicator, Part.DENOMINATOR, by),
                        denominator));
    }

    private void write(Commune commune, Period period, Map<Cell, Integer> numbers) {
        Map<Cell, @Nullable BigDecimal> given = new HashMap<>();
        numbers.forEach((cell, number) -> given.put(cell, BigDecimal.valueOf(number)));
        Actor actor = commune.standingOfficer();
        current.as(actor, () -> {
            Unit unit = organization.unit(commune.unit());
            values.write(
                    actor,
                    new Sheet(unit.id(), unit.province(), unit.key(), period, Sheet.OFFICIAL),
                    UUID.randomUUID(),
                    ValueStatus.ACCEPTED,
                    given);
        });
    }

    private static Cell cell(Indicator indicator, Part part, Breakdown by) {
        return new Cell(indicator.element(part).orElseThrow().key(), by, Nature.ACTUAL);
    }

    private Document page(Actor reader, String address) throws Exception {
        MockHttpServletResponse answer = answer(reader, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        Document page = Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
        Element main = Objects.requireNonNull(page.selectFirst("main"));
        assertThat(main.text()).doesNotContain("??");
        return page;
    }

    private MockHttpServletResponse answer(Actor reader, String address) throws Exception {
        return mvc.perform(get(address).with(person(reader))).andReturn().getResponse();
    }
}
