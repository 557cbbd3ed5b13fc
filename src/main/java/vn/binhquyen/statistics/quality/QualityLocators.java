package vn.binhquyen.statistics.quality;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;

/** Where rules and locks stand: with the unit that keeps them, those of the whole country with the nation. */
@Configuration(proxyBeanMethods = false)
class QualityLocators {
    @Bean
    Locator<FigureRuleId> figureRuleLocator(RuleRows rules) {
        return new Locator<>() {
            @Override
            public Class<FigureRuleId> idType() {
                return FigureRuleId.class;
            }

            @Override
            public Thing thing() {
                return Thing.INDICATOR;
            }

            @Override
            public Place locate(FigureRuleId id) {
                return Place.of(rules.owner(id).orElse(Organization.NATION));
            }
        };
    }

    @Bean
    Locator<PeriodLockId> periodLockLocator(JdbcClient jdbc) {
        return new Locator<>() {
            @Override
            public Class<PeriodLockId> idType() {
                return PeriodLockId.class;
            }

            @Override
            public Thing thing() {
                return Thing.INDICATOR;
            }

            @Override
            public Place locate(PeriodLockId id) {
                return jdbc.sql("select unit_id from period_lock where id = :id")
                        .param("id", id.value())
                        .query(UUID.class)
                        .optional()
                        .map(unit -> Place.of(new UnitId(unit)))
                        .orElseThrow(() -> new NotFound("lock", id));
            }
        };
    }
}
