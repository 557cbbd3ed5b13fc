package vn.binhquyen.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one source of time, in Vietnam's zone. */
@Configuration(proxyBeanMethods = false)
class ClockSettings {
    @Bean
    StoryClock clock() {
        return new StoryClock(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
    }
}
