package vn.binhquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.binhquyen.platform.database.Database;
import vn.binhquyen.testing.RunningApplication;
import vn.binhquyen.testing.Visitor;

/** What was confirmed to a user stays, whatever is killed; on processes as a user starts them. */
class RestartTest {
    private static final Pattern NAME = Pattern.compile("Cơ quan số \\d+");
    private static final String NATION = "00000000-0000-7000-8000-000000000001";

    @TempDir
    Path folder;

    @Test
    void a_second_process_on_the_same_folder_says_so_and_ends() throws Exception {
        try (RunningApplication first = RunningApplication.start(folder);
                RunningApplication second = RunningApplication.launch(folder)) {
            assertThat(second.awaitEnd()).isEqualTo(2);
            assertThat(second.output()).contains("đã chạy", "already running");
            assertThat(new Visitor(first.address()).get("/sign-in").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_record_is_verified_beside_a_running_application_and_without_it() throws Exception {
        try (RunningApplication application = RunningApplication.start(folder);
                RunningApplication verifying = RunningApplication.launch(folder, "audit", "verify")) {
            assertThat(verifying.awaitEnd()).as(verifying.output()).isZero();
            assertThat(verifying.output()).contains("the record is whole");
            assertThat(application.isAlive()).isTrue();
        }
        try (Database database = Database.embedded(folder);
                var connection = database.owner().open();
                var statement = connection.createStatement()) {
            statement.execute("update audit_entry set actor_name = 'Người khác'");
        }
        try (RunningApplication verifying = RunningApplication.launch(folder, "audit", "verify")) {
            assertThat(verifying.awaitEnd()).as(verifying.output()).isEqualTo(1);
            assertThat(verifying.output()).contains("tampered with");
        }
    }

    @Test
    void nothing_confirmed_is_lost_when_the_application_the_database_or_both_are_killed() throws Exception {
        Queue<String> confirmed = new ConcurrentLinkedQueue<>();
        String password;
        try (RunningApplication application = RunningApplication.start(folder)) {
            password = application.administratorPassword();
            work(application, password, confirmed, application::kill);
        }
        try (RunningApplication application = RunningApplication.start(folder)) {
            assertThat(namesIn(application, password)).containsAll(confirmed);
            work(application, password, confirmed, application::killDatabase);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(namesIn(application, password)).containsAll(confirmed));
            work(application, password, confirmed, () -> {
                application.killDatabase();
                application.kill();
            });
        }
        try (RunningApplication application = RunningApplication.start(folder)) {
            assertThat(namesIn(application, password)).containsAll(confirmed);
        }
        try (RunningApplication application = RunningApplication.start(folder)) {
            assertThat(namesIn(application, password))
                    .as("after stopping in the ordinary way")
                    .containsAll(confirmed);
        }
    }

    private interface Blow {
        void strike() throws IOException, InterruptedException;
    }

    /** Two people add agencies without pause; in the middle of it the blow falls. */
    private static void work(RunningApplication application, String password, Queue<String> confirmed, Blow blow)
            throws IOException, InterruptedException {
        int before = confirmed.size();
        CountDownLatch underWay = new CountDownLatch(before + 10);
        AtomicInteger number = new AtomicInteger(before * 1000);
        String address = application.address();
        Thread[] people = new Thread[2];
        for (int i = 0; i < people.length; i++) {
            Visitor person = new Visitor(address);
            person.signIn("quantri", password);
            people[i] = Thread.ofVirtual().start(() -> addAgenciesUntilRefused(person, number, confirmed, underWay));
        }
        for (int i = 0; i < before; i++) {
            underWay.countDown();
        }
        assertThat(underWay.await(3, TimeUnit.MINUTES)).as("work was under way").isTrue();
        blow.strike();
        for (Thread person : people) {
            person.join(Duration.ofMinutes(1));
        }
    }

    private static Set<String> namesIn(RunningApplication application, String password)
            throws IOException, InterruptedException {
        Visitor visitor = new Visitor(application.address());
        visitor.signIn("quantri", password);
        Set<String> names = new HashSet<>();
        String page = "/agencies";
        while (page != null) {
            var document = Jsoup.parse(visitor.get(page).body(), application.address());
            document.select("a[href^=/agencies/]")
                    .eachText()
                    .forEach(text -> NAME.matcher(text).results().forEach(found -> names.add(found.group())));
            var more = document.selectFirst(".bq-more a");
            page = more == null ? null : more.attr("href");
        }
        return names;
    }

    /** Counts as confirmed what the application answered with the way on. */
    private static void addAgenciesUntilRefused(
            Visitor person, AtomicInteger number, Queue<String> confirmed, CountDownLatch underWay) {
        String form = "/units/" + NATION + "/new-agency";
        for (int i = 0; i < 500; i++) {
            String name = "Cơ quan số " + number.incrementAndGet();
            try {
                HttpResponse<String> answer =
                        person.post(form, form, Map.of("name", name, "kind", "OTHER", "from", "2026-01-01"));
                if (answer.statusCode() != 302) {
                    return;
                }
                confirmed.add(name);
                underWay.countDown();
            } catch (IOException | NullPointerException struck) {
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
