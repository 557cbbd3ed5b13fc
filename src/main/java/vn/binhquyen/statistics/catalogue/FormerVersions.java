package vn.binhquyen.statistics.catalogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.audit.FieldChanges;
import vn.binhquyen.kernel.Actor;

/** What entries of the catalogue were before they were changed, why and by whom. */
@Component
class FormerVersions {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    FormerVersions(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Row<D>(long version, String reason, OffsetDateTime at, String by, D content) {}

    void keep(Actor actor, String thing, Object id, long version, Record former, String reason) {
        jdbc.sql("""
            insert into catalogue_version (thing, thing_id, version, content, reason, at, by)
            values (:thing, :id, :version, :content::jsonb, :reason, :at, :by)
            """)
                .param("thing", thing)
                .param("id", id.toString())
                .param("version", version)
                .param("content", json.writeValueAsString(former))
                .param("reason", reason)
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.account().value())
                .update();
    }

    /** The latest change first, each with what it changed. */
    <D extends Record> List<Former> of(String thing, Object id, D now, Class<D> type) {
        List<Row<D>> rows = jdbc.sql("""
            select former.version, reason, at, coalesce(account.name, '') as name, content::text as content
              from catalogue_version former
              left join account on account.id = by
             where thing = :thing and thing_id = :id
             order by former.version desc
            """)
                .param("thing", thing)
                .param("id", id.toString())
                .query((row, n) -> new Row<>(
                        row.getLong("version"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("name"),
                        json.readValue(row.getString("content"), type)))
                .list();
        List<Former> formers = new ArrayList<>();
        D after = now;
        for (Row<D> row : rows) {
            formers.add(new Former(
                    row.version(),
                    row.reason(),
                    row.at(),
                    row.by(),
                    FieldChanges.between(row.content(), after).all()));
            after = row.content();
        }
        return formers;
    }
}
