package vn.binhquyen.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where a person goes from the sign-in page: to the second step, or to the page that was asked for. */
final class SignInSuccess implements AuthenticationSuccessHandler {
    private static final String HOME = "/";

    private final Arrival arrival;
    private final RequestCache requests;
    private final SavedRequestAwareAuthenticationSuccessHandler asked;

    SignInSuccess(Arrival arrival, RequestCache requests) {
        this.arrival = arrival;
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
        if (SignInAgain.isFromWithinPage(request)) {
            tellScript(request, response);
        } else {
            asked.onAuthenticationSuccess(request, response, authentication);
        }
    }

    /** The script of a passkey opens the page itself; a form that was kept is sent on then. */
    private void tellScript(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SavedRequest saved = requests.getRequest(request, response);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        String target = saved == null ? HOME : saved.getRedirectUrl().replace("\"", "%22");
        response.getWriter().write("{\"target\":\"" + target + "\"}");
    }
}
