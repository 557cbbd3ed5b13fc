package vn.binhquyen.organization;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.UnitId;

/** Where units and agencies stand: a unit in itself, an agency in its unit. */
@Configuration(proxyBeanMethods = false)
class OrganizationLocators {
    @Bean
    Locator<UnitId> unitLocator() {
        return new Locator<>() {
            @Override
            public Class<UnitId> idType() {
                return UnitId.class;
            }

            @Override
            public Place locate(UnitId id) {
                return Place.of(id);
            }
        };
    }

    @Bean
    Locator<AgencyId> agencyLocator(AgencyRows agencies) {
        return new Locator<>() {
            @Override
            public Class<AgencyId> idType() {
                return AgencyId.class;
            }

            @Override
            public Place locate(AgencyId id) {
                return new Place(agencies.one(id).unit(), id);
            }
        };
    }

    @Bean
    Locator<ReorganisationId> reorganisationLocator(ReorganisationRows reorganisations) {
        return new Locator<>() {
            @Override
            public Class<ReorganisationId> idType() {
                return ReorganisationId.class;
            }

            @Override
            public Place locate(ReorganisationId id) {
                return Place.of(reorganisations.one(id).keeper());
            }
        };
    }
}
