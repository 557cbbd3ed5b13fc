package vn.binhquyen.plan;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AffectedSource;
import vn.binhquyen.kernel.UnitId;

/** Plans of units that are about to change, as far as they are not closed. */
@Component
class AffectedPlans implements AffectedSource {
    private final JdbcClient jdbc;

    AffectedPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Affected> affectedBy(Collection<UnitId> units) {
        long count = jdbc.sql("""
            select count(*) from plan where unit_id = any(:units) and status not in ('CLOSED', 'REVOKED', 'DISCARDED')
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single();
        return count == 0 ? List.of() : List.of(new Affected("affected.plans", count, null));
    }
}
