package vn.binhquyen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCacheAwareFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import vn.binhquyen.access.Identities;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.access.TokenAuthentication;

/**
 * How the application is entered: pages by form, passkey or OpenID provider, with everything closed but the sign-in
 * pages and the assets; {@code /api} by token alone.
 */
@Configuration(proxyBeanMethods = false)
class SecuritySettings {
    /** The session's attribute that holds what was typed as user name at a sign-in that failed. */
    static final String TYPED = "typedUsername";

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
                    + " frame-ancestors 'self'";

    private final HttpSessionRequestCache requests = pagesOnly();

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, TokenRows tokens, Identities identities, Problems problems, Clock clock) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(byToken()))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(
                        new TokenSignIn(tokens, identities, problems, clock), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain web(
            HttpSecurity http,
            Identities identities,
            Entrance entrance,
            Arrival arrival,
            CodeGenerators generators,
            RecoveryCodes recovery,
            SignInFailures failures,
            PasskeyRows passkeyRows,
            RelyingParty party,
            ProviderIdentities links,
            KeptForm kept,
            Clock clock,
            ObjectProvider<ClientRegistrationRepository> providers) {
        SignInAgain signInAgain = new SignInAgain();
        SignInSuccess success = new SignInSuccess(arrival, kept, requests);
        SecondFactorSignIn secondFactor = new SecondFactorSignIn(identities, generators, recovery, failures, entrance);
        WebAuthnAuthenticationFilter passkey = new WebAuthnAuthenticationFilter();
        passkey.setRequiresAuthenticationRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in/passkey"));
        passkey.setAuthenticationManager(new ProviderManager(new PasskeySignIn(party, identities, entrance)));
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/sign-in/**",
                                "/session",
                                "/invitation",
                                "/webjars/**",
                                "/assets/**",
                                // one of the assets: browsers ask for it after a session has ended too
                                "/entry/worker.js",
                                "/favicon.ico",
                                "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/webauthn/register/**")
                        .access(signedInOrEnrolling())
                        .anyRequest()
                        .access(signedIn()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .authenticationDetailsSource(Origin::of)
                        .successHandler(success)
                        .failureHandler(SecuritySettings::passwordRefused))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(signInAgain).accessDeniedHandler(signInAgain))
                .requestCache(cache -> cache.requestCache(requests))
                .addFilterBefore(new PresentRights(identities, entrance), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        step(secondFactor, success, SecuritySettings::codeRefused), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        step(passkey, success, (request, response, failure) -> response.sendError(401)),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(passkeyQuestion(party), AnonymousAuthenticationFilter.class)
                .addFilterAfter(kept.sendingOn(), RequestCacheAwareFilter.class)
                .addFilterAfter(new FreshProof(kept, clock), AuthorizationFilter.class)
                .addFilterAfter(new PublicKeyCredentialCreationOptionsFilter(party), FreshProof.class)
                .addFilterAfter(registration(passkeyRows, party), FreshProof.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.sameOrigin()));
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(provider -> provider.loginPage("/sign-in")
                    .authorizedClientRepository(new NoProviderTokens())
                    .successHandler(new ProviderSignIn(links, entrance, success, clock))
                    .failureHandler(SecuritySettings::providerRefused));
        }
        return http.build();
    }

    /** Only a whole sign-in opens a page: see {@link HalfSignedIn}. */
    private static AuthorizationManager<RequestAuthorizationContext> signedIn() {
        return (authentication, request) -> {
            var present = authentication.get();
            return new AuthorizationDecision(present != null && present.getPrincipal() instanceof SignedIn);
        };
    }

    /** A passkey is added by who is in, or by who is half in and has no second factor yet. */
    private static AuthorizationManager<RequestAuthorizationContext> signedInOrEnrolling() {
        return (authentication, request) -> {
            var present = authentication.get();
            return new AuthorizationDecision(present != null
                    && (present.getPrincipal() instanceof SignedIn
                            || (present.getPrincipal() instanceof HalfSignedIn half && !half.enrolled())));
        };
    }

    private static AuthorizationManager<RequestAuthorizationContext> byToken() {
        return (authentication, request) ->
                new AuthorizationDecision(authentication.get() instanceof TokenAuthentication);
    }

    private static AbstractAuthenticationProcessingFilter step(
            AbstractAuthenticationProcessingFilter filter,
            AuthenticationSuccessHandler success,
            AuthenticationFailureHandler failure) {
        filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setAuthenticationSuccessHandler(success);
        filter.setAuthenticationFailureHandler(failure);
        return filter;
    }

    private static PublicKeyCredentialRequestOptionsFilter passkeyQuestion(RelyingParty party) {
        PublicKeyCredentialRequestOptionsFilter question = new PublicKeyCredentialRequestOptionsFilter(party);
        question.setRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in/passkey/options"));
        return question;
    }

    /** Passkeys are removed on the page of their owner, where it is recorded. */
    private static WebAuthnRegistrationFilter registration(PasskeyRows rows, RelyingParty party) {
        WebAuthnRegistrationFilter registration = new WebAuthnRegistrationFilter(rows, party);
        registration.setRemoveCredentialMatcher(request -> false);
        return registration;
    }

    private static void passwordRefused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        request.getSession().setAttribute(TYPED, request.getParameter("username"));
        response.sendRedirect(failure instanceof LockedException ? "/sign-in?wait" : "/sign-in?wrong");
    }

    private static void codeRefused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(
                switch (failure) {
                    case LockedException tooMany -> "/sign-in/code?wait";
                    case BadCredentialsException wrong -> "/sign-in/code?wrong";
                    default -> "/sign-in?again";
                });
    }

    private static void providerRefused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean linking = request.getSession().getAttribute(ProviderSignIn.LINKING) != null;
        request.getSession().removeAttribute(ProviderSignIn.LINKING);
        response.sendRedirect(linking ? "/account/security?provider-wrong" : "/sign-in?provider-wrong");
    }

    /** After signing in the page that was asked for opens; never a part of a page. */
    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(SecuritySettings::opensPage);
        return cache;
    }

    private static boolean opensPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && !SignInAgain.isFromWithinPage(request)
                && !request.getRequestURI().equals("/favicon.ico");
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
