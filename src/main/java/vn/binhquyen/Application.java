package vn.binhquyen;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** The web application: all rooms together. */
@SpringBootApplication
@Modulithic(systemName = "Bình Quyền", sharedModules = "kernel")
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 8 * 60 * 60)
public class Application {
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
