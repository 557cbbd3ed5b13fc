package vn.binhquyen.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AffectedSource;
import vn.binhquyen.kernel.UnitId;

/** Accounts of people in units that are about to change. */
@Component
class AffectedAccounts implements AffectedSource {
    private final JdbcClient jdbc;
    private final Clock clock;

    AffectedAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Affected> affectedBy(Collection<UnitId> units) {
        long count = jdbc.sql("""
            select count(distinct account.id)
              from agency
              join post on post.agency_id = agency.id and post.valid_during && daterange(:today, null)
              join account on account.id = post.account_id and account.active
             where agency.unit_id = any(:units)
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .single();
        return count == 0 ? List.of() : List.of(new Affected("affected.accounts", count, null));
    }
}
