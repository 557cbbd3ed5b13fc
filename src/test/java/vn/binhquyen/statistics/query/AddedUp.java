package vn.binhquyen.statistics.query;

import org.springframework.context.ApplicationContext;

/** Adds up what is due, as the job does that tests do themselves. */
public final class AddedUp {
    private AddedUp() {}

    public static void all(ApplicationContext application) {
        application.getBean(Rollups.class).refreshAll();
    }
}
