package vn.binhquyen.reporting;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/** Where reports stand: one that is owed with its agency, a round and its consolidated report with the receiving unit. */
@Configuration(proxyBeanMethods = false)
class ReportingLocators {

    private record Rows<I>(Class<I> idType, Function<I, UUID> key, JdbcClient jdbc, String sql) implements Locator<I> {
        @Override
        public Place locate(I id) {
            return jdbc.sql(sql)
                    .param("id", key.apply(id))
                    .query((row, n) -> {
                        UUID agency = row.getObject("agency_id", UUID.class);
                        return new Place(
                                new UnitId(row.getObject("unit_id", UUID.class)),
                                agency == null ? null : new AgencyId(agency));
                    })
                    .optional()
                    .orElseThrow(() -> new NotFound(idType.getSimpleName(), id));
        }
    }

    @Bean
    Locator<SubmissionId> submissionLocator(JdbcClient jdbc) {
        return new Rows<>(SubmissionId.class, SubmissionId::value, jdbc, """
            select unit_id, agency_id
              from submission
              join agency on agency.id = agency_id
             where submission.id = :id
            """);
    }

    @Bean
    Locator<RoundId> roundLocator(JdbcClient jdbc) {
        return new Rows<>(RoundId.class, RoundId::value, jdbc, """
            select unit_id, null::uuid as agency_id from reporting_round where id = :id
            """);
    }

    @Bean
    Locator<ConsolidationId> consolidationLocator(JdbcClient jdbc) {
        return new Rows<>(ConsolidationId.class, ConsolidationId::value, jdbc, """
            select unit_id, null::uuid as agency_id
              from consolidation
              join reporting_round on reporting_round.id = round_id
             where consolidation.id = :id
            """);
    }
}
