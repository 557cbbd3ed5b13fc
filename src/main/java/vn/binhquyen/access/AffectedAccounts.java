package vn.binhquyen.access;

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

    AffectedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Affected> affectedBy(Collection<UnitId> units) {
        long count = jdbc.sql("""
            select count(distinct account.id)
              from post
              join agency on agency.id = post.agency_id
              join account on account.id = post.account_id
             where agency.unit_id = any(:units) and account.active
               and (upper_inf(post.valid_during) or upper(post.valid_during) > current_date)
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single();
        return count == 0 ? List.of() : List.of(new Affected("affected.accounts", count, null));
    }
}
