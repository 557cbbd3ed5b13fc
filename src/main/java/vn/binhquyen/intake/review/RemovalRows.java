package vn.binhquyen.intake.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanId;

@Component
public class RemovalRows {
    private final JdbcClient jdbc;

    RemovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID insert(Actor actor, PlanId plan, Removal removal, OffsetDateTime at) {
        return jdbc.sql("""
            insert into draft_removal (plan_id, list, parent, position, item, pointers, at, account_id)
            values (:plan, :list, :parent, :position, :item::jsonb, :pointers::jsonb, :at, :account)
            returning id
            """)
                .param("plan", plan.value())
                .param("list", removal.list())
                .param("parent", removal.parent())
                .param("position", removal.position())
                .param("item", ReviewJson.MAPPER.writeValueAsString(removal.item()))
                .param("pointers", ReviewJson.MAPPER.writeValueAsString(removal.pointers()))
                .param("at", at)
                .param("account", actor.account().value())
                .query(UUID.class)
                .single();
    }

    public Optional<Removal> find(PlanId plan, UUID id) {
        return jdbc.sql("select list, parent, position, item, pointers from draft_removal where plan_id = :plan and id"
                        + " = :id")
                .param("plan", plan.value())
                .param("id", id)
                .query(RemovalRows::removal)
                .optional();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from draft_removal where id = :id").param("id", id).update();
    }

    private static Removal removal(ResultSet row, int n) throws SQLException {
        String list = row.getString("list");
        return new Removal(
                list,
                row.getObject("parent", UUID.class),
                row.getInt("position"),
                ReviewJson.MAPPER.readValue(
                        row.getString("item"), ItemList.of(list).type()),
                List.of(ReviewJson.MAPPER.readValue(row.getString("pointers"), Removal.Pointer[].class)));
    }
}
