package vn.binhquyen.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanEdit;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;
import vn.binhquyen.plan.PlanStatus;

class PlanStepPagesTest extends PlanPages {
    @Test
    void a_plan_walks_from_draft_to_force_through_its_pages() throws Exception {
        PlanId plan = stories.draft(commune);
        take(plan, "submission", commune.standingOfficer());
        assertThat(head(plan).status()).isEqualTo(PlanStatus.IN_REVIEW);
        take(plan, "approval", commune.leader());
        assertThat(head(plan).status()).isEqualTo(PlanStatus.APPROVED);
        web.perform(step(plan, "number", commune.clerk()).param("number", "12").param("date", "10/3/2026"))
                .andExpect(redirectedUrl("/plans/" + plan))
                .andExpect(flash().attribute("done", "Đã phát hành. Các cơ quan đã thấy việc của mình."));
        assertThat(head(plan).numberAndSymbol()).isEqualTo("12/KH-UBND");
        web.perform(step(plan, "amendment", commune.standingOfficer()).param("reason", "Tỉnh giao thêm chỉ tiêu."))
                .andExpect(redirectedUrl("/plans/" + plan + "/draft"));
        take(plan, "withdrawal", commune.standingOfficer());
        web.perform(step(plan, "closing", commune.standingOfficer()).param("reason", "Đã tổng kết."))
                .andExpect(redirectedUrl("/plans/" + plan));
        assertThat(head(plan).status()).isEqualTo(PlanStatus.CLOSED);
    }

    @Test
    void before_a_step_the_page_says_what_will_happen_to_whom() throws Exception {
        PlanId plan = stories.submitted(commune);
        web.perform(get("/plans/" + plan + "/steps/approval").with(person(commune.leader())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kế hoạch chỉ có hiệu lực sau khi có số.")))
                .andExpect(content().string(containsString("Công an xã")))
                .andExpect(content().string(containsString("chủ trì 2 nhiệm vụ")));
    }

    @Test
    void the_clerk_finds_the_next_number_and_todays_date_filled_in() throws Exception {
        stories.issued(commune, 12, TODAY);
        PlanId plan = stories.approved(commune);
        web.perform(get("/plans/" + plan + "/steps/number").with(person(commune.clerk())))
                .andExpect(content().string(containsString("value=\"13\"")))
                .andExpect(content().string(containsString("value=\"10/03/2026\"")));
    }

    @Test
    void a_number_that_is_taken_is_refused_at_its_field_and_stays() throws Exception {
        stories.issued(commune, 12, TODAY);
        PlanId plan = stories.approved(commune);
        web.perform(step(plan, "number", commune.clerk()).param("number", "12").param("date", "10/03/2026"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Số 12/KH-UBND của năm 2026 đã được cấp.")))
                .andExpect(content().string(containsString("id=\"number-error\"")))
                .andExpect(content().string(containsString("value=\"12\"")));
        assertThat(head(plan).status()).isEqualTo(PlanStatus.APPROVED);
    }

    @Test
    void a_day_that_does_not_exist_and_a_number_in_words_are_shown_again_with_what_is_wrong() throws Exception {
        PlanId plan = stories.approved(commune);
        web.perform(step(plan, "number", commune.clerk())
                        .param("number", "mười hai")
                        .param("date", "31/02/2026"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("value=\"31/02/2026\"")))
                .andExpect(content().string(containsString("Ngày chưa đúng.")))
                .andExpect(content().string(containsString("value=\"mười hai\"")))
                .andExpect(content().string(containsString("Hãy ghi số bằng chữ số, ví dụ 45.")));
    }

    @Test
    void a_document_signed_outside_is_registered_with_its_number() throws Exception {
        PlanId plan = stories.draft(commune);
        web.perform(step(plan, "registration", commune.standingOfficer())
                        .param("number", "45")
                        .param("date", "05/02/2026")
                        .param("symbol", "KH-UBND"))
                .andExpect(redirectedUrl("/plans/" + plan));
        assertThat(head(plan).status()).isEqualTo(PlanStatus.ISSUED);
        assertThat(head(plan).number()).isEqualTo(45);
    }

    @Test
    void a_return_needs_a_reason_and_the_writer_reads_it() throws Exception {
        PlanId plan = stories.submitted(commune);
        web.perform(step(plan, "return", commune.leader()).param("reason", "  "))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Hãy ghi rõ để người khác hiểu vì sao.")));
        web.perform(step(plan, "return", commune.leader()).param("reason", "Bổ sung kinh phí."))
                .andExpect(redirectedUrl("/plans/" + plan));
        web.perform(get("/plans/" + plan).with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("Bổ sung kinh phí.")));
    }

    @Test
    void what_somebody_else_changed_meanwhile_refuses_the_step_and_keeps_the_words() throws Exception {
        PlanId plan = stories.submitted(commune);
        web.perform(post("/plans/" + plan + "/steps/return")
                        .param("version", "0")
                        .param("reason", "Bổ sung kinh phí.")
                        .with(csrf())
                        .with(person(commune.leader())))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("vừa được người khác thay đổi")))
                .andExpect(content().string(containsString(">Bổ sung kinh phí.</textarea>")));
        assertThat(head(plan).status()).isEqualTo(PlanStatus.IN_REVIEW);
    }

    @Test
    void a_step_that_does_not_fit_the_state_leads_back_to_the_plan_and_says_why() throws Exception {
        PlanId plan = stories.issued(commune, 12, TODAY);
        web.perform(get("/plans/" + plan + "/steps/submission").with(person(commune.standingOfficer())))
                .andExpect(redirectedUrl("/plans/" + plan))
                .andExpect(
                        flash().attribute("refused", "Chỉ gửi duyệt được khi kế hoạch đang soạn hoặc đang sửa đổi."));
    }

    @Test
    void a_step_of_another_role_is_forbidden_to_see_and_to_take() throws Exception {
        PlanId plan = stories.submitted(commune);
        web.perform(get("/plans/" + plan + "/steps/approval").with(person(commune.standingOfficer())))
                .andExpect(status().isForbidden());
        web.perform(step(plan, "approval", commune.policeOfficer())).andExpect(status().isForbidden());
        assertThat(head(plan).status()).isEqualTo(PlanStatus.IN_REVIEW);
    }

    @Test
    void an_unknown_step_is_absent() throws Exception {
        PlanId plan = stories.draft(commune);
        web.perform(get("/plans/" + plan + "/steps/party").with(person(commune.standingOfficer())))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_draft_without_what_is_needed_has_no_button_but_the_way_to_mend_it() throws Exception {
        PlanId plan = stories.draft(
                commune,
                new NewPlanForm(vn.binhquyen.plan.PlanKind.KE_HOACH, "Kế hoạch", "2026", "2026", "KH-UBND").content());
        web.perform(get("/plans/" + plan + "/steps/submission").with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("Kế hoạch chưa có chỉ tiêu hay nhiệm vụ nào.")))
                .andExpect(content().string(containsString("/plans/" + plan + "/draft")))
                .andExpect(content().string(not(containsString(">Gửi duyệt</span></button>"))));
    }

    @Test
    void what_several_tasks_lack_is_said_once_with_their_number_and_the_tasks_behind_it() throws Exception {
        PlanId plan = stories.draft(commune);
        Actor writer = commune.standingOfficer();
        List<PlanItem.Task> led = current.as(writer, () -> plans.draft(writer, plan)).content().tasks().stream()
                .filter(task -> task.coordinating().isEmpty())
                .limit(2)
                .toList();
        for (PlanItem.Task task : led) {
            current.as(
                    writer,
                    () -> plans.edit(
                            writer,
                            plan,
                            head(plan).version(),
                            List.of(new PlanEdit.SetField(task.id(), "lead", null))));
        }
        web.perform(get("/plans/" + plan + "/steps/submission").with(person(writer)))
                .andExpect(content().string(containsString("<summary>2 nhiệm vụ chưa giao cơ quan nào</summary>")))
                .andExpect(
                        content().string(containsString("<li>" + led.getLast().text() + "</li>")))
                .andExpect(content().string(not(containsString("Nhiệm vụ chưa giao cơ quan nào:"))));
    }

    @Test
    void who_approves_can_read_the_version_that_waits_and_send_it_back_from_the_same_page() throws Exception {
        PlanId plan = stories.amended(commune, 12, TODAY, "Tỉnh giao thêm chỉ tiêu.", "Tên mới của kế hoạch");
        stories.submit(commune, plan);
        web.perform(get("/plans/" + plan + "/steps/approval").with(person(commune.leader())))
                .andExpect(content().string(containsString("/plans/" + plan + "/document.pdf?version=2\"")))
                .andExpect(content().string(containsString("/plans/" + plan + "/steps/return\"")));
    }

    @Test
    void a_draft_is_thrown_away_and_leaves_the_list() throws Exception {
        PlanId plan = stories.draft(commune);
        web.perform(step(plan, "disposal", commune.standingOfficer())).andExpect(redirectedUrl("/plans"));
        web.perform(get("/plans").with(person(commune.standingOfficer())))
                .andExpect(content().string(not(containsString(plan.toString()))));
    }

    private void take(PlanId plan, String step, Actor actor) throws Exception {
        web.perform(step(plan, step, actor)).andExpect(redirectedUrl("/plans/" + plan));
    }

    private MockHttpServletRequestBuilder step(PlanId plan, String step, Actor actor) {
        return post("/plans/" + plan + "/steps/" + step)
                .param("version", String.valueOf(head(plan).version()))
                .with(csrf())
                .with(person(actor));
    }

    private PlanHead head(PlanId plan) {
        return stories.head(commune.standingOfficer(), plan);
    }
}
