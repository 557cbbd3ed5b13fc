package vn.binhquyen.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.io.ByteArrayInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanKind;

class PlanListPageTest extends PlanPages {
    @Test
    void a_stranger_is_asked_to_sign_in() throws Exception {
        web.perform(get("/plans")).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void an_empty_list_teaches_a_writer_how_to_begin_and_offers_no_filter() throws Exception {
        web.perform(get("/plans").with(person(commune.standingOfficer())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Chưa có kế hoạch nào")))
                .andExpect(content().string(containsString("/plans/new")))
                .andExpect(content().string(not(containsString("plan-filter"))));
    }

    @Test
    void only_who_may_write_is_offered_a_new_plan() throws Exception {
        stories.issued(commune, 12, TODAY);
        web.perform(get("/plans").with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("/plans/new")));
        web.perform(get("/plans").with(person(commune.policeOfficer())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("12/KH-UBND")))
                .andExpect(content().string(not(containsString("/plans/new"))));
    }

    @Test
    void words_find_plans_without_accents_and_stay_in_their_field() throws Exception {
        stories.issued(commune, 12, TODAY);
        web.perform(get("/plans").param("q", "tien bo phu nu").with(person(commune.policeOfficer())))
                .andExpect(content().string(containsString("12/KH-UBND")))
                .andExpect(content().string(containsString("value=\"tien bo phu nu\"")));
        web.perform(get("/plans").param("q", "giao thong").with(person(commune.policeOfficer())))
                .andExpect(content().string(containsString("Không có kế hoạch nào khớp")))
                .andExpect(content().string(not(containsString("12/KH-UBND"))));
    }

    @Test
    void a_status_narrows_the_list_and_an_unknown_one_is_as_good_as_none() throws Exception {
        stories.issued(commune, 12, TODAY);
        stories.draft(commune, titled("Kế hoạch đang soạn"));
        web.perform(get("/plans").param("status", "DRAFT").with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("Kế hoạch đang soạn")))
                .andExpect(content().string(not(containsString("12/KH-UBND"))));
        web.perform(get("/plans").param("status", "PINK").with(person(commune.standingOfficer())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kế hoạch đang soạn")))
                .andExpect(content().string(containsString("12/KH-UBND")));
    }

    @Test
    void drafts_of_a_commune_are_not_shown_to_the_province() throws Exception {
        stories.draft(commune);
        stories.issued(commune, 12, TODAY);
        web.perform(get("/plans").with(person(province.consolidator())))
                .andExpect(content().string(containsString("12/KH-UBND")))
                .andExpect(content().string(not(containsString("…/KH-UBND"))));
    }

    @Test
    void a_long_list_is_cut_and_the_way_to_the_rest_keeps_the_filter() throws Exception {
        for (int i = 1; i <= 26; i++) {
            stories.draft(commune, titled("Dự thảo số %02d".formatted(i)));
        }
        web.perform(get("/plans").param("sort", "TITLE").param("q", "du thao").with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("Dự thảo số 25")))
                .andExpect(content().string(not(containsString("Dự thảo số 26"))))
                .andExpect(content().string(containsString("q=du%20thao&amp;sort=TITLE&amp;after=")));
    }

    @Test
    void what_is_shown_can_be_taken_away_as_a_spreadsheet() throws Exception {
        stories.issued(commune, 12, TODAY);
        stories.draft(commune, titled("Kế hoạch đang soạn"));
        byte[] bytes = web.perform(
                        get("/plans/export.xlsx").param("status", "ISSUED").with(person(commune.standingOfficer())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("12/KH-UBND");
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo(CommunePlan.TITLE);
            assertThat(sheet.getRow(3).getCell(6).getNumericCellValue()).isEqualTo(6);
        }
    }

    @Test
    void the_list_speaks_english_too() throws Exception {
        web.perform(get("/plans").param("language", "en").with(person(commune.standingOfficer())))
                .andExpect(content().string(containsString("There is no plan yet")));
    }

    private static PlanContent titled(String title) {
        return new NewPlanForm(PlanKind.KE_HOACH, title, "2026", "2026", "KH-UBND").content();
    }
}
