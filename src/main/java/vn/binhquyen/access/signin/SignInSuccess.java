package vn.binhquyen.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import vn.binhquyen.access.SignedIn;

/** Where a person goes from the sign-in page: to the second step, or to the page that was asked for. */
final class SignInSuccess implements AuthenticationSuccessHandler {
    private static final String HOME = "/";

    private final Arrival arrival;
    private final KeptForm kept;
    private final RequestCache requests;
    private final SavedRequestAwareAuthenticationSuccessHandler asked;

    SignInSuccess(Arrival arrival, KeptForm kept, RequestCache requests) {
        this.arrival = arrival;
        this.kept = kept;
        this.requests = requests;
        this.asked = new SavedRequestAwareAuthenticationSuccessHandler();
        this.asked.setRequestCache(requests);
        this.asked.setDefaultTargetUrl(HOME);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (authentication.getPrincipal() instanceof HalfSignedIn half) {
            response.sendRedirect(half.nextPage());
            return;
        }
        arrival.note(request, response, authentication);
        request.getSession().removeAttribute(ProviderSignIn.LINKING);
        Optional<String> form = authentication.getPrincipal() instanceof SignedIn person
                ? kept.addressFor(person.actor().account(), request, response)
                : Optional.empty();
        if (SignInAgain.isFromWithinPage(request)) {
            tellScript(form.orElseGet(() -> page(request, response)), response);
        } else {
            asked.onAuthenticationSuccess(request, response, authentication);
        }
    }

    private String page(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        return saved == null ? HOME : saved.getRedirectUrl();
    }

    /** The script of a passkey opens the page itself; a form that was kept is sent on then. */
    private static void tellScript(String target, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"target\":\"" + target.replace("\"", "%22") + "\"}");
    }
}
