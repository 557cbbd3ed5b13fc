package vn.binhquyen.audit;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was recorded into the chain of its province, seconds after the change: inside the change's own transaction a
 * chain would put all writers of a province into one queue. An entry that is committed late is sealed late.
 */
@Component
class Seals {

    private static final int AT_ONCE = 5_000;

    /** The hash before the first link of a chain. */
    static final byte[] BEGINNING = new byte[0];

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditKey key;
    private final Clock clock;

    Seals(JdbcClient jdbc, TransactionTemplate transaction, AuditKey key, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.key = key;
        this.clock = clock;
    }

    private record Marked(UUID id, byte[] mark) {}

    private record Link(long number, byte[] hash) {}

    @Scheduled(initialDelayString = "${binhquyen.audit.first-seal-after:5s}", fixedDelayString = "5s")
    void seal() {
        jdbc.sql("select distinct province_id from audit_unsealed")
                .query(Short.class)
                .list()
                .forEach(province -> transaction.executeWithoutResult(status -> seal(province)));
    }

    /** One node seals a province at a time; another that comes meanwhile leaves it to that one. */
    private void seal(short province) {
        boolean first = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit-seal'), :province)")
                .param("province", (int) province)
                .query(Boolean.class)
                .single();
        if (!first) {
            return;
        }
        List<Marked> entries = jdbc.sql("""
            select id, mark
              from audit_entry
             where province_id = :province
               and id = any(array(select entry_id
                                    from audit_unsealed
                                   where province_id = :province
                                   order by entry_id
                                   limit :limit))
             order by id
            """)
                .param("province", province)
                .param("limit", AT_ONCE)
                .query((row, n) -> new Marked(row.getObject("id", UUID.class), row.getBytes("mark")))
                .list();
        Link last = jdbc.sql("""
            select number, hash from audit_link where province_id = :province order by number desc limit 1
            """)
                .param("province", province)
                .query((row, n) -> new Link(row.getLong("number"), row.getBytes("hash")))
                .optional()
                .orElse(new Link(0, BEGINNING));
        Long[] numbers = new Long[entries.size()];
        UUID[] ids = new UUID[entries.size()];
        byte[][] hashes = new byte[entries.size()][];
        for (int i = 0; i < entries.size(); i++) {
            last = new Link(
                    last.number() + 1,
                    hash(key, last.hash(), last.number() + 1, entries.get(i).mark()));
            numbers[i] = last.number();
            ids[i] = entries.get(i).id();
            hashes[i] = last.hash();
        }
        jdbc.sql("""
            insert into audit_link (province_id, number, entry_id, sealed_at, hash)
            select :province, number, entry, :at, hash
              from unnest(:numbers::bigint[], :entries::uuid[], :hashes::bytea[]) link (number, entry, hash)
            """)
                .param("province", province)
                .param("at", OffsetDateTime.now(clock))
                .param("numbers", numbers)
                .param("entries", ids)
                .param("hashes", hashes)
                .update();
        jdbc.sql("delete from audit_unsealed where province_id = :province and entry_id = any(:entries)")
                .param("province", province)
                .param("entries", ids)
                .update();
    }

    static byte[] hash(AuditKey key, byte[] before, long number, byte[] mark) {
        return key.hash(before, ByteBuffer.allocate(Long.BYTES).putLong(number).array(), mark);
    }
}
