package vn.binhquyen.intake.review;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;

/** Which items of a draft somebody looked at, and what they said then. */
@Component
public class ReviewedRows {
    private final JdbcClient jdbc;

    ReviewedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Digests of what was seen, by item. */
    public Map<UUID, String> of(PlanId plan) {
        Map<UUID, String> seen = new HashMap<>();
        jdbc.sql("select item, seen from reviewed_fact where plan_id = :plan")
                .param("plan", plan.value())
                .query(row -> {
                    seen.put(row.getObject("item", UUID.class), row.getString("seen"));
                });
        return seen;
    }

    public void put(Actor actor, PlanId plan, Collection<? extends PlanItem> items, OffsetDateTime at) {
        if (items.isEmpty()) {
            return;
        }
        Map<String, String> seen = items.stream()
                .collect(Collectors.toMap(
                        item -> item.id().toString(), ReviewedRows::digest, (one, same) -> one, TreeMap::new));
        jdbc.sql("""
            insert into reviewed_fact (plan_id, item, seen, at, account_id)
            select :plan, key::uuid, value, :at, :account from jsonb_each_text(:seen::jsonb)
            on conflict (plan_id, item) do update
               set seen = excluded.seen, at = excluded.at, account_id = excluded.account_id
            """)
                .param("plan", plan.value())
                .param("at", at)
                .param("account", actor.account().value())
                .param("seen", ReviewJson.MAPPER.writeValueAsString(seen))
                .update();
    }

    public void delete(PlanId plan, UUID item) {
        jdbc.sql("delete from reviewed_fact where plan_id = :plan and item = :item")
                .param("plan", plan.value())
                .param("item", item)
                .update();
    }

    /** What an item says, with its targets, in few characters. */
    static String digest(PlanItem item) {
        return DigestUtils.sha256Hex(ItemFields.whole(item).toString());
    }
}
