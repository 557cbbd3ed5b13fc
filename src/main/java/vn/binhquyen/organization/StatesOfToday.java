package vn.binhquyen.organization;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets what was decided for a day take effect on it: each unit takes on the state of today, each agency its name and
 * role. What was decided is on
 * record already; doing this twice, or on several nodes, changes nothing.
 */
@Component
@EnableScheduling
class StatesOfToday {
    private final JdbcClient jdbc;
    private final AgencyTimeRows agencies;
    private final Clock clock;

    StatesOfToday(JdbcClient jdbc, AgencyTimeRows agencies, Clock clock) {
        this.jdbc = jdbc;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** @return how many units changed */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "10 */10 * * * *")
    @Transactional
    public int takeEffect() {
        agencies.takeEffect(null, LocalDate.now(clock));
        return jdbc.sql("""
            update unit
               set code = state.code, name = state.name, level = state.level, parent_id = state.parent_id,
                   path = state.path, province_id = state.province_id, version = version + 1
              from unit_state state
             where state.unit_id = unit.id and state.valid_during @> :today
               and (unit.code, unit.name, unit.level, unit.parent_id, unit.path, unit.province_id)
                   is distinct from
                   (state.code, state.name, state.level, state.parent_id, state.path, state.province_id)
            """).param("today", LocalDate.now(clock)).update();
    }
}
