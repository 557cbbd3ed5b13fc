package vn.binhquyen;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/** The web application: all rooms together. */
@SpringBootApplication
@Modulithic(systemName = "Bình Quyền", sharedModules = "kernel")
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 8 * 60 * 60)
public class Application {}
