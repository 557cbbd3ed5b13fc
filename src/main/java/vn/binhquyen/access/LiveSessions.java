package vn.binhquyen.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.binhquyen.kernel.AccountId;

/** Ends the sessions of an account, wherever they were opened, as soon as the change that asks for it is committed. */
@Component
public class LiveSessions {
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    LiveSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    public void endAll(AccountId account) {
        endAllBut(account, null);
    }

    /** Ends one session. */
    public void end(String session) {
        afterCommit(() -> sessions.deleteById(session));
    }

    public void endAllBut(AccountId account, @Nullable String kept) {
        afterCommit(() -> {
            Set<String> open = sessions.findByPrincipalName(account.toString()).keySet();
            open.stream().filter(id -> !id.equals(kept)).forEach(sessions::deleteById);
        });
    }

    private static void afterCommit(Runnable end) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                end.run();
            }
        });
    }
}
