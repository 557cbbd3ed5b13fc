package vn.binhquyen.reporting;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.AgencyMergeParticipant;
import vn.binhquyen.statistics.Values;

/**
 * What an agency that turned out to be another one owes in rounds that are not yet reported upward is owed by that one,
 * with the reports begun and their figures; reminders stay as they were sent. Where both have reported, each report stays with whom it was sent by.
 */
@Component
class ReportsFollowMerge implements AgencyMergeParticipant {
    /** Rounds of the duplicate that are still open. */
    private static final String OPEN = """
        with open_round as (
            select round.id
              from reporting_round round
              left join consolidation on consolidation.round_id = round.id
             where not round.withdrawn and coalesce(consolidation.state, 'DRAFT') not in ('ISSUED', 'SENT')
        ), moved as (
            select submission.id, submission.round_id
              from submission
              join open_round on open_round.id = submission.round_id
             where submission.agency_id = :duplicate
               and not exists (select 1 from submission own
                                where own.round_id = submission.round_id and own.agency_id = :survivor)
        )
        """;

    private final JdbcClient jdbc;
    private final Values values;

    ReportsFollowMerge(JdbcClient jdbc, Values values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    @Override
    public List<Following> following(AgencyId duplicate, AgencyId survivor) {
        return List.of(
                new Following("owed", count(OPEN + """
                    select count(*)
                      from round_reporter
                      join open_round on open_round.id = round_id
                     where agency_id = :duplicate
                    """, duplicate, survivor)),
                new Following("reports", count(OPEN + "select count(*) from moved", duplicate, survivor)));
    }

    @Override
    public void follow(AgencyId duplicate, AgencyId survivor, Actor actor) {
        update(OPEN + """
            insert into round_reporter (round_id, agency_id, due_on)
            select round_id, :survivor, due_on
              from round_reporter
              join open_round on open_round.id = round_id
             where agency_id = :duplicate
            on conflict do nothing
            """, duplicate, survivor);
        values.passOver(
                actor,
                duplicate,
                survivor,
                jdbc.sql(OPEN + "select id from moved")
                        .param("duplicate", duplicate.value())
                        .param("survivor", survivor.value())
                        .query((row, n) -> row.getObject("id", UUID.class))
                        .list());
        update(OPEN + """
            update submission
               set agency_id = :survivor, version = submission.version + 1
              from moved
             where submission.id = moved.id
            """, duplicate, survivor);
        update(OPEN + """
            delete from round_reporter owed
             using open_round
             where owed.round_id = open_round.id and owed.agency_id = :duplicate
               and not exists (select 1 from submission sent
                                where sent.round_id = owed.round_id and sent.agency_id = :duplicate
                                  and sent.state <> 'DRAFT')
            """, duplicate, survivor);
        update("""
            insert into reported_indicator_owner (plan_id, indicator_id, agency_id)
            select plan_id, indicator_id, :survivor from reported_indicator_owner where agency_id = :duplicate
            on conflict do nothing
            """, duplicate, survivor);
    }

    private int count(String sql, AgencyId duplicate, AgencyId survivor) {
        return jdbc.sql(sql)
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .query(Integer.class)
                .single();
    }

    private void update(String sql, AgencyId duplicate, AgencyId survivor) {
        jdbc.sql(sql)
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .update();
    }
}
