package vn.binhquyen.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhquyen.audit.AuditCheck.Fault;
import vn.binhquyen.audit.AuditCheck.Found;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;
import vn.binhquyen.testing.TestDatabase;

/** What was recorded stays what it was, and where it does not, that is seen. */
@IntegrationTest
class AuditCheckTest {

    @Autowired
    Provinces provinces;

    @Autowired
    AuditLog log;

    @Autowired
    AuditCheck check;

    @Autowired
    Seals seals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private Province province;
    private Actor officer;

    @BeforeEach
    void a_province_records_what_its_people_do() {
        province = provinces.found();
        officer = province.commune().standingOfficer();
    }

    private void record(String id) {
        transaction.executeWithoutResult(
                status -> log.record(officer, "edited", "plan", id, Map.of("b", 1, "a", List.of("Đồng Đăng", 2.50))));
    }

    private UUID entry(String id) {
        return jdbc.sql("select id from audit_entry where province_id = :province and thing_id = :id")
                .param("province", officer.province())
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    private void seal() {
        do {
            seals.seal();
        } while (unsealed() > 0);
    }

    private long unsealed() {
        return jdbc.sql("select count(*) from audit_unsealed where province_id = :province")
                .param("province", officer.province())
                .query(Long.class)
                .single();
    }

    private List<Found> faults() {
        return check.check().faults().stream()
                .filter(found -> found.province() == officer.province())
                .toList();
    }

    /** As somebody does who has the password of the database's owner, and goes round the application. */
    private static void behindItsBack(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().owner().open();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    @Test
    void a_record_that_nobody_touched_is_whole() {
        record("one");
        record("two");
        seal();
        record("three");

        assertThat(faults()).isEmpty();
        assertThat(unsealed()).isEqualTo(1);
    }

    @Test
    void what_the_change_undoes_is_not_recorded() {
        transaction.executeWithoutResult(status -> {
            log.record(officer, "edited", "plan", "undone", Map.of());
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("select count(*) from audit_entry where thing_id = 'undone'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void an_entry_that_was_changed_is_found() throws SQLException {
        record("one");
        record("two");
        seal();

        behindItsBack("update audit_entry set detail = '{\"a\": 1}' where id = '" + entry("one") + "'");

        assertThat(faults()).extracting(Found::fault, Found::entry).containsExactly(tuple(Fault.CHANGED, entry("one")));
    }

    @Test
    void an_entry_that_was_removed_is_found() throws SQLException {
        record("one");
        record("two");
        seal();
        UUID removed = entry("one");

        behindItsBack("delete from audit_entry where id = '" + removed + "'");

        assertThat(faults()).extracting(Found::fault, Found::entry).containsExactly(tuple(Fault.REMOVED, removed));
    }

    @Test
    void an_entry_removed_together_with_its_link_breaks_the_chain() throws SQLException {
        record("one");
        record("two");
        record("three");
        seal();
        UUID removed = entry("two");

        behindItsBack("delete from audit_link where entry_id = '" + removed + "'");
        behindItsBack("delete from audit_entry where id = '" + removed + "'");

        assertThat(faults())
                .extracting(Found::fault, Found::entry)
                .containsExactly(tuple(Fault.BROKEN_CHAIN, entry("three")));
    }

    @Test
    void an_entry_that_the_application_never_wrote_is_found_though_it_is_sealed() throws SQLException {
        record("one");
        behindItsBack("""
            with forged as (
                insert into audit_entry (province_id, at, account_id, actor_name, agency_id, action, thing, thing_id,
                                         detail, mark)
                select province_id, at, account_id, actor_name, agency_id, 'approved', thing, 'forged', detail, mark
                  from audit_entry where id = '%s'
                returning province_id, id)
            insert into audit_unsealed select * from forged
            """.formatted(entry("one")));
        seal();

        assertThat(faults())
                .extracting(Found::fault, Found::entry)
                .containsExactly(tuple(Fault.CHANGED, entry("forged")));
    }

    @Test
    void an_entry_put_in_without_a_seal_is_found() throws SQLException {
        record("one");
        seal();
        behindItsBack("""
            insert into audit_entry (province_id, at, account_id, actor_name, agency_id, action, thing, thing_id, detail, mark)
            select province_id, at, account_id, actor_name, agency_id, 'approved', thing, 'slipped-in', detail, mark
              from audit_entry where id = '%s'
            """.formatted(entry("one")));

        assertThat(faults())
                .extracting(Found::fault, Found::entry)
                .containsExactly(tuple(Fault.INSERTED, entry("slipped-in")));
    }

    @Test
    void an_own_entry_that_was_kept_from_its_seal_is_found_a_day_later() throws SQLException {
        record("one");
        behindItsBack("delete from audit_unsealed where entry_id = '" + entry("one") + "'");

        assertThat(faults()).isEmpty();
        clock.moveTo(java.time.LocalDate.of(2026, 1, 16));

        assertThat(faults()).extracting(Found::fault).containsOnly(Fault.INSERTED);
    }

    @Test
    void an_entry_without_a_mark_is_not_taken() {
        assertThatThrownBy(() -> behindItsBack("""
            insert into audit_entry (province_id, at, account_id, actor_name, agency_id, action, thing, thing_id, detail)
            values (1, now(), uuidv7(), 'x', uuidv7(), 'x', 'x', 'x', '{}')
            """))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("audit_entry_marked");
    }

    @Test
    void what_was_recorded_before_there_were_marks_is_compared_as_a_whole() throws SQLException {
        behindItsBack("insert into audit_before_marks values (" + officer.province() + ", 3, '\\x00')");
        try {
            assertThat(faults()).extracting(Found::fault).containsExactly(Fault.OLD_PART_CHANGED);
        } finally {
            behindItsBack("delete from audit_before_marks where province_id = " + officer.province());
        }
    }

    @Test
    void an_entry_committed_late_is_sealed_late() {
        record("one");
        seal();
        transaction.executeWithoutResult(status -> {
            log.record(officer, "edited", "plan", "early-id", Map.of());
            var other = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
            other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
            other.executeWithoutResult(inner -> log.record(officer, "edited", "plan", "late-id", Map.of()));
            seals.seal();
        });
        seal();

        assertThat(faults()).isEmpty();
        assertThat(unsealed()).isZero();
    }

    @Test
    void the_application_itself_can_neither_change_nor_remove() {
        record("one");
        seal();

        for (String sql : List.of(
                "update audit_entry set action = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_link set number = 1",
                "delete from audit_link",
                "delete from audit_before_marks",
                "insert into audit_before_marks values (1, 0, '')")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void another_key_proves_nothing() {
        record("one");
        seal();

        assertThat(AuditCheck.on(jdbc, new AuditKey(new byte[32]), java.time.Clock.systemUTC())
                        .check()
                        .faults())
                .isNotEmpty();
    }
}
