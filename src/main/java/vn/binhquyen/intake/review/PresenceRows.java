package vn.binhquyen.intake.review;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanId;

/** Who has a draft open, on whichever node of the application. */
@Component
public class PresenceRows {
    /** How long a sign of life counts. */
    private static final Duration ALIVE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;

    PresenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that the actor is there and names the others who are. */
    public List<String> note(Actor actor, PlanId plan, OffsetDateTime now) {
        jdbc.sql("""
            insert into draft_presence (plan_id, account_id, name, seen_at)
            values (:plan, :account, :name, :now)
            on conflict (plan_id, account_id) do update set name = excluded.name, seen_at = excluded.seen_at
            """)
                .param("plan", plan.value())
                .param("account", actor.account().value())
                .param("name", actor.name())
                .param("now", now)
                .update();
        jdbc.sql("delete from draft_presence where plan_id = :plan and seen_at < :since")
                .param("plan", plan.value())
                .param("since", now.minus(ALIVE))
                .update();
        return jdbc.sql("""
            select name from draft_presence
             where plan_id = :plan and account_id <> :account
             order by name collate "vi-x-icu"
            """)
                .param("plan", plan.value())
                .param("account", actor.account().value())
                .query((row, n) -> row.getString("name"))
                .list();
    }
}
