package vn.binhquyen.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import vn.binhquyen.testing.IntegrationTest;

@IntegrationTest
class SessionsNeedTablesTest {
    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void the_store_of_sessions_that_clears_itself_is_made_after_the_tables() {
        String[] stores = context.getBeanNamesForType(JdbcIndexedSessionRepository.class);
        assertThat(stores).hasSize(1);
        assertThat(context.getBeanFactory().getBeanDefinition(stores[0]).getDependsOn())
                .contains("flywayInitializer");
    }
}
