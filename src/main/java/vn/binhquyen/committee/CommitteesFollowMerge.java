package vn.binhquyen.committee;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.AgencyMergeParticipant;

/** Present members stand for the agency that theirs turned out to be. */
@Component
class CommitteesFollowMerge implements AgencyMergeParticipant {
    private final JdbcClient jdbc;

    CommitteesFollowMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Following> following(AgencyId duplicate, AgencyId survivor) {
        int seats = jdbc.sql("select count(*) from committee_seat where agency_id = :duplicate and closed_by is null")
                .param("duplicate", duplicate.value())
                .query(Integer.class)
                .single();
        return List.of(new Following("seats", seats));
    }

    @Override
    public void follow(AgencyId duplicate, AgencyId survivor, Actor actor) {
        jdbc.sql("update committee_seat set agency_id = :survivor where agency_id = :duplicate and closed_by is null")
                .param("duplicate", duplicate.value())
                .param("survivor", survivor.value())
                .update();
    }
}
