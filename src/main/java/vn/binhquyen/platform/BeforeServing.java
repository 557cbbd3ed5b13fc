package vn.binhquyen.platform;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** What is done before the first request is let in, so that nobody asks a database that is still being prepared. */
final class BeforeServing implements SmartLifecycle {
    private final Runnable preparation;
    private volatile boolean done;

    BeforeServing(Runnable preparation) {
        this.preparation = preparation;
    }

    @Override
    public void start() {
        preparation.run();
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
