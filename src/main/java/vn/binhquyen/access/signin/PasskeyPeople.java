package vn.binhquyen.access.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.Identities;
import vn.binhquyen.kernel.AccountId;

/** The people of passkeys are the accounts themselves: no second list of names that could grow stale. */
@Component
class PasskeyPeople implements PublicKeyCredentialUserEntityRepository {
    private final Identities identities;

    PasskeyPeople(Identities identities) {
        this.identities = identities;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return PasskeyRows.accountOf(id)
                .flatMap(identities::open)
                .map(PasskeyPeople::person)
                .orElse(null);
    }

    /** @param principal the name of a signed-in principal, which is the id of the account */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String principal) {
        return identities
                .open(AccountId.of(principal))
                .map(PasskeyPeople::person)
                .orElse(null);
    }

    private static PublicKeyCredentialUserEntity person(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyRows.userOf(account.id()))
                .name(account.username())
                .displayName(account.name())
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity person) {
        throw new UnsupportedOperationException("accounts are opened elsewhere");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("accounts are closed elsewhere");
    }
}
