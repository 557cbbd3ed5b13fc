package vn.binhquyen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import vn.binhquyen.testing.IntegrationTest;

@IntegrationTest
class JobsTest {
    @Autowired
    ThreadPoolTaskScheduler scheduler;

    @Autowired
    List<ScheduledTaskHolder> holders;

    @Test
    void no_job_waits_for_another_one() {
        List<String> jobs = holders.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(Object::toString)
                .toList();
        assertThat(jobs).hasSize(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize());
    }
}
