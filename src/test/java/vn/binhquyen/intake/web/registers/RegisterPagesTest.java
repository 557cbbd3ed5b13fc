package vn.binhquyen.intake.web.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.intake.NewReading;
import vn.binhquyen.intake.Readings;
import vn.binhquyen.intake.knowledge.Knowledge;
import vn.binhquyen.intake.knowledge.LegalDocumentRows;
import vn.binhquyen.intake.knowledge.ObsoleteBodyRows;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class RegisterPagesTest {
    @Autowired
    Provinces provinces;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LegalDocumentRows documents;

    @Autowired
    ObsoleteBodyRows bodies;

    @Autowired
    Readings readings;

    @Autowired
    CurrentActor current;

    Actor administrator;
    Actor officer;
    String number;

    @BeforeEach
    void found() {
        administrator = provinces.administrator();
        officer = provinces.found().commune().standingOfficer();
        number = "9" + System.nanoTime() % 10_000 + "/2031/NĐ-CP";
    }

    @Test
    void the_database_begins_with_what_is_shipped() {
        assertThat(documents.all()).containsAll(Knowledge.shipped().documents());
        assertThat(bodies.all()).containsAll(Knowledge.shipped().bodies());
    }

    @Test
    void everybody_reads_the_registers_and_only_an_administrator_is_offered_to_change_them() throws Exception {
        for (String path : new String[] {"/legal-documents", "/obsolete-bodies"}) {
            mvc.perform(get(path).with(person(officer)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(path + "/new"))));
            mvc.perform(get(path + "/new").with(person(officer))).andExpect(status().isForbidden());
            mvc.perform(get(path).with(person(administrator)))
                    .andExpect(content().string(allOf(containsString(path + "/new"), containsString("/edit"))));
        }
        mvc.perform(adding(officer, number, "2031-02-03", "")).andExpect(status().isForbidden());
        assertThat(count(number)).isZero();
    }

    @Test
    void a_document_is_found_by_words_without_accents_and_by_state() throws Exception {
        mvc.perform(get("/legal-documents").param("q", "gioi binh dang luat").with(person(officer)))
                .andExpect(content().string(allOf(containsString("73/2006/QH11"), not(containsString("1719/QĐ-TTg")))));
        mvc.perform(get("/legal-documents").param("state", "OVER").with(person(officer)))
                .andExpect(
                        content().string(allOf(containsString("02/2007/QH12"), not(containsString("48/2009/NĐ-CP")))));
        mvc.perform(get("/obsolete-bodies").param("q", "so lđtbxh").with(person(officer)))
                .andExpect(content().string(containsString("Nay là Sở Nội vụ")));
    }

    @Test
    void the_pages_of_each_order_hold_every_document_once() throws Exception {
        int all = documents.all().size();
        for (String sort : new String[] {"NEWEST", "NAME", "LAST_DAY"}) {
            var seen = new HashSet<String>();
            int rows = 0;
            String link = "/legal-documents?sort=" + sort;
            while (link != null) {
                String page = mvc.perform(get(link).with(person(administrator)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                var edit =
                        Pattern.compile("/legal-documents/([0-9a-f-]{36})/edit").matcher(page);
                while (edit.find()) {
                    seen.add(edit.group(1));
                    rows++;
                }
                var more = Pattern.compile("href=\"(/legal-documents\\?[^\"]*after=[^\"]*)\"")
                        .matcher(page);
                link = more.find() ? more.group(1).replace("&amp;", "&") : null;
            }
            assertThat(rows).as(sort).isEqualTo(all);
            assertThat(seen).as(sort).hasSize(all);
        }
    }

    @Test
    void a_document_is_added_changed_and_taken_out_and_each_is_recorded() throws Exception {
        mvc.perform(adding(administrator, number, "2031-02-03", "")).andExpect(status().is3xxRedirection());
        UUID id = id(number);
        mvc.perform(changing(id, 0, "Tên mới")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/legal-documents").param("q", number).with(person(officer)))
                .andExpect(content().string(allOf(containsString("Tên mới"), containsString("Công báo"))));
        mvc.perform(post("/legal-documents/" + id + "/remove")
                        .param("version", "1")
                        .with(person(administrator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(count(number)).isZero();
        assertThat(jdbc.sql("select action from audit_entry where thing_id = :id order by at")
                        .param("id", id.toString())
                        .query(String.class)
                        .list())
                .containsExactly("added", "changed", "removed");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() throws Exception {
        mvc.perform(adding(administrator, number, "hôm qua", "2030-01-01"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Ngày chưa đúng"), containsString(typed(number)))));
        mvc.perform(adding(administrator, number, "2031-02-03", "2030-01-01"))
                .andExpect(content().string(containsString("Ngày cuối cùng đến trước khi có hiệu lực")));
        mvc.perform(adding(administrator, "125/2021/NĐ-CP", "2021-12-28", ""))
                .andExpect(content().string(containsString("Danh mục đã có văn bản số")));
    }

    @Test
    void a_day_comes_back_as_an_office_writes_it() throws Exception {
        mvc.perform(adding(administrator, number, "3/2/2031", "")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/legal-documents/" + id(number) + "/edit").with(person(administrator)))
                .andExpect(content().string(containsString(typed("03/02/2031"))));
    }

    @Test
    void two_who_change_one_document_are_told_and_what_was_typed_stays() throws Exception {
        mvc.perform(adding(administrator, number, "2031-02-03", ""));
        UUID id = id(number);
        mvc.perform(changing(id, 0, "Tên một")).andExpect(status().is3xxRedirection());
        mvc.perform(changing(id, 0, "Tên hai"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("Người khác vừa sửa"), containsString(typed("Tên hai")))));
    }

    @Test
    void a_body_with_the_name_of_another_is_refused_at_its_field() throws Exception {
        mvc.perform(post("/obsolete-bodies/new")
                        .param("name", "sở thông tin và truyền thông")
                        .param("lastDay", "28/02/2025")
                        .param("source", "Công báo")
                        .with(person(administrator))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Danh mục đã có")));
    }

    @Test
    void the_spreadsheet_holds_what_the_list_shows() throws Exception {
        byte[] bytes = mvc.perform(get("/legal-documents/export.xlsx")
                        .param("q", "73/2006/QH11")
                        .with(person(officer)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("73/2006/QH11");
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
        }
    }

    /** The words in a field of a form, as the page's source writes them. */
    private static String typed(String words) {
        return "value=\"" + HtmlUtils.htmlEscape(words) + "\"";
    }

    private MockHttpServletRequestBuilder adding(Actor actor, String asNumber, String issuedOn, String lastDay) {
        return post("/legal-documents/new")
                .param("type", "NGHI_DINH")
                .param("number", asNumber)
                .param("issuedOn", issuedOn)
                .param("issuer", "Chính phủ")
                .param("title", "quy định thử")
                .param("lastDay", lastDay)
                .param("source", "Công báo")
                .with(person(actor))
                .with(csrf());
    }

    private MockHttpServletRequestBuilder changing(UUID id, long version, String title) {
        return post("/legal-documents/" + id + "/edit")
                .param("type", "NGHI_DINH")
                .param("number", number)
                .param("issuedOn", "2031-02-03")
                .param("issuer", "Chính phủ")
                .param("title", title)
                .param("source", "Công báo")
                .param("version", String.valueOf(version))
                .with(person(administrator))
                .with(csrf());
    }

    @Test
    void a_finding_leads_to_the_entry_that_it_rests_on() throws Exception {
        byte[] document;
        try (InputStream in = Objects.requireNonNull(
                RegisterPagesTest.class.getResourceAsStream("/demo/ke-hoach-xa-thuong-son-2026.docx"))) {
            document = in.readAllBytes();
        }
        var reading = new NewReading(officer.unit(), "ke-hoach.docx", document, false);
        var begun =
                (Readings.Outcome.Begun) current.as(officer, () -> readings.handIn(officer, reading, Locale.of("vi")));

        mvc.perform(get("/plans/" + begun.plan() + "/draft")
                        .param("section", "review")
                        .with(person(officer)))
                .andExpect(content().string(containsString("/legal-documents?q=28/NQ-CP")));
    }

    private UUID id(String ofNumber) {
        return jdbc.sql("select id from legal_document where number = :number")
                .param("number", ofNumber)
                .query(UUID.class)
                .single();
    }

    private long count(String ofNumber) {
        return jdbc.sql("select count(*) from legal_document where number = :number")
                .param("number", ofNumber)
                .query(Long.class)
                .single();
    }
}
