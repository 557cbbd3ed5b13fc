package vn.binhquyen.access.signin;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.Identities;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;

/** Spring Security's table of passkeys, with a record of what is added to it. */
@Component
@Transactional
class PasskeyRows implements UserCredentialRepository {
    private final JdbcUserCredentialRepository rows;
    private final CurrentActor current;
    private final CodeGenerators generators;
    private final Identities identities;
    private final AuditLog audit;

    PasskeyRows(
            JdbcOperations jdbc,
            CurrentActor current,
            CodeGenerators generators,
            Identities identities,
            AuditLog audit) {
        this.rows = new JdbcUserCredentialRepository(jdbc);
        this.current = current;
        this.generators = generators;
        this.identities = identities;
        this.audit = audit;
    }

    static Bytes userOf(AccountId account) {
        UUID id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static Optional<AccountId> accountOf(Bytes user) {
        ByteBuffer bytes = ByteBuffer.wrap(user.getBytes());
        return bytes.remaining() == 16
                ? Optional.of(new AccountId(new UUID(bytes.getLong(), bytes.getLong())))
                : Optional.empty();
    }

    @Override
    public void save(CredentialRecord passkey) {
        if (findByCredentialId(passkey.getCredentialId()) == null) {
            recordNew(passkey);
        }
        rows.save(passkey);
    }

    /** Only for oneself: the id of the user comes from the session that asked, and is compared with who acts now. */
    private void recordNew(CredentialRecord passkey) {
        Actor actor = current.find().orElseGet(this::enrolling);
        if (!userOf(actor.account()).equals(passkey.getUserEntityUserId())) {
            throw new IllegalArgumentException("a passkey of somebody else");
        }
        audit.record(actor, "passkey-added", "account", actor.account(), Map.of("passkey", passkey.getLabel()));
    }

    /** Who is half in and sets the first second factor up: with the password alone nobody adds one to those that there are. */
    private Actor enrolling() {
        Authentication present = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(present)
                .map(Authentication::getPrincipal)
                .filter(HalfSignedIn.class::isInstance)
                .map(half -> ((HalfSignedIn) half).account())
                .filter(account -> !generators.has(account) && !any(account))
                .flatMap(identities::open)
                .map(Account::actor)
                .orElseThrow(() -> new AccessRefused("nobody here has a passkey to add"));
    }

    @Transactional(readOnly = true)
    boolean any(AccountId account) {
        return !findByUserId(userOf(account)).isEmpty();
    }

    @Override
    public void delete(Bytes id) {
        rows.delete(id);
    }

    void removeAll(AccountId account) {
        findByUserId(userOf(account)).forEach(passkey -> delete(passkey.getCredentialId()));
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return rows.findByCredentialId(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes user) {
        return rows.findByUserId(user);
    }
}
