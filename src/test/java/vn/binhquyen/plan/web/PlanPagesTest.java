package vn.binhquyen.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.testing.Commune;

class PlanPagesTest extends PlanPages {
    @Autowired
    private Organization organization;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/targets",
                "/tasks",
                "/tasks?by=objective",
                "/tasks?by=date&status=OVERDUE",
                "/calendar",
                "/calendar?year=2026",
                "/children",
                "/document"
            })
    void every_tab_of_a_plan_is_open_to_its_unit_before_and_after_it_is_issued(String tab) throws Exception {
        for (PlanId plan : List.of(stories.draft(commune), stories.issued(commune, 12, TODAY))) {
            web.perform(get("/plans/" + plan + tab).with(person(commune.policeOfficer())))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(CommunePlan.TITLE)));
        }
    }

    @Test
    void the_overview_says_how_far_everybody_is_and_what_comes_next() throws Exception {
        PlanId plan = stories.issued(commune, 12, TODAY);
        web.perform(get("/plans/" + plan).with(person(commune.policeOfficer())))
                .andExpect(content().string(containsString("12/KH-UBND")))
                .andExpect(content().string(containsString("Hội Liên hiệp Phụ nữ xã")))
                .andExpect(content().string(containsString("xong 0/3")))
                .andExpect(content().string(containsString("ít nhất 60%")))
                .andExpect(content().string(containsString("dưới 42,5%")))
                .andExpect(content().string(containsString("30/04/2026")))
                .andExpect(content().string(containsString("Luật Bình đẳng giới ngày 29/11/2006")));
    }

    @Test
    void the_tasks_of_an_agency_are_those_it_leads_and_behind_a_word_those_it_helps_with_and_whom() throws Exception {
        PlanId plan = stories.issued(commune, 12, TODAY);
        String page = web.perform(get("/plans/" + plan + "/tasks").with(person(commune.policeOfficer())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("Phối hợp 1 nhiệm vụ", "phối hợp với Phòng Văn hóa – Xã hội");
        assertThat(page.split("<details class=\"plan-helping\" open", -1))
                .as("the own agency comes first, and only its help is open")
                .hasSize(2);
        assertThat(page.indexOf("plan-helping\" open")).isLessThan(page.indexOf(">Trạm Y tế</h2>"));
    }

    @Test
    void a_plan_is_said_to_be_issued_by_the_committee_not_by_the_place() throws Exception {
        PlanId plan = stories.issued(commune, 12, TODAY);
        String committee = current.as(commune.leader(), () -> organization.agency(commune.committee()))
                .name();
        for (String page : List.of("/plans/" + plan, "/plans")) {
            web.perform(get(page).with(person(commune.leader())))
                    .andExpect(content().string(containsString(">" + committee + "<")));
        }
    }

    @Test
    void a_draft_says_who_is_awaited_and_what_it_lacks() throws Exception {
        PlanId plan = stories.draft(commune);
        web.perform(get("/plans/" + plan).with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("đang soạn, chưa gửi duyệt")))
                .andExpect(content().string(containsString("Chỉ tiêu chưa giao cơ quan nào theo dõi")))
                .andExpect(content().string(containsString("chủ trì 2 nhiệm vụ")));
    }

    @Test
    void a_draft_does_not_exist_for_the_province_and_is_closed_to_other_communes() throws Exception {
        PlanId plan = stories.draft(commune);
        Commune other = province.anotherCommune(2);
        web.perform(get("/plans/" + plan).with(person(province.consolidator()))).andExpect(status().isNotFound());
        web.perform(get("/plans/" + plan).with(person(other.standingOfficer()))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plans/nothing", "/plans/00000000-0000-7000-8000-00000000abcd"})
    void what_is_no_plan_is_said_to_be_absent(String address) throws Exception {
        web.perform(get(address).with(person(commune.standingOfficer()))).andExpect(status().isNotFound());
    }

    @Test
    void an_unknown_order_of_the_tasks_is_absent() throws Exception {
        PlanId plan = stories.draft(commune);
        web.perform(get("/plans/" + plan + "/tasks?by=colour").with(person(commune.standingOfficer())))
                .andExpect(status().isNotFound());
    }

    @Test
    void each_sees_the_buttons_of_the_own_part_only() throws Exception {
        PlanId draft = stories.draft(commune);
        web.perform(get("/plans/" + draft).with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("/draft\"")))
                .andExpect(content().string(containsString("/steps/submission")))
                .andExpect(content().string(containsString("/steps/registration")));
        web.perform(get("/plans/" + draft).with(person(commune.leader())))
                .andExpect(content().string(not(containsString("/steps/"))))
                .andExpect(content().string(not(containsString("/draft\""))));

        PlanId submitted = stories.submitted(commune);
        web.perform(get("/plans/" + submitted).with(person(commune.leader())))
                .andExpect(content().string(containsString("/steps/approval")))
                .andExpect(content().string(containsString("/steps/return")));
        web.perform(get("/plans/" + submitted).with(person(commune.standingOfficer())))
                .andExpect(content().string(not(containsString("/steps/"))));

        PlanId approved = stories.approved(commune);
        web.perform(get("/plans/" + approved).with(person(commune.clerk())))
                .andExpect(content().string(containsString("/steps/number")));
        web.perform(get("/plans/" + approved).with(person(commune.policeOfficer())))
                .andExpect(content().string(not(containsString("/steps/"))));
    }

    @Test
    void while_an_amendment_is_written_the_version_in_force_is_shown_and_says_so() throws Exception {
        PlanId plan = stories.amended(commune, 12, TODAY, "Tỉnh giao thêm chỉ tiêu.", "Tên mới của kế hoạch");
        web.perform(get("/plans/" + plan).with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString(CommunePlan.TITLE)))
                .andExpect(content().string(containsString("Đang soạn bản sửa đổi")));
        web.perform(get("/plans/" + plan).with(person(province.consolidator())))
                .andExpect(content().string(not(containsString("Đang soạn bản sửa đổi"))));
    }

    @Test
    void two_versions_are_compared_in_words() throws Exception {
        PlanId plan = stories.amended(commune, 12, TODAY, "Tỉnh giao thêm chỉ tiêu.", "Tên mới của kế hoạch");
        web.perform(get("/plans/" + plan + "/document?earlier=1&later=2").with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("Lý do: Tỉnh giao thêm chỉ tiêu.")))
                .andExpect(content().string(containsString("<del>" + CommunePlan.TITLE + "</del>")))
                .andExpect(content().string(containsString("<ins>Tên mới của kế hoạch</ins>")));
    }

    @Test
    void the_record_of_a_plan_is_shown_inside_its_unit_only() throws Exception {
        PlanId plan = stories.issued(commune, 12, TODAY);
        web.perform(get("/plans/" + plan + "/document").with(person(commune.policeOfficer())))
                .andExpect(content().string(containsString("cấp số và phát hành")));
        web.perform(get("/plans/" + plan + "/document").with(person(province.consolidator())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("cấp số và phát hành"))));
    }

    @Test
    void a_plan_is_given_as_word_and_as_pdf() throws Exception {
        PlanId plan = stories.issued(commune, 12, TODAY);
        byte[] pdf = web.perform(get("/plans/" + plan + "/document.pdf").with(person(commune.policeOfficer())))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("12-KH-UBND.pdf")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        byte[] docx = web.perform(
                        get("/plans/" + plan + "/document.docx?version=1").with(person(commune.policeOfficer())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(docx, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void a_version_that_was_never_issued_is_absent_outside_the_unit() throws Exception {
        PlanId plan = stories.amended(commune, 12, TODAY, "Tỉnh giao thêm chỉ tiêu.", "Tên mới của kế hoạch");
        web.perform(get("/plans/" + plan + "/document.pdf?version=2").with(person(province.consolidator())))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_plans_of_units_below_have_a_tab_only_where_there_are_some() throws Exception {
        PlanId alone = stories.issued(commune, 12, TODAY);
        web.perform(get("/plans/" + alone).with(person(commune.policeOfficer())))
                .andExpect(content().string(not(containsString("/children"))));
    }

    @Test
    void every_duty_of_the_room_leads_to_a_page() throws Exception {
        stories.issued(commune, 12, TODAY);
        stories.submitted(commune);
        stories.approved(commune);
        for (var actor : List.of(commune.policeOfficer(), commune.leader(), commune.clerk())) {
            String home = web.perform(get("/").with(person(actor)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            List<String> links = java.util.regex.Pattern.compile("href=\"(/plans/[^\"]+)\"")
                    .matcher(home)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertThat(links).as("duties of %s", actor.name()).isNotEmpty();
            for (String link : links) {
                web.perform(get(link).with(person(actor))).andExpect(status().isOk());
            }
        }
    }
}
