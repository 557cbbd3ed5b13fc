package vn.binhquyen.statistics.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.statistics.entry.EntryForms.Form;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormSheet;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.LockWaits;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** What many people save at the same moment is taken together, and nobody bears what another one brought. */
@IntegrationTest
class ParcelQueueTest {
    @Autowired
    Provinces provinces;

    @Autowired
    Entries entries;

    @Autowired
    ParcelQueue queue;

    @Autowired
    DataSource source;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Commune commune;
    private Form form;
    private List<Commune> others;

    @BeforeEach
    void found() {
        clock.moveTo(LocalDate.of(2026, 4, 8));
        Province province = provinces.found();
        commune = province.commune();
        form = new EntryForms(jdbc).make(province.unit());
        others = Stream.of(2, 3, 4, 5).map(province::anotherCommune).toList();
    }

    @Test
    void those_who_save_while_another_is_at_it_are_taken_in_one_transaction() {
        List<CompletableFuture<Outcome>> saved = whileOneIsSaving(
                others.stream().map(other -> saving(other, form.id(), "1")).toList());

        assertThat(saved).allSatisfy(one -> assertThat(one.join()).isInstanceOf(Outcome.Saved.class));
        assertThat(transactionsOf(others)).isEqualTo(1);
    }

    @Test
    void each_of_them_stands_in_the_record_with_their_own_name_and_address() {
        whileOneIsSaving(others.stream()
                        .map(other -> from("192.0.2." + others.indexOf(other), saving(other, form.id(), "1")))
                        .toList())
                .forEach(CompletableFuture::join);

        assertThat(transactionsOf(others)).isEqualTo(1);
        for (Commune other : others) {
            Actor officer = other.standingOfficer();
            assertThat(jdbc.sql("""
                select concat(actor_name, ' ', address) from audit_entry
                 where account_id = :account and action = 'figures-written'
                """)
                            .param("account", officer.account().value())
                            .query(String.class)
                            .list())
                    .containsExactly(officer.name() + " 192.0.2." + others.indexOf(other));
        }
    }

    @Test
    void who_brings_what_can_not_be_taken_is_told_so_and_the_rest_is_saved() {
        FormId unknown = new FormId(UUID.randomUUID());
        List<CompletableFuture<Outcome>> saved = whileOneIsSaving(List.of(
                saving(others.get(0), form.id(), "1"),
                saving(others.get(1), unknown, "1"),
                saving(others.get(2), form.id(), "một"),
                saving(others.get(3), form.id(), "4")));

        assertThat(saved.get(0).join()).isInstanceOf(Outcome.Saved.class);
        assertThatThrownBy(() -> saved.get(1).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NotFound.class);
        assertThat(saved.get(2).join()).isInstanceOf(Outcome.Refused.class);
        assertThat(saved.get(3).join()).isInstanceOf(Outcome.Saved.class);
    }

    @Test
    void two_for_one_unit_and_period_are_taken_one_after_the_other() {
        Commune other = others.getFirst();
        List<CompletableFuture<Outcome>> saved =
                whileOneIsSaving(List.of(saving(other, form.id(), "1"), saving(other, form.id(), "2")));

        assertThat(saved.stream().map(CompletableFuture::join).toList())
                .hasAtLeastOneElementOfType(Outcome.Saved.class)
                .hasAtLeastOneElementOfType(Outcome.Clash.class);
    }

    @Test
    void nobody_waits_for_who_waits_for_the_other_one_at_their_own_unit() {
        Commune other = others.getFirst();
        CompletableFuture<Outcome> waiting = new CompletableFuture<>();
        CompletableFuture<Outcome> saved = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(key, :period) from unit where id = :unit")
                    .param("unit", commune.unit().value())
                    .param("period", sheet(commune, form.id()).period().key())
                    .query((row, n) -> n)
                    .list();
            start(saving(commune, form.id(), "1"), waiting);
            LockWaits.awaitOneThatWaitsForUs(jdbc);
            start(saving(other, form.id(), "2"), saved);
            assertThat(saved).succeedsWithin(Duration.ofSeconds(20)).isInstanceOf(Outcome.Saved.class);
            assertThat(waiting).isNotDone();
        });
        assertThat(waiting.join()).isInstanceOf(Outcome.Saved.class);
    }

    @Test
    void an_import_that_is_writing_what_one_types_is_waited_for_by_that_one_only() {
        Commune other = others.getFirst();
        CompletableFuture<Outcome> waiting = new CompletableFuture<>();
        CompletableFuture<Outcome> saved = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                insert into data_value (province_id, unit_key, element_key, period_key, nature, breakdown_key,
                                        reporter_key, value, status, entry_key)
                select :province, unit.key, :element, :period, 'A', :breakdown, 0, 1, 'A', nextval('data_entry_key')
                  from unit
                 where id = :unit
                """)
                    .param("province", commune.standingOfficer().province())
                    .param("unit", commune.unit().value())
                    .param("element", form.victims())
                    .param("period", sheet(commune, form.id()).period().key())
                    .param("breakdown", form.women(form.victims()).breakdown().key())
                    .update();
            start(saving(commune, form.id(), "1"), waiting);
            LockWaits.awaitOneThatWaitsForUs(jdbc);
            start(saving(other, form.id(), "2"), saved);
            assertThat(saved).succeedsWithin(Duration.ofSeconds(20)).isInstanceOf(Outcome.Saved.class);
            assertThat(waiting).isNotDone();
            status.setRollbackOnly();
        });
        assertThat(waiting.join()).isInstanceOf(Outcome.Saved.class);
    }

    /** They come while somebody's save goes on: that one waits for a connection, and the test holds all. */
    private List<CompletableFuture<Outcome>> whileOneIsSaving(List<Supplier<Outcome>> savings) {
        List<CompletableFuture<Outcome>> saved = new ArrayList<>();
        CompletableFuture<Outcome> first = new CompletableFuture<>();
        List<Connection> connections = allConnections();
        try {
            Thread leading = start(saving(commune, form.id(), "9"), first);
            await().until(() -> leading.getState() == Thread.State.TIMED_WAITING);
            for (Supplier<Outcome> saving : savings) {
                CompletableFuture<Outcome> one = new CompletableFuture<>();
                int before = queue.waiting();
                start(saving, one);
                await().until(() -> queue.waiting() > before);
                saved.add(one);
            }
        } finally {
            connections.forEach(ParcelQueueTest::close);
        }
        assertThat(first.join()).isInstanceOf(Outcome.Saved.class);
        return saved;
    }

    private List<Connection> allConnections() {
        try {
            List<Connection> all = new ArrayList<>();
            int most = source.unwrap(HikariDataSource.class).getMaximumPoolSize();
            while (all.size() < most) {
                all.add(source.getConnection());
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Thread start(Supplier<Outcome> saving, CompletableFuture<Outcome> outcome) {
        return Thread.ofPlatform().start(new FutureTask<>(() -> {
            try {
                outcome.complete(saving.get());
            } catch (RuntimeException failure) {
                outcome.completeExceptionally(failure);
            }
            return true;
        }));
    }

    private Supplier<Outcome> saving(Commune of, FormId id, String typed) {
        Actor officer = of.standingOfficer();
        CellChange change = new CellChange(form.women(form.victims()), null, typed);
        return () -> current.as(
                officer,
                () -> entries.save(officer, sheet(of, id), UUID.randomUUID(), List.of(change))
                        .values()
                        .iterator()
                        .next());
    }

    private FormSheet sheet(Commune of, FormId id) {
        return new FormSheet(id, of.unit(), form.of(of.unit(), 2026, 1).period());
    }

    private static Supplier<Outcome> from(String address, Supplier<Outcome> saving) {
        return () -> {
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setRemoteAddr(address);
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
            return saving.get();
        };
    }

    /** Rows of one transaction bear its number. */
    private int transactionsOf(List<Commune> communes) {
        return jdbc.sql("select count(distinct xmin::text) from data_entry where by = any(:people)")
                .param(
                        "people",
                        communes.stream()
                                .map(each -> each.standingOfficer().account().value())
                                .toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }
}
