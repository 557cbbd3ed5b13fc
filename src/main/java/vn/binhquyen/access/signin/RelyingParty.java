package vn.binhquyen.access.signin;

import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * This installation as passkeys know it. A passkey is only taken where its owner was verified by the device, because it
 * stands for two factors. Without a setting it is at home on localhost, at the port that was found free at the start.
 */
@Component
class RelyingParty implements WebAuthnRelyingPartyOperations {
    private final Supplier<WebAuthnRelyingPartyOperations> operations;

    RelyingParty(
            PasskeyPeople people,
            PasskeyRows rows,
            Environment environment,
            @Value("${binhquyen.access.passkey.id:localhost}") String id,
            @Value("${binhquyen.access.passkey.origins:}") Set<String> origins) {
        operations = SingletonSupplier.of(() -> operations(people, rows, id, originsOr(origins, environment)));
    }

    private static Set<String> originsOr(Set<String> origins, Environment environment) {
        return origins.isEmpty()
                ? Set.of("http://localhost:" + environment.getProperty("local.server.port", "8080"))
                : origins;
    }

    private static WebAuthnRelyingPartyOperations operations(
            PasskeyPeople people, PasskeyRows rows, String id, Set<String> origins) {
        PublicKeyCredentialRpEntity party =
                PublicKeyCredentialRpEntity.builder().id(id).name("Bình Quyền").build();
        Webauthn4JRelyingPartyOperations operations =
                new Webauthn4JRelyingPartyOperations(people, rows, party, origins);
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return operations.get().createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        return operations.get().registerCredential(request);
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return operations.get().createCredentialRequestOptions(request);
    }

    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        return operations.get().authenticate(request);
    }
}
