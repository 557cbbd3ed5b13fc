package vn.binhquyen.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.binhquyen.access.ApiScope;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.signin.ApiTokens;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reorganisation;
import vn.binhquyen.organization.ReorganisationId;
import vn.binhquyen.organization.Reorganisations;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

/** What other programs are answered, in our words and in those of DHIS2. */
@IntegrationTest
class FigureReadApiTest {
    private static final String VICTIMS = "NQ28-3.2a.DEN";
    private static final String SERVED = "NQ28-3.2a.NUM";

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    ApiTokens tokens;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    private Province founded;
    private Actor person;
    private String token;
    private String province;
    private String first;
    private String second;
    private UnitId secondCommune;

    @BeforeEach
    void found() throws Exception {
        clock.moveTo(LocalDate.of(2026, 11, 23));
        founded = provinces.found();
        person = founded.consolidator();
        token = current.as(
                person, () -> tokens.make(person, "Thử", Set.of(ApiScope.READ_FIGURES, ApiScope.WRITE_FIGURES), 10));
        province = code(founded.unit());
        first = code(founded.commune().unit());
        secondCommune = founded.anotherCommune(2).unit();
        second = code(secondCommune);
        take(
                "2026Q2,%s,%s,sex:female,30".formatted(first, VICTIMS),
                "2026Q2,%s,%s,sex:male,10".formatted(first, VICTIMS),
                "2026Q2,%s,%s,,20".formatted(second, VICTIMS),
                "2026Q2,%s,%s,,36".formatted(first, SERVED),
                "2026Q2,%s,%s,,6".formatted(second, SERVED));
    }

    @Test
    void figures_and_indicators_are_asked_for_together_of_all_communes_below_a_province() throws Exception {
        ask("/api/figures?what=%s,NQ28-3.2a&where=%s/COMMUNE&when=2026Q2".formatted(VICTIMS, province))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.figures", hasSize(4)))
                .andExpect(jsonPath("$.figures[?(@.what == '%s' && @.unit == '%s')].value".formatted(VICTIMS, first))
                        .value(40))
                .andExpect(jsonPath("$.figures[?(@.what == 'NQ28-3.2a' && @.unit == '%s')].value".formatted(first))
                        .value(90))
                .andExpect(jsonPath("$.figures[?(@.what == 'NQ28-3.2a' && @.unit == '%s')].value".formatted(second))
                        .value(30));
    }

    @Test
    void units_of_a_kind_are_asked_for_as_a_group() throws Exception {
        Actor admin = provinces.administrator();
        current.as(admin, () -> {
            ReorganisationId change = reorganisations.propose(
                    admin,
                    person.unit(),
                    new Reorganisation(
                            Reorganisation.Kind.RENAME,
                            List.of(secondCommune),
                            List.of(Reorganisation.Successor.fresh(second, "phường Mẫu Hai", null)),
                            null,
                            null,
                            LocalDate.of(2026, 7, 1),
                            "Nghị quyết 5/NQ"));
            reorganisations.decide(admin, change, 0);
        });
        ask("/api/figures?what=%s&where=%s/phuong&when=2026Q2&drawn=TODAY".formatted(VICTIMS, province))
                .andExpect(jsonPath("$.figures[*].unit", contains(second)));
        ask("/api/figures?what=%s&where=%s/xã&when=2026Q2&drawn=TODAY".formatted(VICTIMS, province))
                .andExpect(jsonPath("$.figures[*].unit", contains(first)));
        String then = "/api/analytics?dimension=dx:%s&dimension=pe:2026Q2&dimension=ou:%s;OU_GROUP-"
                .formatted(VICTIMS, province);
        ask(then + "phường").andExpect(jsonPath("$.height").value(0));
        ask(then + "xã").andExpect(jsonPath("$.rows[*][2]", contains(first, second)));
        ask("/api/figures?what=%s&where=%s/đô thị&when=2026Q2".formatted(VICTIMS, province))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("đô thị")));
    }

    @Test
    void many_units_named_one_by_one_cost_as_many_statements_as_two() throws Exception {
        String question = "/api/figures?what=" + VICTIMS + "&when=2026Q2&where=";
        String both = question + first + "," + secondCommune.value();
        ask(both).andExpect(jsonPath("$.figures[*].unit", contains(first, second)));
        String more = both;
        for (int i = 3; i < 6; i++) {
            more += "," + code(founded.anotherCommune(i).unit());
        }
        String five = more;
        assertThat(Statements.countIn(() -> asked(five))).isEqualTo(Statements.countIn(() -> asked(both)));
        ask(both + ",khong-co")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("khong-co")));
    }

    private ResultActions asked(String question) {
        try {
            return ask(question);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_split_by_sex_gives_women_and_men_apart() throws Exception {
        ask("/api/figures?what=%s&where=%s&when=2026Q2&by=sex".formatted(VICTIMS, first))
                .andExpect(jsonPath("$.figures[?(@.by[0] == 'sex:female')].value", contains(30)))
                .andExpect(jsonPath("$.figures[?(@.by[0] == 'sex:male')].value", contains(10)));
    }

    @Test
    void the_year_is_made_of_its_quarters_and_says_that_some_are_missing() throws Exception {
        ask("/api/figures?what=%s&where=%s&when=this-year".formatted(VICTIMS, second))
                .andExpect(jsonPath("$.figures[0].period").value("2026"))
                .andExpect(jsonPath("$.figures[0].value").value(20))
                .andExpect(jsonPath("$.figures[0].marks", hasItem("INCOMPLETE")));
    }

    @Test
    void a_long_answer_comes_page_by_page_without_loss() throws Exception {
        String question = "/api/figures?what=%s&where=%s/COMMUNE&when=2026Q2&units=1".formatted(VICTIMS, province);
        String next = ask(question)
                .andExpect(jsonPath("$.figures", hasSize(1)))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s).*\"next\":(\\d+).*", "$1");
        ask(question + "&after=" + next)
                .andExpect(jsonPath("$.figures", hasSize(1)))
                .andExpect(jsonPath("$.figures[0].unit").value(second))
                .andExpect(jsonPath("$.next").doesNotExist());
    }

    @Test
    void programs_made_for_dhis2_get_the_grid_they_know() throws Exception {
        ask("/api/analytics?dimension=dx:%s&dimension=pe:2026Q2&dimension=ou:%s;LEVEL-COMMUNE&dimension=sex:female"
                        .formatted(VICTIMS, province))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.headers[*].name", contains("dx", "pe", "ou", "sex", "value")))
                .andExpect(jsonPath("$.height").value(1))
                .andExpect(jsonPath("$.rows[0]", contains(VICTIMS, "2026Q2", first, "female", "30")));
    }

    @Test
    void statistical_offices_get_the_strategy_as_sdmx() throws Exception {
        ask("/api/sdmx/data/NQ28?where=%s&when=2026Q2".formatted(first))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/vnd.sdmx.data+json"))
                .andExpect(jsonPath(
                        "$.data.structures[0].dimensions.series[*].id", contains("REF_AREA", "INDICATOR", "SEX")))
                .andExpect(jsonPath("$.data.structures[0].dimensions.series[0].values[0].id")
                        .value(first))
                .andExpect(jsonPath("$.data.structures[0].dimensions.observation[0].values[0].id")
                        .value("2026-Q2"))
                .andExpect(jsonPath("$.data.dataSets[0].series['0:0:0'].observations['0'][0]")
                        .value(90));
        ask("/api/sdmx/data/other?where=%s".formatted(first)).andExpect(status().isNotFound());
    }

    @Test
    void what_is_not_known_is_named_in_a_problem() throws Exception {
        for (String wrong : List.of(
                "what=X&where=%s&when=2026Q2".formatted(first),
                "what=%s&where=X&when=2026Q2".formatted(VICTIMS),
                "what=%s&where=%s&when=X".formatted(VICTIMS, first),
                "what=%s&where=%s&when=2026Q2&by=X".formatted(VICTIMS, first),
                "what=%s&where=%s/X&when=2026Q2".formatted(VICTIMS, first))) {
            ask("/api/figures?" + wrong)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.code").value(startsWith("statistics.question.")));
        }
    }

    @Test
    void the_interface_is_described_for_programs() throws Exception {
        ask("/api/openapi")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.openapi").value(startsWith("3.")))
                .andExpect(jsonPath("$.paths['/api/figures'].get.parameters[*].name", hasItem("what")))
                .andExpect(jsonPath("$.paths['/api/dataValueSets'].post").exists());
        mvc.perform(get("/api/openapi")).andExpect(status().isUnauthorized());
    }

    private void take(String... rows) throws Exception {
        mvc.perform(post("/api/dataValueSets")
                        .header("Authorization", "Bearer " + token)
                        .contentType("text/csv")
                        .content("period,orgunit,dataelement,categoryoptioncombo,value\n" + String.join("\n", rows)))
                .andExpect(status().isOk());
    }

    private ResultActions ask(String address) throws Exception {
        return mvc.perform(get(address).header("Authorization", "Bearer " + token));
    }

    private String code(UnitId unit) {
        return current.as(person, () -> organization.unit(unit)).code();
    }
}
