package vn.binhquyen.statistics.quality;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at all sheets that are due now, where a running application would within seconds. */
public final class LookedAt {
    private final Findings findings;
    private final JdbcClient jdbc;

    LookedAt(Findings findings, JdbcClient jdbc) {
        this.findings = findings;
        this.jdbc = jdbc;
    }

    public void all() {
        while (jdbc.sql("select exists (select 1 from finding_due)")
                .query(Boolean.class)
                .single()) {
            findings.refresh();
        }
    }
}
