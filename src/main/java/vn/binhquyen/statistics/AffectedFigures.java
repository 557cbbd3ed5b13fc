package vn.binhquyen.statistics;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AffectedSource;
import vn.binhquyen.kernel.UnitId;

/** Figures of units that are about to change. */
@Component
class AffectedFigures implements AffectedSource {
    private final JdbcClient jdbc;

    AffectedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Affected> affectedBy(Collection<UnitId> units) {
        long count = jdbc.sql("""
            select count(*) from data_value join unit on unit.key = unit_key where unit.id = any(:units)
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single();
        return count == 0 ? List.of() : List.of(new Affected("affected.figures", count, null));
    }
}
