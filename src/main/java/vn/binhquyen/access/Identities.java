package vn.binhquyen.access;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.AccountId;

/** Who an account is, for the ways in: asked before anybody is signed in, so no right stands before it. */
@Component
@Transactional(readOnly = true)
public class Identities {
    private final AccountRows rows;

    Identities(AccountRows rows) {
        this.rows = rows;
    }

    /** The account, where its person may sign in. */
    public Optional<Account> open(AccountId id) {
        return rows.find(id).filter(Account::active);
    }

    /** The account of that user name, where its person may sign in. */
    public Optional<Account> open(String username) {
        return rows.named(username).filter(Account::active);
    }

    public Optional<Account> named(String username) {
        return rows.named(username);
    }

    public Optional<String> passwordHash(AccountId id) {
        return rows.passwordHash(id);
    }
}
