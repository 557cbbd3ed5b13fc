package vn.binhquyen.audit.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.audit.FieldChange;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.Thing;

/** The record as inspectors search it, and as each person reads their own part of it. */
@Service
@Transactional(readOnly = true)
public class AuditQueries {
    private static final int PAGE = 50;
    private static final int EXPORT = 10_000;
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String COLUMNS = """
        select entry.*, agency.name as agency_name, unit.name as unit_name, link.number as seal
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A page of fifty, newest first; one query. */
    @Authorised(action = Action.VIEW, thing = Thing.AUDIT)
    public AuditPage entries(AuditFilter filter) {
        List<AuditRow> rows = rows(filter, PAGE + 1);
        return rows.size() <= PAGE
                ? new AuditPage(rows, null)
                : new AuditPage(rows.subList(0, PAGE), rows.get(PAGE - 1).id());
    }

    /** All that the filter lets through, for a spreadsheet; at most 10 000. */
    @Authorised(action = Action.VIEW, thing = Thing.AUDIT)
    public List<AuditRow> export(AuditFilter filter) {
        return rows(filter, EXPORT);
    }

    /** What the actor did, newest first, a page of fifty. */
    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public AuditPage own(Actor actor, @Nullable UUID before) {
        List<AuditRow> rows = jdbc.sql(COLUMNS + """
              from audit_entry entry
              left join agency on agency.id = entry.agency_id
              left join unit on unit.id = agency.unit_id
              left join audit_link link on link.province_id = entry.province_id and link.entry_id = entry.id
             where entry.account_id = :account and (:before::uuid is null or entry.id < :before)
             order by entry.id desc
             limit :limit
            """)
                .param("account", actor.account().value())
                .param("before", before)
                .param("limit", PAGE + 1)
                .query(this::row)
                .list();
        return rows.size() <= PAGE
                ? new AuditPage(rows, null)
                : new AuditPage(rows.subList(0, PAGE), rows.get(PAGE - 1).id());
    }

    private List<AuditRow> rows(AuditFilter filter, int limit) {
        return jdbc.sql(COLUMNS + """
              from unit top
              join audit_entry entry on top.province_id in (0, entry.province_id)
              join agency on agency.id = entry.agency_id
              join unit on unit.id = agency.unit_id and top.path @> unit.path
              left join audit_link link on link.province_id = entry.province_id and link.entry_id = entry.id
             where top.id = :unit
               and (:action::text is null or entry.action = :action)
               and (:thing::text is null or entry.thing = :thing)
               and (:from::timestamptz is null or entry.at >= :from)
               and (:until::timestamptz is null or entry.at < :until)
               and (:words = '' or fold(concat_ws(' ', entry.actor_name, agency.name, entry.thing_id)) like all (
                     array(select '%' || regexp_replace(word, '([%_\\\\])', '\\\\\\1', 'g') || '%'
                             from regexp_split_to_table(fold(:words), '\\s+') word)))
               and (:before::uuid is null or entry.id < :before)
             order by entry.id desc
             limit :limit
            """)
                .param("unit", filter.unit().value())
                .param("action", filter.action())
                .param("thing", filter.thing())
                .param(
                        "from",
                        filter.from() == null
                                ? null
                                : filter.from().atStartOfDay(HERE).toOffsetDateTime())
                .param(
                        "until",
                        filter.until() == null
                                ? null
                                : filter.until().plusDays(1).atStartOfDay(HERE).toOffsetDateTime())
                .param("words", filter.words().strip())
                .param("before", filter.before())
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    private AuditRow row(ResultSet row, int n) throws SQLException {
        JsonNode detail = json.readTree(row.getString("detail"));
        List<FieldChange> changes = AuditLog.changes(detail);
        Map<String, String> rest = new LinkedHashMap<>();
        detail.properties().stream()
                .filter(field -> !field.getKey().equals(AuditLog.CHANGES))
                .forEach(field -> rest.put(field.getKey(), words(field.getValue())));
        long number = row.getLong("seal");
        Long seal = row.wasNull() ? null : Long.valueOf(number);
        return new AuditRow(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                row.getString("actor_name"),
                words(row.getString("agency_name")),
                words(row.getString("unit_name")),
                row.getString("action"),
                row.getString("thing"),
                row.getString("thing_id"),
                row.getString("address"),
                changes,
                rest,
                seal);
    }

    private static String words(JsonNode value) {
        if (value.isValueNode()) {
            return value.asString();
        }
        boolean list = value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode);
        return list ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")) : value.toString();
    }

    private static String words(@Nullable String name) {
        return name == null ? "" : name;
    }
}
