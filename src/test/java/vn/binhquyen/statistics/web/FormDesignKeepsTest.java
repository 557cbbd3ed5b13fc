package vn.binhquyen.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.form.DraftHeads;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormDesign;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSection;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** What was typed into the design of a form stays, whatever becomes of the attempt to save it. */
@IntegrationTest
class FormDesignKeepsTest {
    @Autowired
    Provinces provinces;

    @Autowired
    Elements elements;

    @Autowired
    FormDesign design;

    @Autowired
    CurrentActor current;

    @Autowired
    MockMvc mvc;

    private Actor maker;
    private FormId form;
    private int element;
    private int another;
    private long seen;

    @BeforeEach
    void begun() {
        Province province = provinces.found();
        maker = province.consolidator();
        element = key("NQ28-3.2a.NUM");
        another = key("NQ28-3.2a.DEN");
        form = current.as(maker, () -> design.begin(maker, DraftHeads.quarterly(province.unit())));
        arrange(section("Nạn nhân", element));
        seen = look().version();
    }

    @Test
    void where_somebody_else_saved_meanwhile_both_are_shown_and_who_typed_decides() throws Exception {
        arrange(section("Phần của người khác", another));

        mvc.perform(save(seen))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Trong lúc bạn nhập, người khác đã sửa biểu này."),
                                containsString("value=\"Tên em vừa gõ\""),
                                containsString("value=\"Dòng em vừa gõ\""),
                                containsString("name=\"version\" value=\"" + look().version() + "\""),
                                not(containsString("Phần của người khác")))));
        assertThat(look().sections()).extracting(FormSection::titleVi).containsExactly("Phần của người khác");

        mvc.perform(save(look().version())).andExpect(status().is3xxRedirection());
        assertThat(look().sections()).singleElement().satisfies(section -> {
            assertThat(section.titleVi()).isEqualTo("Tên em vừa gõ");
            assertThat(section.rows())
                    .singleElement()
                    .returns("Dòng em vừa gõ", FormRow::labelVi)
                    .returns(element, FormRow::element);
        });
    }

    @Test
    void where_a_button_can_not_do_what_it_says_the_page_says_why_and_holds_what_was_typed() throws Exception {
        mvc.perform(save(seen).param("do", "column-remove:1.1"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Một phần phải còn ít nhất một cột."),
                                containsString("value=\"Tên em vừa gõ\""),
                                containsString("name=\"version\" value=\"" + seen + "\""))));
        assertThat(look().sections()).extracting(FormSection::titleVi).containsExactly("Nạn nhân");
    }

    @Test
    void rows_of_things_that_there_are_not_are_not_found() throws Exception {
        mvc.perform(post("/forms/%s/design".formatted(form))
                        .param("version", String.valueOf(seen))
                        .param("s1.titleVi", "Tên em vừa gõ")
                        .param("s1.column", "999999")
                        .param("s1.r1.element", "999999")
                        .with(person(maker))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    /** The page as it was with one section of one row, its title and the label of the row typed anew. */
    private MockHttpServletRequestBuilder save(long version) {
        return post("/forms/%s/design".formatted(form))
                .param("version", String.valueOf(version))
                .param("s1.column", String.valueOf(Breakdown.WOMEN.key()))
                .param("s1.titleVi", "Tên em vừa gõ")
                .param("s1.r1.element", String.valueOf(element))
                .param("s1.r1.labelVi", "Dòng em vừa gõ")
                .with(person(maker))
                .with(csrf());
    }

    private static FormSection section(String title, int element) {
        return new FormSection(
                1,
                title,
                "",
                "",
                List.of(Breakdown.WOMEN),
                null,
                List.of(new FormRow(1, element, "", "", 0, List.of(), Set.of(), null, false)));
    }

    private int key(String code) {
        return current.as(
                maker, () -> elements.withCodes(List.of(code)).getFirst().key());
    }

    private void arrange(FormSection section) {
        current.as(maker, () -> {
            design.arrange(maker, form, List.of(section), look().version());
            return form;
        });
    }

    private FormDefinition look() {
        return current.as(maker, () -> design.look(form));
    }
}
