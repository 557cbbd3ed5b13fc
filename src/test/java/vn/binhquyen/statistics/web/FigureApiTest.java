package vn.binhquyen.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.binhquyen.access.ApiScope;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.signin.ApiTokens;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

/** What other programs send, in our words and in those of DHIS2. */
@IntegrationTest
class FigureApiTest {
    private static final String VICTIMS = "NQ28-3.2a.DEN";

    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    ApiTokens tokens;

    @Autowired
    MockMvc mvc;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Province province;
    private Actor actor;
    private String commune;

    @BeforeEach
    void found() {
        province = provinces.found();
        actor = province.commune().standingOfficer();
        commune = current.as(
                actor, () -> organization.unit(province.commune().unit()).code());
        clock.moveTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void a_file_is_taken_from_who_bears_a_token_that_may_write() throws Exception {
        file(ApiScope.READ_FIGURES, "", "text/csv", csv("", "12")).andExpect(status().isForbidden());
        file(ApiScope.WRITE_FIGURES, "?dryRun=true", "text/csv", csv("", "12"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.dryRun").value(true));
        file(ApiScope.WRITE_FIGURES, "", "text/csv", csv("", "12"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(1));
        file(ApiScope.WRITE_FIGURES, "?under=" + province.unit(), "text/csv", csv("", "12"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_combination_that_nobody_gave_before_comes_with_a_token_that_may_only_write() throws Exception {
        file(ApiScope.WRITE_FIGURES, "", "text/csv", csv("poverty:near-poor;area:rural", "2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(1));
    }

    @Test
    void what_is_wrong_with_a_file_is_told_by_row_in_words() throws Exception {
        file(ApiScope.WRITE_FIGURES, "", "text/csv", csv("", "ba"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.errors[0].row").value(1))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("“ba”")));
        file(ApiScope.WRITE_FIGURES, "", "text/plain", csv("", "12")).andExpect(status().isUnsupportedMediaType());
        file(ApiScope.WRITE_FIGURES, "", "application/xml", csv("", "12"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("statistics.import.no-xml"));
        file(ApiScope.WRITE_FIGURES, "", "application/json", "[]")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("statistics.import.no-figures"));
    }

    private String csv(String breakdown, String value) {
        return "period,orgunit,dataelement,categoryoptioncombo,value\n2026Q2,%s,%s,%s,%s"
                .formatted(commune, VICTIMS, breakdown, value);
    }

    private ResultActions file(ApiScope scope, String query, String type, String file) throws Exception {
        return mvc.perform(post("/api/dataValueSets" + query)
                .header("Authorization", "Bearer " + token(scope))
                .contentType(type)
                .content(file));
    }

    private String token(ApiScope scope) {
        return current.as(actor, () -> tokens.make(actor, "phần mềm", Set.of(scope), 10));
    }

    @Test
    void one_figure_is_sent_as_forms_of_dhis2_do_again_and_again() throws Exception {
        one("sex:female", "12").andExpect(status().isCreated());
        one("sex:female", "13").andExpect(status().isCreated());
        one("sex:female", "13").andExpect(status().isCreated());
        assertThat(jdbc.sql("select value from data_value where province_id = :province")
                        .param("province", actor.province())
                        .query(Integer.class)
                        .list())
                .containsExactly(13);
    }

    @Test
    void one_figure_that_can_not_be_is_refused_with_the_reason() throws Exception {
        one("sex:female", "ba")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("statistics.import.number"));
        one("sex:nobody", "1")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("statistics.import.breakdown"));
    }

    @Test
    void one_figure_is_five_statements_that_of_its_token_included() {
        String token = token(ApiScope.WRITE_FIGURES);
        assertCreated(token, "12");
        assertThat(Statements.countIn(() -> assertCreated(token, "13"))).isEqualTo(5);
    }

    private void assertCreated(String token, String value) {
        assertThatCode(() -> one(token, "sex:female", value).andExpect(status().isCreated()))
                .doesNotThrowAnyException();
    }

    private ResultActions one(String breakdown, String value) throws Exception {
        return one(token(ApiScope.WRITE_FIGURES), breakdown, value);
    }

    private ResultActions one(String token, String breakdown, String value) throws Exception {
        return mvc.perform(post("/api/dataValues")
                .header("Authorization", "Bearer " + token)
                .param("de", VICTIMS)
                .param("pe", "2026Q2")
                .param("ou", commune)
                .param("co", breakdown)
                .param("value", value));
    }
}
