package vn.binhquyen.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.kernel.Actor;

/** Writes and reads the record. An entry is written in the transaction of the change that it records, or not at all. */
@Component
public class AuditLog {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records one action.
     *
     * @param action a verb in the past tense, such as {@code issued}: the key of a message
     * @param thing the kind of thing, such as {@code plan}
     * @param detail what a later reader needs to know, never personal data of victims
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, String thing, Object id, Map<String, ?> detail) {
        jdbc.sql("""
            insert into audit_entry (province_id, at, account_id, actor_name, agency_id, action, thing, thing_id, detail)
            values (:province, :at, :account, :name, :agency, :action, :thing, :id, :detail::jsonb)
            """)
                .param("province", actor.province())
                .param("at", OffsetDateTime.now(clock))
                .param("account", actor.account().value())
                .param("name", actor.name())
                .param("agency", actor.agency().value())
                .param("action", action)
                .param("thing", thing)
                .param("id", id.toString())
                .param("detail", json.writeValueAsString(detail))
                .update();
    }

    /** What was done to one thing, newest first. The caller has made sure that the reader may know it. */
    @Transactional(readOnly = true)
    public List<Entry> historyOf(short province, String thing, Object id) {
        return jdbc.sql("""
            select at, actor_name, action, detail
              from audit_entry
             where province_id = :province and thing = :thing and thing_id = :id
             order by id desc
             limit 200
            """)
                .param("province", province)
                .param("thing", thing)
                .param("id", id.toString())
                .query((row, n) -> new Entry(
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("actor_name"),
                        row.getString("action"),
                        row.getString("detail")))
                .list();
    }

    /** @param detail JSON object */
    public record Entry(OffsetDateTime at, String actor, String action, String detail) {}
}
