package vn.binhquyen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.testing.Commune;
import vn.binhquyen.testing.IntegrationTest;
import vn.binhquyen.testing.MovableClock;
import vn.binhquyen.testing.Province;
import vn.binhquyen.testing.Provinces;

/** One person, several posts in time: what they give, on which days, and who may give them. */
@IntegrationTest
class PostsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    @Autowired
    Provinces provinces;

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    CurrentActor current;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    Province province;
    Commune commune;
    Actor nation;
    Actor officer;

    @BeforeEach
    void found() {
        province = provinces.found();
        commune = province.commune();
        nation = provinces.administrator();
        officer = commune.policeOfficer();
    }

    @Test
    void a_person_who_moves_has_one_post_until_the_day_before_and_the_other_from_the_day() {
        move(officer.account(), commune.health(), LocalDate.of(2026, 2, 1));
        assertThat(postsOf(officer.account()))
                .extracting(Post::agency, Post::from, Post::lastDay)
                .containsExactly(
                        tuple(commune.health(), LocalDate.of(2026, 2, 1), null),
                        tuple(commune.police(), TODAY, LocalDate.of(2026, 1, 31)));
        clock.moveTo(LocalDate.of(2026, 1, 31));
        assertThat(seats(officer)).extracting(seat -> seat.actor().agency()).containsExactly(commune.police());
        clock.moveTo(LocalDate.of(2026, 2, 1));
        assertThat(seats(officer)).extracting(seat -> seat.actor().agency()).containsExactly(commune.health());
    }

    @Test
    void a_post_that_ended_yesterday_gives_nothing_today() throws Exception {
        Cookie session = signedIn();
        end(officer.account(), TODAY);
        mvc.perform(get("/account").cookie(session)).andExpect(status().isOk());
        clock.moveTo(TODAY.plusDays(1));
        mvc.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/sign-in"));
        mvc.perform(post("/sign-in")
                        .param("username", username())
                        .param("password", Provinces.PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in?wrong"));
    }

    @Test
    void who_holds_two_posts_changes_between_them_and_finds_the_last_used_one_again() throws Exception {
        begin(officer.account(), commune.health(), Role.CLERK, TODAY);
        Cookie session = signedIn();
        Seat other = seats(officer).stream()
                .filter(seat -> seat.actor().agency().equals(commune.health()))
                .findFirst()
                .orElseThrow();
        Cookie elsewhere = signedIn();
        mvc.perform(post("/account/seat")
                        .param("seat", other.key())
                        .cookie(session)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"));
        mvc.perform(get("/account/delegation").cookie(session))
                .andExpect(content().string(Matchers.containsString("Trạm Y tế. Nhật ký")));
        mvc.perform(get("/account/delegation").cookie(elsewhere))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Trạm Y tế. Nhật ký"))));
        assertThat(account(officer.account()).agency()).isEqualTo(commune.health());
        mvc.perform(get("/account/delegation").cookie(signedIn()))
                .andExpect(content().string(Matchers.containsString("Trạm Y tế. Nhật ký")));
    }

    @Test
    void a_place_of_somebody_else_can_not_be_taken() {
        Seat foreign = seats(commune.clerk()).getFirst();
        assertThatThrownBy(() -> current.as(officer, () -> posts.sit(officer, foreign.key())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void two_posts_of_one_person_in_one_agency_at_once_are_refused() {
        assertThatThrownBy(() -> begin(officer.account(), commune.police(), Role.CLERK, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("access.post.taken");
    }

    @Test
    void a_post_ends_on_no_day_before_it_began() {
        assertThatThrownBy(() -> end(officer.account(), TODAY.minusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("access.post.ends-before-it-begins");
    }

    @Test
    void of_two_who_change_the_posts_of_one_person_the_second_is_told() {
        long seen = account(officer.account()).version();
        begin(officer.account(), commune.health(), Role.CLERK, TODAY);
        assertThatThrownBy(() -> current.as(
                        nation,
                        () -> posts.end(nation, account(officer.account()).post(), TODAY, seen)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_unit_administrator_makes_administrators_only_below_and_never_system_administrators() {
        Actor keeper = person("quanly", province.department(), Role.ADMINISTRATOR);
        current.as(keeper, () -> {
            assertThat(give(keeper, province.committee(), Role.ADMINISTRATOR)).isEqualTo("access.role-not-yours");
            assertThat(give(keeper, commune.culture(), Role.SYSTEM_ADMINISTRATOR))
                    .isEqualTo("access.role-not-yours");
            assertThat(give(keeper, commune.culture(), Role.ADMINISTRATOR)).isEmpty();
        });
    }

    @Test
    void nobody_gives_themselves_a_post_or_ends_one_of_their_own() {
        Actor keeper = person("quanly", province.department(), Role.ADMINISTRATOR);
        Account own = account(keeper.account());
        assertThatThrownBy(() -> current.as(
                        keeper,
                        () -> posts.begin(
                                keeper,
                                keeper.account(),
                                commune.culture(),
                                new NewPost(null, Set.of(Role.LEADER), TODAY, null),
                                own.version())))
                .hasMessageStartingWith("access.own-rights");
        assertThatThrownBy(() -> current.as(keeper, () -> posts.end(keeper, own.post(), TODAY, own.version())))
                .hasMessageStartingWith("access.own-rights");
    }

    @Test
    void who_keeps_one_unit_does_not_get_at_an_account_that_also_has_a_post_elsewhere() {
        Actor keeper = person("quanly", commune.culture(), Role.ADMINISTRATOR);
        begin(officer.account(), province.department(), Role.CONSOLIDATOR, TODAY);
        assertThatThrownBy(() ->
                        current.as(keeper, () -> accounts.resetPassword(keeper, officer.account(), "mat-khau-moi-9")))
                .isInstanceOf(AccessRefused.class);
        assertThat(current.as(keeper, () -> posts.of(officer.account()))).hasSize(2);
    }

    @Test
    void an_administrator_does_not_get_at_the_account_of_a_system_administrator_below() {
        Actor keeper = person("quanly", province.department(), Role.ADMINISTRATOR);
        Actor above = person("hethong", commune.culture(), Role.SYSTEM_ADMINISTRATOR);
        assertThatThrownBy(() ->
                        current.as(keeper, () -> accounts.resetPassword(keeper, above.account(), "mat-khau-moi-9")))
                .hasMessageStartingWith("access.role-not-yours");
    }

    @Test
    void of_two_who_change_the_posts_of_one_person_at_once_one_is_first_and_the_other_is_told() throws Exception {
        Account seen = account(commune.policeOfficer().account());
        CyclicBarrier together = new CyclicBarrier(2);
        try (var executor = Executors.newFixedThreadPool(2)) {
            Future<String> moving = executor.submit(() -> outcome(
                    together,
                    () -> posts.move(
                            nation,
                            seen.post(),
                            commune.health(),
                            new NewPost(null, seen.roles(), TODAY, null),
                            seen.version())));
            Future<String> ending = executor.submit(
                    () -> outcome(together, () -> posts.end(nation, seen.post(), TODAY, seen.version())));
            assertThat(List.of(moving.get(), ending.get())).containsExactlyInAnyOrder("first", "Conflict");
        }
    }

    private String outcome(CyclicBarrier together, Runnable step) throws Exception {
        together.await();
        try {
            current.as(nation, step);
            return "first";
        } catch (Conflict told) {
            return "Conflict";
        }
    }

    @Test
    void two_system_administrators_who_close_each_other_at_once_leave_one() throws Exception {
        Actor one = person("mot", province.department(), Role.SYSTEM_ADMINISTRATOR);
        Actor other = person("hai", province.department(), Role.SYSTEM_ADMINISTRATOR);
        List<AccountId> rest = closeOthersBut(one, other);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            try (var executor = Executors.newFixedThreadPool(2)) {
                Future<Boolean> first = executor.submit(closing(together, one, other));
                Future<Boolean> second = executor.submit(closing(together, other, one));
                assertThat(closed(first) ^ closed(second)).isTrue();
            }
        } finally {
            reopen(rest);
        }
    }

    private static boolean closed(Future<Boolean> attempt) throws InterruptedException {
        try {
            return attempt.get();
        } catch (ExecutionException refused) {
            assertThat(refused.getCause()).hasMessageStartingWith("access.last-system-administrator");
            return false;
        }
    }

    private Callable<Boolean> closing(CyclicBarrier together, Actor actor, Actor victim) {
        Account seen = account(victim.account());
        return () -> {
            together.await();
            current.as(actor, () -> setActive(actor, seen, false));
            return true;
        };
    }

    @Autowired
    JdbcClient jdbc;

    private List<AccountId> closeOthersBut(Actor one, Actor other) {
        return jdbc.sql("""
            update account set active = false
             where active and id not in (:one, :other)
               and exists (select 1 from post where account_id = account.id
                              and 'SYSTEM_ADMINISTRATOR' = any (roles))
            returning id
            """)
                .param("one", one.account().value())
                .param("other", other.account().value())
                .query((row, n) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    private void reopen(List<AccountId> closed) {
        closed.forEach(id -> jdbc.sql("update account set active = true where id = :id")
                .param("id", id.value())
                .update());
    }

    private void setActive(Actor actor, Account seen, boolean active) {
        accounts.change(
                actor,
                seen.id(),
                seen.agency(),
                new AccountChange(seen.id(), seen.name(), null, seen.agency(), seen.roles(), active, seen.version()));
    }

    private String give(Actor keeper, AgencyId agency, Role role) {
        Account seen = accounts.account(officer.account());
        try {
            posts.begin(keeper, seen.id(), agency, new NewPost(null, Set.of(role), TODAY, null), seen.version());
            return "";
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private void begin(AccountId id, AgencyId agency, Role role, LocalDate from) {
        current.as(
                nation,
                () -> posts.begin(
                        nation,
                        id,
                        agency,
                        new NewPost(null, Set.of(role), from, null),
                        accounts.account(id).version()));
    }

    private void move(AccountId id, AgencyId agency, LocalDate from) {
        Account seen = account(id);
        current.as(
                nation,
                () -> posts.move(
                        nation, seen.post(), agency, new NewPost(null, seen.roles(), from, null), seen.version()));
    }

    private void end(AccountId id, LocalDate lastDay) {
        Account seen = account(id);
        current.as(nation, () -> posts.end(nation, seen.post(), lastDay, seen.version()));
    }

    private Account account(AccountId id) {
        return current.as(nation, () -> accounts.account(id));
    }

    private List<Post> postsOf(AccountId id) {
        return current.as(nation, () -> posts.of(id));
    }

    private List<Seat> seats(Actor actor) {
        return current.as(actor, () -> posts.seats(actor));
    }

    private Actor person(String username, AgencyId agency, Role role) {
        return current.as(nation, () -> {
            AccountId id = accounts.open(
                    nation,
                    agency,
                    new NewAccount(
                            username + province.consolidator().province(),
                            "Vương Thị Quản",
                            null,
                            agency,
                            Set.of(role),
                            Provinces.PASSWORD));
            return accounts.account(id).actor();
        });
    }

    private String username() {
        return "congan1_" + province.consolidator().province();
    }

    private Cookie signedIn() throws Exception {
        return Objects.requireNonNull(mvc.perform(post("/sign-in")
                        .param("username", username())
                        .param("password", Provinces.PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION"));
    }
}
