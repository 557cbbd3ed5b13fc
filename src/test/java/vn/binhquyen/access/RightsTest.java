package vn.binhquyen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.NewAgency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

@IntegrationTest
class RightsTest {
    @Autowired
    Provinces provinces;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentActor current;

    @Autowired
    JdbcClient jdbc;

    Province province;

    @BeforeEach
    void found() {
        province = provinces.found();
    }

    @Test
    void a_standing_officer_adds_an_agency_to_her_own_unit() {
        Actor officer = province.commune().standingOfficer();
        current.as(
                officer,
                () -> organization.found(officer, school(province.commune().unit(), "Trường THCS")));
        assertThat(names(officer)).contains("Trường THCS");
    }

    @Test
    void a_standing_officer_adds_no_agency_to_the_unit_above() {
        Actor officer = province.commune().standingOfficer();
        assertThatThrownBy(() ->
                        current.as(officer, () -> organization.found(officer, school(province.unit(), "Trường THPT"))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void an_agency_officer_adds_no_agency() {
        Actor police = province.commune().policeOfficer();
        assertThatThrownBy(() -> current.as(
                        police,
                        () -> organization.found(
                                police, school(province.commune().unit(), "Trường THCS"))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void nobody_acts_in_the_name_of_somebody_else() {
        Actor officer = province.commune().standingOfficer();
        Actor police = province.commune().policeOfficer();
        assertThatThrownBy(() -> current.as(
                        police,
                        () -> organization.found(
                                officer, school(province.commune().unit(), "Trường THCS"))))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void two_agencies_of_a_unit_have_different_names() {
        Actor officer = province.commune().standingOfficer();
        assertThatThrownBy(() -> current.as(
                        officer,
                        () -> organization.found(
                                officer, school(province.commune().unit(), "Công an xã"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_founded_agency_stands_in_the_audit_record() {
        Actor officer = province.commune().standingOfficer();
        var id = current.as(
                officer,
                () -> organization.found(officer, school(province.commune().unit(), "Trường THCS")));
        assertThat(jdbc.sql("select actor_name from audit_entry where thing = 'agency' and thing_id = :id")
                        .param("id", id.toString())
                        .query(String.class)
                        .list())
                .containsExactly(officer.name());
    }

    @Test
    void the_application_can_not_change_the_audit_record() {
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("update audit_entry set action = 'x'").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_password_shorter_than_ten_characters_is_refused() {
        Actor officer = province.commune().standingOfficer();
        assertThatThrownBy(() -> accounts.changeOwnPassword(officer, Provinces.PASSWORD, "ngan", null))
                .isInstanceOf(Refused.class);
    }

    private static NewAgency school(vn.binhquyen.kernel.UnitId unit, String name) {
        return new NewAgency(unit, name, null, AgencyKind.SCHOOL, false, List.of(), LocalDate.of(2025, 7, 1));
    }

    private List<String> names(Actor officer) {
        return current.as(officer, () -> organization.agenciesOf(officer.unit())).stream()
                .map(agency -> agency.name())
                .toList();
    }
}
