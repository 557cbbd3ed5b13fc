package vn.binhquyen.intake.review;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.Doubt;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanId;

/** What was answered to doubts. */
@Component
public class AnswerRows {

    /** What a doubt is known by, and what the doubtful item said when it was answered. */
    public record Key(String rule, String subject, String seen) {}

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<Key, Doubt.Answer> of(PlanId plan) {
        Map<Key, Doubt.Answer> answers = new HashMap<>();
        jdbc.sql("select rule, subject, seen, reason, actor_name, at from finding_answer where plan_id = :plan")
                .param("plan", plan.value())
                .query(row -> {
                    answers.put(
                            new Key(row.getString("rule"), row.getString("subject"), row.getString("seen")),
                            new Doubt.Answer(
                                    row.getString("reason"),
                                    row.getString("actor_name"),
                                    row.getObject("at", OffsetDateTime.class)));
                });
        return answers;
    }

    public void put(Actor actor, PlanId plan, Key key, String reason, OffsetDateTime at) {
        jdbc.sql("""
            insert into finding_answer (plan_id, rule, subject, seen, reason, at, account_id, actor_name)
            values (:plan, :rule, :subject, :seen, :reason, :at, :account, :name)
            on conflict (plan_id, rule, subject) do update
               set seen = excluded.seen, reason = excluded.reason, at = excluded.at,
                   account_id = excluded.account_id, actor_name = excluded.actor_name
            """)
                .param("plan", plan.value())
                .param("rule", key.rule())
                .param("subject", key.subject())
                .param("seen", key.seen())
                .param("reason", reason)
                .param("at", at)
                .param("account", actor.account().value())
                .param("name", actor.name())
                .update();
    }

    public void delete(PlanId plan, String rule, String subject) {
        jdbc.sql("delete from finding_answer where plan_id = :plan and rule = :rule and subject = :subject")
                .param("plan", plan.value())
                .param("rule", rule)
                .param("subject", subject)
                .update();
    }
}
