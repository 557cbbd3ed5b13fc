package vn.binhquyen.plan;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhquyen.kernel.Locator;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;

/** A plan stands in the unit that keeps it, and a task in the unit of its plan. */
@Configuration(proxyBeanMethods = false)
class PlanLocators {
    @Bean
    Locator<PlanId> planLocator(JdbcClient jdbc) {
        return new Locator<>() {
            @Override
            public Class<PlanId> idType() {
                return PlanId.class;
            }

            @Override
            public Place locate(PlanId id) {
                return jdbc.sql("select unit_id from plan where id = :id")
                        .param("id", id.value())
                        .query(UUID.class)
                        .optional()
                        .map(unit -> Place.of(new UnitId(unit)))
                        .orElseThrow(() -> new NotFound("plan", id));
            }
        };
    }

    @Bean
    Locator<TaskId> taskLocator(JdbcClient jdbc) {
        return new Locator<>() {
            @Override
            public Class<TaskId> idType() {
                return TaskId.class;
            }

            @Override
            public Thing thing() {
                return Thing.TASK;
            }

            @Override
            public Place locate(TaskId id) {
                return jdbc.sql("select unit_id from plan_task join plan on plan.id = plan_id where plan_task.id = :id")
                        .param("id", id.value())
                        .query(UUID.class)
                        .optional()
                        .map(unit -> Place.of(new UnitId(unit)))
                        .orElseThrow(() -> new NotFound("task", id));
            }
        };
    }
}
