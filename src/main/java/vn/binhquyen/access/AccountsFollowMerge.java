package vn.binhquyen.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.AgencyMergeParticipant;

/** People of an agency that turned out to be another one belong to that one, closed accounts too. */
@Component
class AccountsFollowMerge implements AgencyMergeParticipant {
    private final JdbcClient jdbc;
    private final Clock clock;

    AccountsFollowMerge(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Following> following(AgencyId duplicate, AgencyId survivor) {
        int accounts = jdbc.sql("select count(*) from account where agency_id = :duplicate")
                .param("duplicate", duplicate.value())
                .query(Integer.class)
                .single();
        return List.of(new Following("accounts", accounts));
    }

    @Override
    public void follow(AgencyId duplicate, AgencyId survivor, Actor actor) {
        jdbc.sql("""
            update account
               set agency_id = :survivor, version = version + 1, updated_at = :at, updated_by = :by
             where agency_id = :duplicate
            """)
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.account().value())
                .update();
    }
}
