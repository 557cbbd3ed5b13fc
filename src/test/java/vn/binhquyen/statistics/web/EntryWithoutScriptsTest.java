package vn.binhquyen.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.statistics.entry.EntryForms;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** A browser that runs no scripts sends the whole page: figures are saved, and nothing that was typed is lost. */
@IntegrationTest
class EntryWithoutScriptsTest {
    @Autowired
    Provinces provinces;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Actor officer;
    private String address;
    private String women;
    private String men;

    @BeforeEach
    void found() {
        clock.moveTo(LocalDate.of(2026, 4, 8));
        Province province = provinces.found();
        officer = province.commune().standingOfficer();
        EntryForms.Form form = new EntryForms(jdbc).make(province.unit());
        FormSheet sheet = form.of(province.commune().unit(), 2026, 1);
        address = EntryPages.address(sheet);
        women = EntryPages.cellId(form.women(form.victims()));
        men = EntryPages.cellId(form.men(form.victims()));
    }

    @Test
    void what_is_sent_is_saved_and_what_stayed_as_it_was_is_left_alone() throws Exception {
        send(women, "", "1.234").andExpect(status().isFound()).andExpect(redirectedUrl(address));
        assertThat(figures()).containsExactly("1234");
        send(women, "1234", "1.234").andExpect(status().isFound());
        assertThat(figures()).containsExactly("1234");
    }

    @Test
    void a_number_that_is_none_is_shown_again_with_what_is_wrong_and_the_others_are_saved() throws Exception {
        mvc.perform(page().param("seen-" + women, "")
                        .param("value-" + women, "mười hai")
                        .param("seen-" + men, "")
                        .param("value-" + men, "5"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("mười hai"), containsString("invalid"))));
        assertThat(figures()).containsExactly("5");
    }

    @Test
    void a_figure_that_a_colleague_changed_meanwhile_is_not_written_over() throws Exception {
        send(women, "", "7");
        send(women, "", "9")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("9")));
        assertThat(figures()).containsExactly("7");
    }

    private ResultActions send(String cell, String seen, String value) throws Exception {
        return mvc.perform(page().param("seen-" + cell, seen).param("value-" + cell, value));
    }

    private MockHttpServletRequestBuilder page() {
        return post(address).with(person(officer)).with(csrf());
    }

    /** Without the totals, which follow by themselves. */
    private List<String> figures() {
        return jdbc.sql("""
            select trim_scale(value)::text from data_value
             where province_id = :province and breakdown_key <> 0
               and element_key in (select element_key from figure_form_row where cardinality(total_of) = 0)
             order by 1
            """)
                .param("province", officer.province())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
