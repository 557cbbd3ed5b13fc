package vn.binhquyen.monitoring.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.query.Origin.Kind;
import vn.binhquyen.statistics.query.Source;

/** Finds the reports that gave figures; who may not read one is told its name and no more. */
@Component
class Origins {
    private final JdbcClient jdbc;
    private final Permits permits;

    Origins(JdbcClient jdbc, Permits permits) {
        this.jdbc = jdbc;
        this.permits = permits;
    }

    private record Report(
            Kind kind, String name, UnitId unit, @Nullable AgencyId agency, boolean sent) {}

    Map<UUID, Origin> of(Actor actor, Collection<Source> sources) {
        Map<UUID, Report> reports =
                reports(sources.stream().map(Source::origin).distinct().toList());
        Map<UUID, Origin> origins = new HashMap<>();
        for (Source source : sources) {
            Report report = reports.get(source.origin());
            origins.put(
                    source.origin(),
                    report == null
                            ? new Origin(source.imported() ? Kind.IMPORT : Kind.ENTRY, null, null)
                            : new Origin(report.kind(), report.name(), link(actor, source.origin(), report)));
        }
        return origins;
    }

    private @Nullable String link(Actor actor, UUID id, Report report) {
        if (!report.sent()
                || !permits.allows(actor, Action.VIEW, Thing.REPORT, new Place(report.unit(), report.agency()))) {
            return null;
        }
        return (report.kind() == Kind.REPORT ? "/reports/" : "/reports/consolidated/") + id;
    }

    private Map<UUID, Report> reports(List<UUID> ids) {
        Map<UUID, Report> reports = new HashMap<>();
        jdbc.sql("""
            select submission.id, 'REPORT' as kind, agency.name, agency.unit_id, agency.id as agency_id,
                   submission.state in ('SUBMITTED', 'ACCEPTED') as sent
              from submission
              join agency on agency.id = submission.agency_id
             where submission.id = any(:ids)
             union all
            select consolidation.id, 'CONSOLIDATION', reporting_round.title, reporting_round.unit_id, null,
                   consolidation.state in ('ISSUED', 'SENT')
              from consolidation
              join reporting_round on reporting_round.id = round_id
             where consolidation.id = any(:ids)
            """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            @Nullable UUID agency = row.getObject("agency_id", UUID.class);
            reports.put(
                    row.getObject("id", UUID.class),
                    new Report(
                            Kind.valueOf(row.getString("kind")),
                            row.getString("name"),
                            new UnitId(row.getObject("unit_id", UUID.class)),
                            agency == null ? null : new AgencyId(agency),
                            row.getBoolean("sent")));
        });
        return reports;
    }
}
