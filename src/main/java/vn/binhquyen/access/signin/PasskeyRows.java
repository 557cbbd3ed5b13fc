package vn.binhquyen.access.signin;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;

/** Spring Security's table of passkeys, with a record of what is added to it. */
@Component
@Transactional
class PasskeyRows implements UserCredentialRepository {
    private final JdbcUserCredentialRepository rows;
    private final CurrentActor current;
    private final AuditLog audit;

    PasskeyRows(JdbcOperations jdbc, CurrentActor current, AuditLog audit) {
        this.rows = new JdbcUserCredentialRepository(jdbc);
        this.current = current;
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
        Actor actor = current.get();
        if (!userOf(actor.account()).equals(passkey.getUserEntityUserId())) {
            throw new IllegalArgumentException("a passkey of somebody else");
        }
        audit.record(actor, "passkey-added", "account", actor.account(), Map.of("passkey", passkey.getLabel()));
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
