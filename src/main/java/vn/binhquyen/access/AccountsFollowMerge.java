package vn.binhquyen.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.AgencyMergeParticipant;

/**
 * Posts of an agency that turned out to be another one are held there, and open invitations ask into it. Who has a post in
 * both keeps one, with the roles of both. Posts that ended stay where they were.
 */
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
        int posts = jdbc.sql("""
            select count(distinct account_id) from post
             where agency_id = :duplicate and (upper_inf(valid_during) or upper(valid_during) > :today)
            """)
                .param("duplicate", duplicate.value())
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .single();
        return List.of(new Following("accounts", posts));
    }

    @Override
    public void follow(AgencyId duplicate, AgencyId survivor, Actor actor) {
        update("""
            update account set version = version + 1, updated_at = :at, updated_by = :by
             where id in (select account_id from post
                           where agency_id = :duplicate and (upper_inf(valid_during) or upper(valid_during) > :today))
            """, duplicate, survivor, actor);
        update("""
            with twice as (
                select one.account_id, one.roles
                  from post one
                 where one.agency_id = :duplicate and (upper_inf(one.valid_during) or upper(one.valid_during) > :today)
            )
            update post other
               set roles = array(select distinct unnest(other.roles || twice.roles) order by 1),
                   updated_at = :at, updated_by = :by
              from twice
             where other.account_id = twice.account_id and other.agency_id = :survivor
               and (upper_inf(other.valid_during) or upper(other.valid_during) > :today)
            """, duplicate, survivor, actor);
        update("""
            update post
               set valid_during = daterange(least(lower(valid_during), :today::date - 1), :today::date),
                   updated_at = :at, updated_by = :by
             where agency_id = :duplicate and (upper_inf(valid_during) or upper(valid_during) > :today)
               and exists (select 1 from post other
                            where other.account_id = post.account_id and other.agency_id = :survivor
                              and other.valid_during && post.valid_during)
            """, duplicate, survivor, actor);
        update("""
            update post
               set agency_id = :survivor, updated_at = :at, updated_by = :by
             where agency_id = :duplicate and (upper_inf(valid_during) or upper(valid_during) > :today)
            """, duplicate, survivor, actor);
        update("""
            update invitation set agency_id = :survivor
             where agency_id = :duplicate and accepted_at is null and revoked_at is null
            """, duplicate, survivor, actor);
    }

    private void update(String sql, AgencyId duplicate, AgencyId survivor, Actor actor) {
        jdbc.sql(sql)
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .param("today", LocalDate.now(clock))
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.account().value())
                .update();
    }
}
