package vn.binhquyen.statistics.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static vn.binhquyen.testing.SignedInAs.person;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.Breakdowns.Adds;
import vn.binhquyen.statistics.Elements;
import vn.binhquyen.statistics.catalogue.CatalogueEditing;
import vn.binhquyen.statistics.catalogue.DimensionDraft;
import vn.binhquyen.statistics.catalogue.DimensionId;
import vn.binhquyen.statistics.form.DraftHeads;
import vn.binhquyen.statistics.form.FormDesign;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormRow;
import vn.binhquyen.statistics.form.FormSection;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** Of what the columns of a form can be made. */
@IntegrationTest
class FormChooserTest {
    @Autowired
    Provinces provinces;

    @Autowired
    CatalogueEditing editing;

    @Autowired
    Breakdowns breakdowns;

    @Autowired
    Elements elements;

    @Autowired
    FormDesign design;

    @Autowired
    CurrentActor current;

    @Autowired
    MockMvc mvc;

    private Province province;
    private Actor maker;
    private String code;
    private DimensionId distance;

    @BeforeEach
    void found() {
        province = provinces.found();
        maker = province.consolidator();
        code = "quang-duong-" + maker.province();
        distance = current.as(maker, () -> editing.define(maker, province.unit(), dimension(false)));
    }

    @Test
    void what_is_retired_is_offered_only_where_a_form_has_it_already() throws Exception {
        FormId with = form(option("gan"));
        FormId without = form(Breakdown.WOMEN);
        chooser(with).andExpect(content().string(allOf(offers("gan"), offers("xa"))));
        chooser(without).andExpect(content().string(allOf(offers("gan"), offers("xa"))));

        current.as(maker, () -> editing.change(maker, distance, dimension(true), 0, "Không dùng nữa"));

        chooser(with).andExpect(content().string(allOf(offers("gan"), not(offers("xa")))));
        chooser(without).andExpect(content().string(allOf(not(offers("gan")), not(offers("xa")))));
    }

    @Test
    void a_retired_dimension_is_offered_only_where_a_form_has_it_already() throws Exception {
        FormId with = form(option("gan"));
        FormId without = form(Breakdown.WOMEN);

        current.as(maker, () -> editing.retire(maker, distance, 0, "Không dùng nữa"));

        chooser(with).andExpect(content().string(offers("gan")));
        chooser(without).andExpect(content().string(not(containsString("Quãng đường"))));
    }

    private ResultActions chooser(FormId form) throws Exception {
        return mvc.perform(get("/forms/%s/design?columns=1".formatted(form)).with(person(maker)));
    }

    private Matcher<String> offers(String option) {
        return containsString("value=\"%s:%s\"".formatted(code, option));
    }

    private DimensionDraft dimension(boolean retired) {
        return new DimensionDraft(
                code,
                "Quãng đường",
                "Distance",
                Adds.NEVER,
                true,
                "",
                List.of(
                        new DimensionDraft.Option("gan", "Gần", "Near", retired),
                        new DimensionDraft.Option("xa", "Xa", "Far", retired)));
    }

    private Breakdown option(String option) {
        SortedSet<String> one = new TreeSet<>(Set.of(code + ":" + option));
        return Objects.requireNonNull(
                current.as(maker, () -> breakdowns.of(List.of(one))).get(one));
    }

    private FormId form(Breakdown column) {
        return current.as(maker, () -> {
            FormId form = design.begin(maker, DraftHeads.quarterly(province.unit()));
            int element =
                    elements.withCodes(List.of("NQ28-3.2a.NUM")).getFirst().key();
            design.arrange(
                    maker,
                    form,
                    List.of(new FormSection(
                            1,
                            "Số liệu",
                            "",
                            "",
                            List.of(column),
                            null,
                            List.of(new FormRow(1, element, "", "", 0, List.of(), Set.of(), null, false)))),
                    design.look(form).version());
            return form;
        });
    }
}
