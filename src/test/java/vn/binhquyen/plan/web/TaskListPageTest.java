package vn.binhquyen.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.binhquyen.testing.SignedInAs.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.plan.NewProgress;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.plan.Tasks;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.TaskCounts;
import vn.binhquyen.plan.query.TaskFilter;
import vn.binhquyen.plan.query.TaskListPage;
import vn.binhquyen.plan.query.TaskListPage.Line;
import vn.binhquyen.plan.query.TaskStatus;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Statements;

/** The list of tasks agency by agency, and what of it stands on the page of an agency. */
class TaskListPageTest extends PlanPages {
    @Autowired
    PlanQueries queries;

    @Autowired
    Tasks tasks;

    @Autowired
    MovableClock clock;

    Actor officer;

    @BeforeEach
    void issue() {
        stories.issued(commune, 12, TODAY);
        officer = commune.standingOfficer();
    }

    @Test
    void a_part_that_is_done_counts_for_its_agency_and_stands_last() {
        Line first = lines(commune.police(), null).getFirst();
        Actor police = commune.policeOfficer();
        TaskCounts before = counts(commune.police());
        current.as(
                police,
                () -> tasks.tell(
                        police,
                        commune.police(),
                        new NewProgress(first.task(), TaskState.DONE, "Đã xong", null, null, null)));

        assertThat(counts(commune.police()).done()).isEqualTo(before.done() + 1);
        assertThat(lines(commune.police(), null).getLast().task()).isEqualTo(first.task());
        assertThat(lines(commune.police(), TaskStatus.DONE))
                .extracting(Line::task)
                .containsExactly(first.task());
    }

    @Test
    void pages_of_one_row_each_bring_every_row_once() {
        List<Line> all = new ArrayList<>();
        String after = null;
        do {
            TaskListPage page = page(null, null, after, 1);
            all.addAll(page.lines());
            after = page.next();
        } while (after != null);
        assertThat(all).hasSizeGreaterThan(2).containsExactlyElementsOf(lines(null, null));
    }

    @Test
    void another_commune_sees_none_of_them_and_the_province_those_of_an_agency_that_it_asks_for() throws Exception {
        Actor sibling = province.anotherCommune(2).standingOfficer();
        TaskFilter filter = new TaskFilter(false, null, true, null, null, 25);
        assertThat(current.as(sibling, () -> queries.tasks(sibling, null, filter))
                        .lines())
                .isEmpty();
        web.perform(get("/tasks").param("agency", commune.police().toString()).with(person(sibling)))
                .andExpect(status().isForbidden());
        web.perform(get("/tasks/export.xlsx")
                        .param("agency", commune.police().toString())
                        .with(person(sibling)))
                .andExpect(status().isForbidden());
        web.perform(get("/tasks").param("agency", commune.police().toString()).with(person(province.consolidator())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("12/KH-UBND")));
    }

    @Test
    void the_page_of_an_agency_shows_its_tasks_to_its_unit_and_those_above_only() throws Exception {
        clock.moveTo(LocalDate.of(2027, 1, 10));
        String agency = "/agencies/" + commune.police();
        Line overdue = lines(commune.police(), TaskStatus.OVERDUE).getFirst();
        for (Actor reader : List.of(officer, province.consolidator())) {
            web.perform(get(agency).with(person(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString(overdue.link()),
                                    containsString("quá hạn"),
                                    containsString("/tasks?agency=" + commune.police()))));
        }
        Commune sibling = province.anotherCommune(2);
        web.perform(get(agency).with(person(sibling.standingOfficer())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/tasks?agency="))));
    }

    @Test
    void the_list_costs_one_statement_and_its_counts_another() {
        assertThat(Statements.countIn(() -> lines(null, null))).isEqualTo(1);
        assertThat(Statements.countIn(() -> counts(null))).isEqualTo(1);
    }

    @Test
    void tasks_of_the_agencies_of_a_former_unit_stand_in_the_list_of_its_successor_and_in_its_spreadsheet()
            throws Exception {
        LocalDate day = TODAY.plusDays(1);
        int before = lines(null, null).size();
        Commune second = province.anotherCommune(2);
        clock.moveTo(day);
        officer = province.merged(3, day, commune, second).standingOfficer();
        assertThat(lines(null, null))
                .hasSize(before)
                .allSatisfy(line -> assertThat(line.former()).isNotNull());
        web.perform(get("/tasks").with(person(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("(đến 10/03/2026)")));
        web.perform(get("/tasks").param("former", "false").with(person(officer)))
                .andExpect(content().string(not(containsString("(đến 10/03/2026)"))));
        web.perform(get("/tasks/export.xlsx").with(person(officer))).andExpect(status().isOk());
    }

    private List<Line> lines(@Nullable AgencyId agency, @Nullable TaskStatus status) {
        return page(agency, status, null, 100).lines();
    }

    private TaskListPage page(
            @Nullable AgencyId agency, @Nullable TaskStatus status, @Nullable String after, int size) {
        return current.as(
                officer, () -> queries.tasks(officer, agency, new TaskFilter(false, status, true, null, after, size)));
    }

    private TaskCounts counts(@Nullable AgencyId agency) {
        return current.as(officer, () -> queries.standing(officer, agency));
    }
}
