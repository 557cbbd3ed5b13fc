package vn.binhquyen.intake.review;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanId;

/** Steps that can be undone. */
@Component
public class StepRows {
    private final JdbcClient jdbc;

    StepRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID insert(Actor actor, PlanId plan, Step step, OffsetDateTime at) {
        return jdbc.sql("""
            insert into draft_step (plan_id, before, after, at, account_id)
            values (:plan, :before::jsonb, :after::jsonb, :at, :account)
            returning id
            """)
                .param("plan", plan.value())
                .param("before", ReviewJson.MAPPER.writeValueAsString(step.before()))
                .param("after", ReviewJson.MAPPER.writeValueAsString(step.after()))
                .param("at", at)
                .param("account", actor.account().value())
                .query(UUID.class)
                .single();
    }

    public Optional<Step> find(PlanId plan, UUID id) {
        return jdbc.sql("select before, after from draft_step where plan_id = :plan and id = :id")
                .param("plan", plan.value())
                .param("id", id)
                .query((row, n) -> new Step(placed(row.getString("before")), placed(row.getString("after"))))
                .optional();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from draft_step where id = :id").param("id", id).update();
    }

    private static List<Step.Placed> placed(String json) {
        List<Step.Placed> all = new ArrayList<>();
        for (JsonNode node : ReviewJson.MAPPER.readTree(json)) {
            String list = node.get("list").asString();
            JsonNode parent = node.get("parent");
            all.add(new Step.Placed(
                    list,
                    parent.isNull() ? null : UUID.fromString(parent.asString()),
                    node.get("index").asInt(),
                    ReviewJson.MAPPER.treeToValue(
                            node.get("item"), ItemList.of(list).type())));
        }
        return all;
    }
}
