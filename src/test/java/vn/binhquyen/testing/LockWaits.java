package vn.binhquyen.testing;

import static org.awaitility.Awaitility.await;

import org.springframework.jdbc.core.simple.JdbcClient;

/** So that a test of two at once lets the second come before the first has ended. */
public final class LockWaits {
    private LockWaits() {}

    /** Returns when somebody else waits for what the transaction of this thread holds; fails where nobody comes to. */
    public static void awaitOneThatWaitsForUs(JdbcClient jdbc) {
        await().pollInSameThread()
                .until(() -> jdbc.sql("""
                    select exists (select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
                    """).query(Boolean.class).single());
    }
}
