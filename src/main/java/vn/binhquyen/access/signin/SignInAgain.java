package vn.binhquyen.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import vn.binhquyen.access.SignedIn;

/**
 * What a request gets whose session has ended. A page is sent to the sign-in page; a request from within a page gets the
 * bare status 401, so that the page can stay with all that was typed and ask for a new sign-in beside it.
 */
final class SignInAgain implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final LoginUrlAuthenticationEntryPoint SIGN_IN = new LoginUrlAuthenticationEntryPoint("/sign-in");

    /** Whether the browser asks on behalf of a script of a page, not to open a page. */
    static boolean isFromWithinPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null || "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException, ServletException {
        if (isFromWithinPage(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            SIGN_IN.commence(request, response, nobody);
        }
    }

    /** The proof that a form comes from our own page ends with the session, so a missing one mostly means an ended session. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (principal() instanceof HalfSignedIn half && !(denied instanceof CsrfException)) {
            if (isFromWithinPage(request)) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                response.sendRedirect(half.nextPage());
            }
        } else if (!(denied instanceof CsrfException)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (isFromWithinPage(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (request.getRequestURI().startsWith("/sign-in")) {
            response.sendRedirect("/sign-in?again");
        } else if (request.getRequestURI().equals("/sign-out")) {
            response.sendRedirect("/sign-in?out");
        } else {
            response.sendError(isSignedIn() ? HttpStatus.PRECONDITION_FAILED.value() : HttpStatus.UNAUTHORIZED.value());
        }
    }

    private static boolean isSignedIn() {
        return principal() instanceof SignedIn;
    }

    private static @Nullable Object principal() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }
}
