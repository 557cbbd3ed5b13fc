package vn.binhquyen.audit.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.NewAccount;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.audit.FieldChange;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class AuditPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    Provinces provinces;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentActor current;

    @Autowired
    AuditLog log;

    @Autowired
    TransactionTemplate transaction;

    private Province province;
    private Commune commune;
    private Actor inspector;

    @BeforeEach
    void a_commune_has_an_inspector() {
        province = provinces.found();
        commune = province.commune();
        inspector = person("thanhtra", commune);
    }

    private Actor person(String username, Commune of) {
        Actor admin = provinces.administrator();
        return current.as(
                admin,
                () -> accounts.account(accounts.open(
                                admin,
                                of.police(),
                                new NewAccount(
                                        username
                                                + admin.province()
                                                + of.unit().toString().substring(26),
                                        "Mông Thị Kiểm",
                                        null,
                                        of.police(),
                                        Set.of(Role.INSPECTOR),
                                        Provinces.PASSWORD)))
                        .actor());
    }

    private void did(Actor who, String id) {
        transaction.executeWithoutResult(status -> log.record(who, "edited", "plan", id, Map.of("reason", "thử")));
    }

    @Test
    void an_inspector_reads_what_the_people_of_the_unit_did_and_nobody_elses() throws Exception {
        Commune other = province.anotherCommune(2);
        did(commune.standingOfficer(), "own-plan");
        did(other.standingOfficer(), "foreign-plan");

        web.perform(get("/audit").with(user(new SignedIn(inspector))))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("own-plan"),
                                containsString("Hoàng Thị Thu"),
                                not(containsString("foreign-plan")))));
    }

    @Test
    void the_record_of_a_unit_above_is_refused_and_the_refusal_recorded() throws Exception {
        web.perform(get("/audit").param("unit", province.unit().toString()).with(user(new SignedIn(inspector))))
                .andExpect(status().isForbidden());

        web.perform(get("/audit").param("action", "refused").with(user(new SignedIn(inspector))))
                .andExpect(content().string(allOf(containsString("Mông Thị Kiểm"), containsString("/audit"))));
    }

    @Test
    void who_has_no_part_in_inspection_does_not_see_the_record() throws Exception {
        web.perform(get("/audit").with(user(new SignedIn(commune.standingOfficer()))))
                .andExpect(status().isForbidden());
        web.perform(get("/audit.xlsx").with(user(new SignedIn(commune.leader()))))
                .andExpect(status().isForbidden());
    }

    @Test
    void everybody_reads_what_was_recorded_under_their_own_name() throws Exception {
        did(commune.standingOfficer(), "mine");
        did(commune.leader(), "not-mine");

        web.perform(get("/account/history").with(user(new SignedIn(commune.standingOfficer()))))
                .andExpect(content().string(allOf(containsString("mine"), not(containsString("not-mine")))));
    }

    @Test
    void a_change_shows_what_each_field_was_and_became() throws Exception {
        transaction.executeWithoutResult(status -> log.recordChange(
                commune.leader(), "changed", "agency", "x", List.of(new FieldChange("name", "Phòng cũ", "Phòng mới"))));

        web.perform(get("/audit").with(user(new SignedIn(inspector))))
                .andExpect(content().string(allOf(containsString("Phòng cũ"), containsString("Phòng mới"))));
    }

    @Test
    void the_record_is_searched_without_accents_and_by_day() throws Exception {
        did(commune.standingOfficer(), "found-by-name");
        did(commune.leader(), "found-not");

        web.perform(get("/audit").param("q", "thu hoang").with(user(new SignedIn(inspector))))
                .andExpect(content().string(allOf(containsString("found-by-name"), not(containsString("found-not")))));
        web.perform(get("/audit").param("until", "1/1/2020").with(user(new SignedIn(inspector))))
                .andExpect(content().string(containsString("Không có dòng nào như vậy")));
        web.perform(get("/audit").param("from", "31/2/2026").with(user(new SignedIn(inspector))))
                .andExpect(content().string(containsString("Ngày chưa đúng")));
    }

    @Test
    void what_the_list_shows_can_be_had_as_a_spreadsheet() throws Exception {
        did(commune.standingOfficer(), "own-plan");

        web.perform(get("/audit.xlsx").with(user(new SignedIn(inspector))))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    }
}
