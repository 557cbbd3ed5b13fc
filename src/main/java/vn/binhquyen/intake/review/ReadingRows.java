package vn.binhquyen.intake.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.KeptReading;
import vn.binhquyen.intake.PlanJson;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanId;

/** The documents that plans were read from, as they came and as they were read; written once and never changed. */
@Component
public class ReadingRows {
    private static final int DRAFTS_OPEN_AT_ONCE = 64;

    private final JdbcClient jdbc;
    private final Cache<PlanId, KeptReading> open =
            Caffeine.newBuilder().maximumSize(DRAFTS_OPEN_AT_ONCE).build();

    ReadingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Actor actor, PlanId plan, KeptReading reading, byte[] bytes) {
        jdbc.sql("""
            insert into reading (plan_id, file_name, media_type, bytes, sha256, text, read, facts, duration_ms,
                                 already_issued, created_at, created_by)
            values (:plan, :name, :type, :bytes, :sha256, :text::jsonb, :read::jsonb, :facts, :duration,
                    :issued, :at, :by)
            """)
                .param("plan", plan.value())
                .param("name", reading.fileName())
                .param("type", reading.mediaType())
                .param("bytes", bytes)
                .param("sha256", reading.sha256())
                .param("text", ReviewJson.MAPPER.writeValueAsString(reading.text()))
                .param("read", PlanJson.write(reading.plan()))
                .param("facts", reading.facts())
                .param("duration", reading.milliseconds())
                .param("issued", reading.alreadyIssued())
                .param("at", reading.at())
                .param("by", actor.account().value())
                .update();
    }

    public Optional<KeptReading> find(PlanId plan) {
        KeptReading known = open.getIfPresent(plan);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<KeptReading> kept = jdbc.sql("""
            select file_name, media_type, sha256, facts, duration_ms, already_issued, read, text, created_at
              from reading
             where plan_id = :plan
            """)
                .param("plan", plan.value())
                .query(ReadingRows::reading)
                .optional();
        kept.ifPresent(reading -> open.put(plan, reading));
        return kept;
    }

    public Optional<byte[]> bytes(PlanId plan) {
        return jdbc.sql("select bytes from reading where plan_id = :plan")
                .param("plan", plan.value())
                .query(byte[].class)
                .optional();
    }

    private static KeptReading reading(ResultSet row, int n) throws SQLException {
        return new KeptReading(
                row.getString("file_name"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getInt("facts"),
                row.getInt("duration_ms"),
                row.getBoolean("already_issued"),
                PlanJson.read(row.getString("read")),
                ReviewJson.MAPPER.readValue(row.getString("text"), DocumentText.class),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
