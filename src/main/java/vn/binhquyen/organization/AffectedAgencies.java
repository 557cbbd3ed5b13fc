package vn.binhquyen.organization;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AffectedSource;
import vn.binhquyen.kernel.UnitId;

/** Agencies of units that are about to change. */
@Component
class AffectedAgencies implements AffectedSource {
    private final JdbcClient jdbc;

    AffectedAgencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Affected> affectedBy(Collection<UnitId> units) {
        long count = jdbc.sql("""
            select count(*) from agency where unit_id = any(:units) and upper_inf(valid_during)
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single();
        return count == 0 ? List.of() : List.of(new Affected("affected.agencies", count, null));
    }
}
