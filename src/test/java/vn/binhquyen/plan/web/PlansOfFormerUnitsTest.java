package vn.binhquyen.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.query.PlanFilter;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.PlanRow;
import vn.binhquyen.plan.query.TaskBoard;
import vn.binhquyen.plan.query.TaskFilter;
import vn.binhquyen.plan.query.TaskRow;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.Statements;

/** Two communes with plans became one on 11 March 2026. */
class PlansOfFormerUnitsTest extends PlanPages {
    private static final LocalDate MERGED = TODAY.plusDays(1);

    @Autowired
    PlanQueries queries;

    @Autowired
    MovableClock clock;

    @Autowired
    Provinces provinces;

    Commune second;
    Commune merged;
    Actor officer;
    PlanId issued;
    PlanId draft;

    @BeforeEach
    void merge() {
        second = province.anotherCommune(2);
        issued = stories.issued(commune, 12, TODAY);
        draft = stories.draft(second);
        clock.moveTo(MERGED);
        merged = province.merged(3, MERGED, commune, second);
        officer = merged.standingOfficer();
    }

    @Test
    void the_list_of_the_successor_holds_plans_and_drafts_of_both_marked_with_their_unit_and_its_last_day() {
        List<PlanRow> rows = rows(true);
        assertThat(rows).extracting(PlanRow::id).containsExactlyInAnyOrder(issued, draft);
        assertThat(rows)
                .extracting(row -> Objects.requireNonNull(row.former()).id())
                .containsExactlyInAnyOrder(commune.unit(), second.unit());
        assertThat(rows)
                .extracting(row -> Objects.requireNonNull(row.former()).lastDay())
                .containsOnly(MERGED.minusDays(1));
        assertThat(rows(false)).isEmpty();
    }

    @Test
    void a_commune_sees_and_opens_the_plan_and_the_tasks_of_a_province_whose_place_the_own_one_took() throws Exception {
        Province former = provinces.found();
        clock.moveTo(TODAY);
        PlanId above = stories.issued(former, CommunePlan.of(former.commune()), 158, TODAY);
        clock.moveTo(MERGED);
        provinces.join(former, province, MERGED);
        officer = former.commune().standingOfficer();
        assertThat(rows(true)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(above);
            assertThat(Objects.requireNonNull(row.former()).id()).isEqualTo(former.unit());
        });
        web.perform(get("/plans/" + above).with(person(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/plans/new/parent?source=" + above)));
        TaskFilter all = new TaskFilter(false, null, true, null, null, 25);
        String link = current.as(officer, () -> queries.tasks(officer, null, all))
                .lines()
                .getFirst()
                .link();
        web.perform(get(link).with(person(officer))).andExpect(status().isOk());
        web.perform(get("/plans/new/parent").with(person(officer)))
                .andExpect(content().string(containsString("158/KH-UBND")));
        web.perform(get("/plans").with(person(officer)))
                .andExpect(content().string(containsString("value=\"" + former.unit() + "\"")));
    }

    @Test
    void a_task_whose_plan_is_not_for_the_unit_any_more_does_not_stand_in_its_list() {
        Province old = provinces.found();
        clock.moveTo(TODAY);
        stories.issued(old, CommunePlan.of(commune), 159, TODAY);
        clock.moveTo(MERGED);
        assertThat(current.as(
                                officer,
                                () -> queries.tasks(officer, null, new TaskFilter(false, null, true, null, null, 100)))
                        .lines())
                .isNotEmpty()
                .noneMatch(line -> line.planNumber().startsWith("159/"));
    }

    @Test
    void who_is_of_another_commune_sees_nothing_of_them() {
        Actor other = province.anotherCommune(4).standingOfficer();
        assertThat(current.as(other, () -> queries.plans(other, PlanFilter.all()))
                        .rows())
                .isEmpty();
    }

    @Test
    void the_list_costs_one_statement_and_the_question_for_former_units_another() {
        assertThat(Statements.countIn(() -> rows(true))).isEqualTo(2);
    }

    @Test
    void an_address_that_names_no_row_shows_the_first_page() throws Exception {
        for (String after : List.of("", "x", "~", "2026~no-row")) {
            web.perform(get("/plans").param("after", after).with(person(officer)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("12/KH-UBND")));
        }
    }

    @Test
    void the_page_says_whose_a_plan_was_offers_to_leave_it_out_and_opens_draft_and_tasks() throws Exception {
        web.perform(get("/plans").with(person(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("12/KH-UBND")))
                .andExpect(content().string(containsString("(đến 10/03/2026)")))
                .andExpect(content().string(containsString("Cả của đơn vị cũ")));
        web.perform(get("/plans").param("former", "false").with(person(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("12/KH-UBND"))))
                .andExpect(content().string(containsString("Cả của đơn vị cũ")));
        web.perform(get("/plans").param("unit", commune.unit().toString()).with(person(officer)))
                .andExpect(content().string(containsString("12/KH-UBND")));
        web.perform(get("/plans/" + draft).with(person(officer))).andExpect(status().isOk());
        assertThat(current.as(
                        officer,
                        () -> queries.board(officer, issued, TaskBoard.Grouping.AGENCY, MERGED).sections().stream()
                                .flatMap(section -> section.tasks().stream())
                                .map(TaskRow::parts)
                                .flatMap(List::stream)
                                .toList()))
                .isNotEmpty();
    }

    @Test
    void the_spreadsheet_has_a_column_for_the_former_unit() throws Exception {
        byte[] sheet = web.perform(get("/plans/export.xlsx").with(person(officer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        List<String> texts = new ArrayList<>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
            workbook.getSheetAt(0).forEach(row -> {
                for (Cell cell : row) {
                    texts.add(cell.toString());
                }
            });
        }
        assertThat(texts).contains("Đơn vị cũ").anyMatch(text -> text.endsWith("(đến 10/03/2026)"));
    }

    private List<PlanRow> rows(boolean former) {
        PlanFilter filter = new PlanFilter(null, null, null, null, former, null, PlanFilter.Sort.NEWEST, null, 25);
        return current.as(officer, () -> queries.plans(officer, filter)).rows();
    }
}
