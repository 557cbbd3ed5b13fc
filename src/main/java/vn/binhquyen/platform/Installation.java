package vn.binhquyen.platform;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.Rehearsal;

/** What kind of installation this is: with real data, or the demonstration. Once it is one it stays one. */
@Component
public class Installation implements Rehearsal {
    private final JdbcClient jdbc;
    private final AtomicBoolean demonstration = new AtomicBoolean();

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isDemonstration() {
        if (!demonstration.get()) {
            demonstration.set(jdbc.sql("select demonstration from installation")
                    .query(Boolean.class)
                    .optional()
                    .orElse(false));
        }
        return demonstration.get();
    }

    boolean isNew() {
        return jdbc.sql("select not exists (select 1 from installation)")
                .query(Boolean.class)
                .single();
    }

    void begun(boolean asDemonstration) {
        jdbc.sql("insert into installation (demonstration) values (:demonstration)")
                .param("demonstration", asDemonstration)
                .update();
    }
}
