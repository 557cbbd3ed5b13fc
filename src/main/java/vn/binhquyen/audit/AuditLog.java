package vn.binhquyen.audit;

import static vn.binhquyen.kernel.Columns.column;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.kernel.Actor;

/** Writes and reads the record. An entry is written in the transaction of the change that it records, or not at all. */
@Component
public class AuditLog {

    /** The field of an entry's detail under which {@link FieldChange}s stand. */
    public static final String CHANGES = "changes";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditKey key;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    AuditLog(JdbcClient jdbc, JsonMapper json, AuditKey key, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.key = key;
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
        record(List.of(new Deed(actor, action, thing, id, detail, address())));
    }

    /**
     * One of several actions.
     *
     * @param address from which the actor asked, as {@link #address} says it in the thread of the request; null for work without one
     */
    public record Deed(
            Actor actor,
            String action,
            String thing,
            Object id,
            Map<String, ?> detail,
            @Nullable String address) {}

    /** As {@link #record}, of what several people did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Deed> deeds) {
        List<Recorded> entries = deeds.stream().map(this::recorded).toList();
        jdbc.sql("""
            with entry as (
                insert into audit_entry (province_id, id, at, account_id, actor_name, agency_id, action, thing, thing_id,
                                         address, detail, mark)
                select province, id, at, account, name, agency, action, thing, thing_id, address, detail, mark
                  from unnest(:provinces::smallint[], :ids::uuid[], :times::timestamptz[], :accounts::uuid[],
                              :names::text[], :agencies::uuid[], :actions::text[], :things::text[], :thingIds::text[],
                              :addresses::text[], :details::jsonb[], :marks::bytea[])
                       as entry (province, id, at, account, name, agency, action, thing, thing_id, address, detail, mark)
                returning province_id, id)
            insert into audit_unsealed (province_id, entry_id) select province_id, id from entry
            """)
                .param("provinces", column(entries, Recorded::province, Short[]::new))
                .param("ids", column(entries, Recorded::id, UUID[]::new))
                .param("times", column(entries, entry -> entry.at().toString(), String[]::new))
                .param("accounts", column(entries, Recorded::account, UUID[]::new))
                .param("names", column(entries, Recorded::actorName, String[]::new))
                .param("agencies", column(entries, Recorded::agency, UUID[]::new))
                .param("actions", column(entries, Recorded::action, String[]::new))
                .param("things", column(entries, Recorded::thing, String[]::new))
                .param("thingIds", column(entries, Recorded::thingId, String[]::new))
                .param("addresses", column(entries, Recorded::address, String[]::new))
                .param("details", column(entries, Recorded::detail, String[]::new))
                .param("marks", column(entries, entry -> key.hash(entry.signed()), byte[][]::new))
                .update();
    }

    /** As {@link #record}, with what the fields were before and became. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordChange(Actor actor, String action, String thing, Object id, List<FieldChange> changes) {
        record(actor, action, thing, id, Map.of(CHANGES, changes));
    }

    /** As {@link #recordChange}, with what else a later reader needs to know. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordChange(
            Actor actor, String action, String thing, Object id, List<FieldChange> changes, Map<String, ?> detail) {
        var all = new LinkedHashMap<String, Object>(detail);
        all.put(CHANGES, changes);
        record(actor, action, thing, id, all);
    }

    /**
     * Records that somebody was refused, in a transaction of its own: that of the attempt is undone.
     *
     * @param place the path of the page or service that was asked for, without its query
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordRefusal(Actor actor, String method, String place) {
        record(actor, "refused", "page", place, Map.of("method", method));
    }

    private Recorded recorded(Deed deed) {
        return new Recorded(
                deed.actor().province(),
                ids.generate(),
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS),
                deed.actor().account().value(),
                deed.actor().name(),
                deed.actor().agency().value(),
                deed.action(),
                deed.thing(),
                deed.id().toString(),
                deed.address(),
                json.writeValueAsString(new LinkedHashMap<>(deed.detail())));
    }

    /** The network address of the one whom this thread answers; null for work without a request. */
    public static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
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

    /** The fields that an entry says were changed; none where its detail names none. */
    public static List<FieldChange> changes(JsonNode detail) {
        return detail.path(CHANGES)
                .valueStream()
                .map(change -> new FieldChange(
                        change.path("field").asString(), word(change.path("before")), word(change.path("after"))))
                .toList();
    }

    private static @Nullable String word(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }

    /** @param detail JSON object */
    public record Entry(OffsetDateTime at, String actor, String action, String detail) {}
}
