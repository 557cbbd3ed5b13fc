package vn.binhquyen.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes through the record from its beginning and tells what was changed, removed or inserted behind the application's
 * back, and what no seal holds yet.
 */
@Component
public class AuditCheck {

    /** After so long an entry without a seal is no longer only young. */
    private static final Duration SEALED_AFTER = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final AuditKey key;
    private final Clock clock;

    AuditCheck(JdbcClient jdbc, AuditKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** For a command that works without the application around it. */
    public static AuditCheck on(JdbcClient jdbc, AuditKey key, Clock clock) {
        return new AuditCheck(jdbc, key, clock);
    }

    public enum Fault {
        /** An entry says something else than when it was written. */
        CHANGED,
        /** A sealed entry is gone. */
        REMOVED,
        /** An entry that the application never wrote, or that stayed without a seal. */
        INSERTED,
        /** A link does not follow from the one before it. */
        BROKEN_CHAIN,
        /** What was recorded before entries bore marks is no longer what it was. */
        OLD_PART_CHANGED
    }

    /** @param number of the link in the chain of its province; null where there is none */
    public record Found(
            Fault fault,
            short province,
            @Nullable Long number,
            @Nullable UUID entry) {}

    /**
     * @param links sealed entries that were gone through
     * @param unsealed entries written by the application that no seal holds yet
     * @param before entries from before there were marks, compared as a whole
     */
    public record Report(long links, long unsealed, long before, List<Found> faults) {}

    @Transactional(readOnly = true)
    public Report check() {
        List<Found> faults = new ArrayList<>();
        AtomicLong links = new AtomicLong();
        chains(faults, links);
        long unsealed = unsealed(faults);
        return new Report(links.get(), unsealed, before(faults), List.copyOf(faults));
    }

    private void chains(List<Found> faults, AtomicLong links) {
        Chain chain = new Chain(faults);
        jdbc.sql("""
            select link.province_id as chain, link.number, link.entry_id, link.hash, entry.*
              from audit_link link
              left join audit_entry entry on entry.province_id = link.province_id and entry.id = link.entry_id
             order by link.province_id, link.number
            """).withFetchSize(1_000).query(row -> {
            links.incrementAndGet();
            UUID entry = row.getObject("entry_id", UUID.class);
            boolean there = row.getObject("id") != null;
            chain.link(
                    row.getShort("chain"),
                    row.getLong("number"),
                    entry,
                    row.getBytes("hash"),
                    there ? Recorded.of(row) : null,
                    there ? row.getBytes("mark") : null);
        });
    }

    /** The chains of all provinces, one after the other. */
    private final class Chain {
        private final List<Found> faults;
        private int province = Integer.MIN_VALUE;
        private long number;
        private byte[] hash = Seals.BEGINNING;

        Chain(List<Found> faults) {
            this.faults = faults;
        }

        void link(short of, long next, UUID entry, byte[] found, @Nullable Recorded recorded, byte @Nullable [] mark) {
            if (of != province) {
                province = of;
                number = 0;
                hash = Seals.BEGINNING;
            }
            boolean follows = next == number + 1;
            number = next;
            if (recorded == null || mark == null) {
                faults.add(new Found(Fault.REMOVED, of, next, entry));
            } else if (!Arrays.equals(mark, key.hash(recorded.signed()))) {
                faults.add(new Found(Fault.CHANGED, of, next, entry));
            } else if (!follows || !Arrays.equals(found, Seals.hash(key, hash, next, mark))) {
                faults.add(new Found(Fault.BROKEN_CHAIN, of, next, entry));
            }
            hash = found;
        }
    }

    private long unsealed(List<Found> faults) {
        OffsetDateTime young = OffsetDateTime.now(clock).minus(SEALED_AFTER);
        AtomicLong tail = new AtomicLong();
        jdbc.sql("""
            select entry.*
              from audit_entry entry
              left join audit_link link on link.province_id = entry.province_id and link.entry_id = entry.id
             where link.entry_id is null and entry.mark is not null
            """).withFetchSize(1_000).query(row -> {
            Recorded entry = Recorded.of(row);
            boolean own = Arrays.equals(row.getBytes("mark"), key.hash(entry.signed()));
            if (own && entry.at().isAfter(young)) {
                tail.incrementAndGet();
            } else {
                faults.add(new Found(Fault.INSERTED, entry.province(), null, entry.id()));
            }
        });
        return tail.get();
    }

    private long before(List<Found> faults) {
        AtomicLong entries = new AtomicLong();
        jdbc.sql("""
            with now as (
                select province_id, count(*) as entries,
                       sha256(convert_to(string_agg(concat_ws('|', id, extract(epoch from at), account_id, actor_name,
                                                              agency_id, action, thing, thing_id, detail),
                                                    e'\\n' order by id), 'UTF8')) as digest
                  from audit_entry
                 where mark is null
                 group by province_id)
            select province_id, coalesce(now.entries, 0) as entries,
                   known.digest is not distinct from now.digest as same
              from audit_before_marks known
              full join now using (province_id)
            """).query(row -> {
            entries.addAndGet(row.getLong("entries"));
            if (!row.getBoolean("same")) {
                faults.add(new Found(Fault.OLD_PART_CHANGED, row.getShort("province_id"), null, null));
            }
        });
        return entries.get();
    }
}
