package vn.binhquyen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCacheAwareFilter;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.AccountId;

/**
 * The form that waits in the session while its person proves again who they are. It is sent on for nobody else, and not
 * after {@link FreshProof#LASTS}: who gave it up would not expect it any more.
 */
@Component
class KeptForm {
    private static final String FORM = "keptForm";
    private static final String OWNER = "keptFormOwner";

    private final HttpSessionRequestCache cache = new HttpSessionRequestCache();
    private final Clock clock;

    KeptForm(Clock clock) {
        this.clock = clock;
        cache.setSessionAttrName(FORM);
    }

    private record Owner(AccountId account, Instant since) implements Serializable {}

    void keep(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        cache.saveRequest(request, response);
        request.getSession().setAttribute(OWNER, new Owner(account, clock.instant()));
    }

    void drop(HttpServletRequest request, HttpServletResponse response) {
        cache.removeRequest(request, response);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(OWNER);
        }
    }

    /** The address that sends the person's form on; what is somebody else's or too old is dropped. */
    Optional<String> addressFor(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        SavedRequest form = cache.getRequest(request, response);
        HttpSession session = request.getSession(false);
        if (form != null
                && session != null
                && session.getAttribute(OWNER) instanceof Owner owner
                && owner.account().equals(account)
                && !owner.since().isBefore(clock.instant().minus(FreshProof.LASTS))) {
            return Optional.of(form.getRedirectUrl());
        }
        drop(request, response);
        return Optional.empty();
    }

    /** What sends the form on when its address is opened. */
    RequestCacheAwareFilter sendingOn() {
        return new RequestCacheAwareFilter(cache);
    }
}
