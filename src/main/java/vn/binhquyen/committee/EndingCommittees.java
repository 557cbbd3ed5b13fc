package vn.binhquyen.committee;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.EndingSource;
import vn.binhquyen.kernel.UnitId;

/**
 * A committee ends with its unit, without a decision of its own: nobody sits on it from the day on which the unit is no
 * more, and it stands as before where the change of units is taken back.
 */
@Component
class EndingCommittees implements EndingSource {
    private final JdbcClient jdbc;

    EndingCommittees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Ending> endingWith(Collection<UnitId> units) {
        List<String> names = jdbc.sql("""
            select case when strpos(fold(committee.name), fold(unit.name)) > 0 then committee.name
                        else committee.name || ' ' || unit.name end as title
              from committee
              join unit on unit.id = committee.unit_id
              join lateral (select kind from committee_decision
                             where unit_id = unit.id and taken_back is null
                             order by valid_from desc limit 1) last on last.kind <> 'DISSOLVE'
             where unit.id = any(:units)
             order by unit.name collate "vi-x-icu"
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, n) -> row.getString("title"))
                .list();
        return names.isEmpty() ? List.of() : List.of(new Ending("ending.committees", names));
    }
}
