package vn.binhquyen.statistics.catalogue;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.IndicatorId;

/** An entry of the catalogue stands at the unit that defined it, those of the whole country at the nation. */
@Configuration(proxyBeanMethods = false)
class CatalogueLocators {

    private record Rows<I>(Class<I> idType, Function<I, UUID> key, JdbcClient jdbc, String sql) implements Locator<I> {
        @Override
        public Thing thing() {
            return Thing.INDICATOR;
        }

        @Override
        public Place locate(I id) {
            return jdbc.sql(sql)
                    .param("id", key.apply(id))
                    .param("nation", Organization.NATION.value())
                    .query(UUID.class)
                    .optional()
                    .map(unit -> Place.of(new UnitId(unit)))
                    .orElseThrow(() -> new NotFound(idType.getSimpleName(), id));
        }
    }

    @Bean
    Locator<ElementId> elementLocator(JdbcClient jdbc) {
        return new Rows<>(
                ElementId.class,
                ElementId::value,
                jdbc,
                "select coalesce(unit_id, :nation) from data_element where id = :id");
    }

    @Bean
    Locator<IndicatorId> indicatorLocator(JdbcClient jdbc) {
        return new Rows<>(
                IndicatorId.class,
                IndicatorId::value,
                jdbc,
                "select coalesce(unit_id, :nation) from indicator where id = :id");
    }

    @Bean
    Locator<DimensionId> dimensionLocator(JdbcClient jdbc) {
        return new Rows<>(
                DimensionId.class,
                DimensionId::value,
                jdbc,
                "select coalesce(unit_id, :nation) from breakdown_dimension where id = :id");
    }
}
