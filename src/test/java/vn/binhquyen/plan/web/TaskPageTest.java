package vn.binhquyen.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.TaskPage;

class TaskPageTest extends PlanPages {
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private PlanQueries queries;

    private PlanId plan;
    private TaskId task;
    private String address;
    private Actor police;

    @BeforeEach
    void issue() {
        plan = stories.issued(commune, 12, TODAY);
        police = commune.policeOfficer();
        task = stories.task(police, plan, CommunePlan.POLICE_TASK);
        address = "/plans/" + plan + "/tasks/" + task;
    }

    @Test
    void an_officer_sees_what_is_asked_and_tells_what_was_done_with_a_file_that_shows_it() throws Exception {
        web.perform(get(address).with(person(police)))
                .andExpect(content().string(containsString(CommunePlan.POLICE_TASK)))
                .andExpect(content().string(containsString("Trạm Y tế")))
                .andExpect(content().string(containsString("thường xuyên")));
        web.perform(telling(police, commune.police(), "UNDER_WAY", "Đã tiếp nhận 02 tin báo.", "2,5", "tin báo", "40")
                        .file(new MockMultipartFile("file", "Biên bản.pdf", "application/pdf", PDF)))
                .andExpect(redirectedUrl(address));
        web.perform(get(address).with(person(police)))
                .andExpect(content().string(containsString("Đã tiếp nhận 02 tin báo.")))
                .andExpect(content().string(containsString("2,5")))
                .andExpect(content().string(containsString("đạt 40%")))
                .andExpect(content().string(containsString("Biên bản.pdf")));
    }

    @Test
    void errors_stand_at_their_fields_everything_typed_stays_and_nothing_is_told() throws Exception {
        web.perform(telling(police, commune.police(), "DONE", "Đã làm xong.", "ba", "", "120%"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString(">Đã làm xong.</textarea>")))
                .andExpect(content().string(containsString("value=\"ba\"")))
                .andExpect(content().string(containsString("Hãy ghi bằng chữ số, ví dụ 3 hoặc 2,5.")))
                .andExpect(content().string(containsString("Hãy ghi đơn vị tính của số lượng")))
                .andExpect(content().string(containsString("value=\"120%\"")))
                .andExpect(content().string(containsString("Hãy ghi từ 0 đến 100.")));
        assertThat(page().told()).isEmpty();
    }

    @Test
    void who_has_told_nothing_yet_chooses_the_state_and_later_begins_from_the_last_one() throws Exception {
        web.perform(get(address).with(person(police)))
                .andExpect(content().string(not(containsString("checked=\"checked\""))));
        web.perform(telling(police, commune.police(), "", "Đã gặp hai thôn.", "", "", ""))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Hãy chọn tình trạng của nhiệm vụ.")))
                .andExpect(content().string(containsString(">Đã gặp hai thôn.</textarea>")));
        assertThat(page().told()).isEmpty();
        web.perform(telling(police, commune.police(), "UNDER_WAY", "Đã gặp hai thôn.", "", "", ""))
                .andExpect(redirectedUrl(address));
        web.perform(get(address).with(person(police)))
                .andExpect(content().string(matchesPattern("(?s).*value=\"UNDER_WAY\"[^>]* checked=\"checked\".*")));
    }

    @Test
    void a_file_of_a_wrong_kind_is_refused_at_its_field_and_the_words_are_not_told_without_it() throws Exception {
        web.perform(telling(police, commune.police(), "DONE", "Đã làm xong.", "", "", "")
                        .file(new MockMultipartFile(
                                "file",
                                "anh.pdf",
                                "application/pdf",
                                "MZ not a document".getBytes(StandardCharsets.US_ASCII))))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("không phải văn bản Word, bảng Excel, PDF hoặc ảnh")))
                .andExpect(content().string(containsString(">Đã làm xong.</textarea>")))
                .andExpect(content().string(containsString("hãy chọn lại")));
        assertThat(page().told()).isEmpty();
        assertThat(page().evidence()).isEmpty();
    }

    @Test
    void who_has_no_part_reads_but_is_offered_no_form_and_can_not_tell() throws Exception {
        web.perform(get(address).with(person(commune.womensUnionOfficer())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"tell\""))));
        web.perform(telling(commune.womensUnionOfficer(), commune.police(), "DONE", "Xong.", "", "", ""))
                .andExpect(status().isForbidden());
        assertThat(page().told()).isEmpty();
    }

    @Test
    void the_standing_officer_may_tell_for_each_agency_that_has_a_part() throws Exception {
        web.perform(get(address).with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("id=\"agency\"")));
        web.perform(telling(commune.standingOfficer(), commune.health(), "DONE", "Trạm đã báo miệng.", "", "", ""))
                .andExpect(redirectedUrl(address));
        assertThat(page().told())
                .singleElement()
                .satisfies(told -> assertThat(told.agencyName()).isEqualTo("Trạm Y tế"));
    }

    @Test
    void a_file_can_be_fetched_under_its_name_and_taken_back_by_who_showed_it() throws Exception {
        web.perform(telling(police, commune.police(), "UNDER_WAY", "Đã làm.", "", "", "")
                        .file(new MockMultipartFile("file", "Biên bản.pdf", "application/pdf", PDF)))
                .andExpect(redirectedUrl(address));
        UUID file = page().evidence().getFirst().id();
        web.perform(get(address + "/evidence/" + file).with(person(commune.standingOfficer())))
                .andExpect(content().bytes(PDF))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
        web.perform(post(address + "/evidence/" + file + "/removal")
                        .with(csrf())
                        .with(person(commune.healthOfficer())))
                .andExpect(status().isForbidden());
        web.perform(post(address + "/evidence/" + file + "/removal")
                        .with(csrf())
                        .with(person(police)))
                .andExpect(redirectedUrl(address));
        assertThat(page().evidence()).isEmpty();
    }

    @Test
    void a_task_is_absent_under_the_address_of_another_plan() throws Exception {
        PlanId other = stories.issued(commune, 13, TODAY);
        web.perform(get("/plans/" + other + "/tasks/" + task).with(person(police)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_closed_plan_takes_nothing_more() throws Exception {
        Actor writer = commune.standingOfficer();
        current.as(
                writer,
                () -> plans.close(writer, plan, stories.head(writer, plan).version(), "Đã tổng kết."));
        web.perform(get(address).with(person(police)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("id=\"tell\""))));
        web.perform(telling(police, commune.police(), "DONE", "Xong.", "", "", ""))
                .andExpect(status().isForbidden());
    }

    private TaskPage page() {
        return current.as(police, () -> queries.task(police, task, TODAY));
    }

    private MockMultipartHttpServletRequestBuilder telling(
            Actor actor,
            AgencyId agency,
            String state,
            String narrative,
            String quantity,
            String unit,
            String percentage) {
        MockMultipartHttpServletRequestBuilder request = multipart(address);
        request.param("agency", agency.toString())
                .param("state", state)
                .param("narrative", narrative)
                .param("quantity", quantity)
                .param("unit", unit)
                .param("percentage", percentage)
                .with(csrf())
                .with(person(actor));
        return request;
    }
}
