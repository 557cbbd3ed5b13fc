package vn.binhquyen.access.signin;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;

/** The OpenID providers that the settings name ({@code spring.security.oauth2.client}); mostly none. */
@Component
public class Providers {
    private final ObjectProvider<ClientRegistrationRepository> settings;

    Providers(ObjectProvider<ClientRegistrationRepository> settings) {
        this.settings = settings;
    }

    /** @param issuer who vouches */
    public record Provider(String id, String name, String issuer) {}

    public List<Provider> all() {
        List<Provider> all = new ArrayList<>();
        if (settings.getIfAvailable() instanceof Iterable<?> registrations) {
            for (Object one : registrations) {
                if (one instanceof ClientRegistration registration
                        && registration.getAuthorizationGrantType().equals(AuthorizationGrantType.AUTHORIZATION_CODE)
                        && registration.getScopes().contains("openid")) {
                    all.add(provider(registration));
                }
            }
        }
        return all;
    }

    private static Provider provider(ClientRegistration registration) {
        String issuer = registration.getProviderDetails().getIssuerUri();
        return new Provider(
                registration.getRegistrationId(), registration.getClientName(), issuer == null ? "" : issuer);
    }
}
