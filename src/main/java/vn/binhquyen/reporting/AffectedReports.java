package vn.binhquyen.reporting;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AffectedSource;
import vn.binhquyen.kernel.UnitId;

/** Reports that units owe or receive which are about to change. */
@Component
class AffectedReports implements AffectedSource {
    private final JdbcClient jdbc;

    AffectedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Affected> affectedBy(Collection<UnitId> units) {
        long count = jdbc.sql("""
            select count(*)
              from round_reporter
              join reporting_round round on round.id = round_id
              join agency on agency.id = agency_id
             where (agency.unit_id = any(:units) or round.unit_id = any(:units)) and not round.withdrawn
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single();
        return count == 0 ? List.of() : List.of(new Affected("affected.reports", count, null));
    }
}
