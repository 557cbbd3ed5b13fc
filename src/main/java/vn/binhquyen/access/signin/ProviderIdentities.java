package vn.binhquyen.access.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.Identities;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Authorised;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/**
 * Who an account is at an OpenID provider: linked by the person while signed in, or at the first sign-in by the
 * verified address that stands in the account. Nobody gets an account because a provider knows them.
 */
@Service
@Transactional
public class ProviderIdentities {
    private final JdbcClient jdbc;
    private final Identities identities;
    private final AuditLog audit;
    private final Clock clock;

    ProviderIdentities(JdbcClient jdbc, Identities identities, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.audit = audit;
        this.clock = clock;
    }

    public record Link(String issuer, @Nullable String email, OffsetDateTime linked) {}

    /** @param verifiedEmail null where the provider doesn't vouch for one */
    record Known(String issuer, String subject, @Nullable String verifiedEmail) {}

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    @Transactional(readOnly = true)
    public List<Link> own(Actor actor) {
        return jdbc.sql("select issuer, email, linked_at from provider_identity where account_id = :id order by issuer")
                .param("id", actor.account().value())
                .query((row, n) -> new Link(
                        row.getString("issuer"),
                        row.getString("email"),
                        row.getObject("linked_at", OffsetDateTime.class)))
                .list();
    }

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    public void unlink(Actor actor, String issuer) {
        int gone = jdbc.sql("delete from provider_identity where account_id = :id and issuer = :issuer")
                .param("id", actor.account().value())
                .param("issuer", issuer)
                .update();
        if (gone == 0) {
            throw new NotFound("provider", issuer);
        }
        audit.record(actor, "provider-unlinked", "account", actor.account(), Map.of("provider", issuer));
    }

    @Authorised(action = Action.VIEW, thing = Thing.ACCOUNT)
    void link(Actor actor, Known known) {
        insert(actor, known);
    }

    /** The open account of somebody whom a provider vouches for; nobody's where no link was made and none is expected. */
    Optional<Account> find(Known known) {
        return linked(known).or(() -> expected(known)).flatMap(identities::open);
    }

    private Optional<AccountId> linked(Known known) {
        return jdbc.sql("select account_id from provider_identity where issuer = :issuer and subject = :subject")
                .param("issuer", known.issuer())
                .param("subject", known.subject())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    private Optional<AccountId> expected(Known known) {
        if (known.verifiedEmail() == null) {
            return Optional.empty();
        }
        Optional<Account> account = jdbc.sql("select id from account where lower(email) = lower(:email)")
                .param("email", known.verifiedEmail())
                .query(UUID.class)
                .optional()
                .map(AccountId::new)
                .flatMap(identities::open);
        account.ifPresent(found -> insert(found.actor(), known));
        return account.map(Account::id);
    }

    private void insert(Actor actor, Known known) {
        try {
            jdbc.sql("""
                insert into provider_identity (issuer, subject, account_id, email, linked_at, linked_by)
                values (:issuer, :subject, :account, :email, :at, :account)
                """)
                    .param("issuer", known.issuer())
                    .param("subject", known.subject())
                    .param("account", actor.account().value())
                    .param("email", known.verifiedEmail())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("signin.provider.taken");
        }
        audit.record(actor, "provider-linked", "account", actor.account(), Map.of("provider", known.issuer()));
    }
}
