package vn.binhquyen.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanId;

class NewPlanPagesTest extends PlanPages {
    @ParameterizedTest
    @ValueSource(strings = {"/plans/new", "/plans/new/blank", "/plans/new/last", "/plans/new/parent"})
    void who_may_not_write_plans_is_refused_and_who_may_is_let_in(String page) throws Exception {
        web.perform(get(page).with(person(commune.policeOfficer()))).andExpect(status().isForbidden());
        web.perform(get(page).with(person(commune.leader()))).andExpect(status().isForbidden());
        web.perform(get(page).with(person(commune.standingOfficer()))).andExpect(status().isOk());
    }

    @Test
    void who_may_not_write_plans_can_not_post_one_either() throws Exception {
        web.perform(blank("Thực hiện công tác bình đẳng giới", "2026", "2026", "KH-UBND")
                        .with(person(commune.policeOfficer())))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_plan_begun_from_nothing_leads_to_its_draft() throws Exception {
        MockHttpServletResponse answer = web.perform(
                        blank("Thực hiện công tác bình đẳng giới", "2026", "2030", "KH-UBND")
                                .with(person(commune.standingOfficer())))
                .andExpect(redirectedUrlPattern("/plans/*/draft"))
                .andExpect(flash().attributeExists("done"))
                .andReturn()
                .getResponse();
        PlanDraft begun = draft(answer);
        assertThat(begun.content().title()).isEqualTo("Thực hiện công tác bình đẳng giới");
        assertThat(begun.content().period()).isEqualTo(new PlanContent.Period(2026, 2030));
        assertThat(begun.head().symbol()).isEqualTo("KH-UBND");
    }

    @Test
    void an_error_is_shown_at_its_field_and_what_was_typed_stays() throws Exception {
        web.perform(blank("", "hai nghìn", "2026", "12/KH-UBND").with(person(commune.standingOfficer())))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Hãy ghi trích yếu của kế hoạch.")))
                .andExpect(content().string(containsString("Hãy ghi năm từ 2000 đến 2100.")))
                .andExpect(content()
                        .string(anyOf(
                                containsString("value=\"hai nghìn\""), containsString("value=\"hai ngh&igrave;n\""))))
                .andExpect(content().string(containsString("Chỉ ghi phần sau dấu gạch chéo")))
                .andExpect(content().string(containsString("value=\"12/KH-UBND\"")));
    }

    @Test
    void a_period_can_not_end_before_it_begins() throws Exception {
        web.perform(blank("Kế hoạch", "2027", "2026", "KH-UBND").with(person(commune.standingOfficer())))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Năm kết thúc không được trước năm bắt đầu.")));
    }

    @Test
    void without_an_issued_plan_the_way_from_the_last_one_teaches_what_to_do() throws Exception {
        web.perform(get("/plans/new/last").with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("Đơn vị chưa ban hành kế hoạch nào")));
    }

    @Test
    void a_plan_is_begun_from_last_years_plan() throws Exception {
        PlanId last = stories.issued(commune, 12, TODAY);
        MockHttpServletResponse answer = web.perform(post("/plans/new/last")
                        .param("source", last.toString())
                        .with(csrf())
                        .with(person(commune.standingOfficer())))
                .andExpect(redirectedUrlPattern("/plans/*/draft"))
                .andReturn()
                .getResponse();
        assertThat(draft(answer).content().period()).isEqualTo(new PlanContent.Period(2027, 2027));
    }

    @Test
    void one_plan_has_to_be_chosen() throws Exception {
        stories.issued(commune, 12, TODAY);
        web.perform(post("/plans/new/last").with(csrf()).with(person(commune.standingOfficer())))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Hãy chọn một kế hoạch.")));
    }

    @Test
    void a_plan_is_begun_from_the_plan_of_the_level_above_and_carries_it_out() throws Exception {
        PlanId parent = stories.issued(province, CommunePlan.of(commune), 158, TODAY);
        web.perform(get("/plans/" + parent).with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("/plans/new/parent?source=" + parent)));
        MockHttpServletResponse answer = web.perform(post("/plans/new/parent")
                        .param("source", parent.toString())
                        .param("symbol", "KH-UBND")
                        .with(csrf())
                        .with(person(commune.standingOfficer())))
                .andExpect(redirectedUrlPattern("/plans/*/draft"))
                .andReturn()
                .getResponse();
        assertThat(draft(answer).head().parent()).isEqualTo(parent);
        assertThat(draft(answer).content().indicators()).hasSize(6);
    }

    private PlanDraft draft(MockHttpServletResponse answer) {
        String address = Objects.requireNonNull(answer.getRedirectedUrl());
        Actor writer = commune.standingOfficer();
        return current.as(writer, () -> plans.draft(writer, PlanId.of(address.split("/")[2])));
    }

    private static MockHttpServletRequestBuilder blank(String title, String from, String to, String symbol) {
        return post("/plans/new/blank")
                .param("kind", "KE_HOACH")
                .param("title", title)
                .param("from", from)
                .param("to", to)
                .param("symbol", symbol)
                .with(csrf());
    }
}
