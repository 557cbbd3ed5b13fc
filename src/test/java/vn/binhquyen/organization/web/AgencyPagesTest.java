package vn.binhquyen.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.query.AgencyHistories;
import vn.binhquyen.organization.query.AgencyRow;
import vn.binhquyen.organization.query.OrganizationQueries;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class AgencyPagesTest {
    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    OrganizationQueries queries;

    @Autowired
    AgencyHistories histories;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    Province province;
    Commune commune;
    Actor officer;

    @BeforeEach
    void found() {
        province = provinces.found();
        commune = province.commune();
        officer = commune.standingOfficer();
        clock.moveTo(LocalDate.of(2026, 1, 15));
    }

    @Test
    void everybody_reads_the_agencies_of_their_unit_but_few_change_them() throws Exception {
        for (Actor reader : List.of(commune.policeOfficer(), commune.clerk(), commune.leader())) {
            mvc.perform(get("/agencies").with(person(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(allOf(containsString("Trạm Y tế"), not(containsString("new-agency")))));
            mvc.perform(get("/agencies/" + commune.health()).with(person(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("/edit"))));
            mvc.perform(get("/agencies/" + commune.health() + "/edit").with(person(reader)))
                    .andExpect(status().isForbidden());
            mvc.perform(renaming(commune.health(), reader, "Trạm Y tế xã", 0)).andExpect(status().isForbidden());
            mvc.perform(ending(commune.health(), reader, "2026-01-31", 0)).andExpect(status().isForbidden());
        }
        mvc.perform(get("/agencies").with(person(officer))).andExpect(content().string(containsString("new-agency")));
    }

    @Test
    void a_standing_officer_changes_nothing_in_another_commune_or_above() throws Exception {
        Commune sibling = province.anotherCommune(2);
        for (AgencyId foreign : List.of(sibling.health(), province.department())) {
            mvc.perform(get("/agencies/" + foreign).with(person(officer)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("/edit"))));
            mvc.perform(renaming(foreign, officer, "Tên mới", 0)).andExpect(status().isForbidden());
        }
        mvc.perform(get("/units/" + sibling.unit() + "/new-agency").with(person(officer)))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_agency_or_unit_that_does_not_exist_is_not_found() throws Exception {
        mvc.perform(get("/agencies/" + UUID.randomUUID()).with(person(officer))).andExpect(status().isNotFound());
        mvc.perform(get("/units/" + UUID.randomUUID()).with(person(officer))).andExpect(status().isNotFound());
    }

    @Test
    void a_renamed_agency_is_still_known_by_its_old_name() throws Exception {
        mvc.perform(renaming(commune.health(), officer, "Trạm Y tế xã Mẫu", 0)).andExpect(status().is3xxRedirection());
        AgencyRow renamed = agency(commune.health());
        assertThat(renamed.name()).isEqualTo("Trạm Y tế xã Mẫu");
        assertThat(renamed.aliases()).containsExactly("Trạm Y tế");
        mvc.perform(get("/agencies").param("q", "xa mau tram").with(person(officer)))
                .andExpect(content().string(containsString("còn gọi: Trạm Y tế")));
        mvc.perform(get("/agencies")
                        .param("on", "14/01/2026")
                        .param("kind", "HEALTH")
                        .with(person(officer)))
                .andExpect(content().string(containsString("còn gọi: Trạm Y tế xã Mẫu")));
        clock.moveTo(LocalDate.of(2026, 2, 1));
        mvc.perform(post("/agencies/" + commune.health() + "/edit")
                        .param("name", "Trạm Y tế")
                        .param("kind", "HEALTH")
                        .param("from", "20/01/2026")
                        .param("version", "1")
                        .with(person(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(agency(commune.health()).aliases()).containsExactly("Trạm Y tế xã Mẫu");
    }

    @Test
    void an_agency_does_not_get_the_name_of_another_one() throws Exception {
        mvc.perform(renaming(commune.health(), officer, "CÔNG AN XÃ", 0))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("đã có cơ quan tên"), containsString(typed("CÔNG AN XÃ")))));
        assertThat(agency(commune.health()).name()).isEqualTo("Trạm Y tế");
    }

    @Test
    void a_new_agency_is_not_a_second_standing_one() throws Exception {
        mvc.perform(founding("Phòng Nội vụ").param("standing", "true"))
                .andExpect(content().string(containsString("Đơn vị đã có cơ quan thường trực")));
    }

    @Test
    void the_standing_role_is_handed_over_on_a_date_and_a_wrong_date_stays_in_its_field() throws Exception {
        mvc.perform(standing(commune.health(), "ngày mai"))
                .andExpect(flash().attribute("standingTyped", "ngày mai"))
                .andExpect(flash().attribute("standingWrong", containsString("Ngày chưa đúng")));
        mvc.perform(standing(commune.health(), "01/06/2025"))
                .andExpect(flash().attribute("standingWrong", containsString("từ 01/07/2025")));
        mvc.perform(standing(commune.health(), "10/01/2026"))
                .andExpect(flash().attribute("done", containsString("10/01/2026")));
        assertThat(agency(commune.health()).standing()).isTrue();
        assertThat(agency(commune.culture()).standing()).isFalse();
    }

    @Test
    void two_who_change_one_agency_are_told_and_what_was_typed_stays() throws Exception {
        mvc.perform(renaming(commune.health(), officer, "Trạm Y tế A", 0)).andExpect(status().is3xxRedirection());
        mvc.perform(renaming(commune.health(), officer, "Trạm Y tế B", 0))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("Người khác vừa sửa"), containsString(typed("Trạm Y tế B")))));
        assertThat(agency(commune.health()).name()).isEqualTo("Trạm Y tế A");
    }

    @Test
    void an_ended_agency_works_to_its_last_day_and_stays_in_history() throws Exception {
        mvc.perform(ending(commune.health(), officer, "2026-01-31", 0)).andExpect(status().is3xxRedirection());
        clock.moveTo(LocalDate.of(2026, 1, 31));
        assertThat(namesToday()).contains("Trạm Y tế");
        clock.moveTo(LocalDate.of(2026, 2, 1));
        assertThat(namesToday()).doesNotContain("Trạm Y tế");
        mvc.perform(get("/agencies").with(person(officer)))
                .andExpect(content().string(not(containsString("/agencies/" + commune.health()))));
        mvc.perform(get("/agencies").param("on", "31/01/2026").with(person(officer)))
                .andExpect(content().string(containsString("/agencies/" + commune.health())));
        mvc.perform(get("/agencies").param("ended", "true").with(person(officer)))
                .andExpect(content().string(allOf(containsString("Trạm Y tế"), containsString("kết thúc 31/01/2026"))));
    }

    @Test
    void an_agency_does_not_end_before_it_begins() throws Exception {
        mvc.perform(ending(commune.health(), officer, "2025-06-30", 0))
                .andExpect(flash().attribute("refused", containsString("từ 01/07/2025")));
        assertThat(agency(commune.health()).lastDay()).isNull();
    }

    @Test
    void an_ending_can_be_taken_back_unless_another_agency_has_the_name_now() throws Exception {
        mvc.perform(ending(commune.health(), officer, "2026-01-10", 0));
        mvc.perform(post("/agencies/" + commune.health() + "/resume")
                        .param("version", "1")
                        .with(person(officer))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(agency(commune.health()).lastDay()).isNull();
        mvc.perform(ending(commune.health(), officer, "2026-01-10", 2));
        mvc.perform(founding("Trạm Y tế")).andExpect(status().is3xxRedirection());
        mvc.perform(post("/agencies/" + commune.health() + "/resume")
                        .param("version", "3")
                        .with(person(officer))
                        .with(csrf()))
                .andExpect(flash().attribute("refused", containsString("đã có cơ quan tên")));
    }

    @Test
    void other_names_are_added_and_removed() throws Exception {
        mvc.perform(post("/agencies/" + commune.health() + "/names")
                .param("name", "Trạm xá")
                .with(person(officer))
                .with(csrf()));
        assertThat(agency(commune.health()).aliases()).containsExactly("Trạm xá");
        mvc.perform(post("/agencies/" + commune.health() + "/names/remove")
                .param("name", "Trạm xá")
                .with(person(officer))
                .with(csrf()));
        assertThat(agency(commune.health()).aliases()).isEmpty();
    }

    @Test
    void what_was_typed_of_a_new_agency_stays_where_something_is_wrong() throws Exception {
        mvc.perform(post("/units/" + commune.unit() + "/new-agency")
                        .param("shortName", "THCS")
                        .param("aliases", "Trường cấp 2")
                        .param("from", "hôm qua")
                        .with(person(officer))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Hãy ghi tên cơ quan"),
                                containsString("Hãy chọn loại cơ quan"),
                                containsString("Ngày chưa đúng"),
                                containsString(typed("THCS")),
                                containsString(typed("hôm qua")),
                                containsString("Trường cấp 2"))));
    }

    @Test
    void the_spreadsheet_holds_what_the_list_shows() throws Exception {
        byte[] bytes = mvc.perform(get("/agencies.xlsx").param("kind", "HEALTH").with(person(officer)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("Trạm Y tế");
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
        }
    }

    @Test
    void an_administrator_adds_a_unit_below_and_nobody_else_does() throws Exception {
        Actor administrator = provinces.administrator();
        String code = "8" + province.consolidator().province();
        mvc.perform(newUnit(administrator, code, "xã Mới", "COMMUNE")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/units/" + province.unit()).with(person(officer)))
                .andExpect(content().string(containsString("xã Mới")));
        mvc.perform(newUnit(administrator, code, "xã Khác", "COMMUNE"))
                .andExpect(content().string(containsString("đã có đơn vị cùng cấp dùng")));
        mvc.perform(newUnit(administrator, "x", "tỉnh Lạ", "PROVINCE"))
                .andExpect(content().string(containsString("phải ở cấp dưới")));
        mvc.perform(newUnit(province.consolidator(), "9" + code, "xã Nữa", "COMMUNE"))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_search_field_finds_agencies_and_units_of_the_province_the_own_ones_first() throws Exception {
        Commune sibling = province.anotherCommune(2);
        String page = mvc.perform(get("/search").param("q", "y te tram").with(person(officer)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.indexOf("/agencies/" + commune.health()))
                .isPositive()
                .isLessThan(page.indexOf("/agencies/" + sibling.health()));
        mvc.perform(get("/search").param("q", "mau xa").with(person(officer)))
                .andExpect(content().string(containsString("/units/" + commune.unit())));
        mvc.perform(get("/search").param("q", "mau cong an").with(person(officer)))
                .andExpect(content().string(containsString("/agencies/" + commune.police())));
        Province other = provinces.found();
        mvc.perform(get("/search").param("q", "tram y te").with(person(officer)))
                .andExpect(content()
                        .string(not(containsString(other.commune().health().toString()))));
    }

    @Test
    void a_search_for_a_place_brings_the_place_and_not_every_agency_that_lies_there() throws Exception {
        String place = province.consolidator().province() + "x1";
        mvc.perform(get("/search").param("q", place).with(person(officer)))
                .andExpect(content().string(containsString("/units/" + commune.unit())))
                .andExpect(content().string(containsString("/agencies/" + commune.committee())))
                .andExpect(content().string(not(containsString("/agencies/" + commune.police()))));
    }

    @Test
    void the_first_day_of_a_new_agency_is_written_day_first() throws Exception {
        mvc.perform(get("/units/" + commune.unit() + "/new-agency").with(person(provinces.administrator())))
                .andExpect(
                        content().string(matchesPattern("(?s).*name=\"from\"[^>]*value=\"\\d{2}/\\d{2}/\\d{4}\".*")));
    }

    /** The words in a field of a form, as the page's source writes them. */
    private static String typed(String words) {
        return "value=\"" + HtmlUtils.htmlEscape(words) + "\"";
    }

    private List<String> namesToday() {
        return current.as(officer, () -> organization.agenciesOf(commune.unit())).stream()
                .map(agency -> agency.name())
                .toList();
    }

    private AgencyRow agency(AgencyId id) {
        return current.as(officer, () -> queries.agency(id));
    }

    private static MockHttpServletRequestBuilder renaming(AgencyId id, Actor actor, String name, long version) {
        return post("/agencies/" + id + "/edit")
                .param("name", name)
                .param("kind", "HEALTH")
                .param("from", "15/01/2026")
                .param("version", String.valueOf(version))
                .with(person(actor))
                .with(csrf());
    }

    private MockHttpServletRequestBuilder standing(AgencyId id, String from) {
        return post("/agencies/" + id + "/standing")
                .param("standingFrom", from)
                .param("seen", current.as(officer, () -> histories.of(id)).standingMark())
                .with(person(officer))
                .with(csrf());
    }

    private static MockHttpServletRequestBuilder ending(AgencyId id, Actor actor, String lastDay, long version) {
        return post("/agencies/" + id + "/end")
                .param("lastDay", lastDay)
                .param("version", String.valueOf(version))
                .with(person(actor))
                .with(csrf());
    }

    private MockHttpServletRequestBuilder founding(String name) {
        return post("/units/" + commune.unit() + "/new-agency")
                .param("name", name)
                .param("kind", "HEALTH")
                .param("from", "2026-01-15")
                .with(person(officer))
                .with(csrf());
    }

    private MockHttpServletRequestBuilder newUnit(Actor actor, String code, String name, String level) {
        return post("/units/" + province.unit() + "/new-unit")
                .param("name", name)
                .param("code", code)
                .param("level", level)
                .param("from", "01/07/2025")
                .with(person(actor))
                .with(csrf());
    }
}
