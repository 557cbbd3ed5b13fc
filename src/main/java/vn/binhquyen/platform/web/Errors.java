package vn.binhquyen.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.audit.AuditLog;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;

/** Turns refusals of the rooms into pages that say what happened and what to do. */
@ControllerAdvice
class Errors {
    private final MessageSource messages;
    private final Frame frame;
    private final CurrentActor current;
    private final AuditLog audit;

    Errors(MessageSource messages, Frame frame, CurrentActor current, AuditLog audit) {
        this.messages = messages;
        this.frame = frame;
        this.current = current;
        this.audit = audit;
    }

    @ExceptionHandler(NotFound.class)
    ModelAndView absent(HttpServletRequest request, Locale locale) {
        return page(HttpStatus.NOT_FOUND, request, locale);
    }

    /** Whoever is refused is told, and it is recorded. */
    @ExceptionHandler(AccessRefused.class)
    ModelAndView forbidden(HttpServletRequest request, Locale locale) {
        current.find().ifPresent(actor -> audit.recordRefusal(actor, request.getMethod(), request.getRequestURI()));
        return page(HttpStatus.FORBIDDEN, request, locale);
    }

    @ExceptionHandler(Conflict.class)
    ModelAndView conflict(HttpServletRequest request, Locale locale) {
        return page(HttpStatus.CONFLICT, request, locale);
    }

    /** Goes back to the page that asked, with the sentence on top; a fragment request gets the sentence alone. */
    @ExceptionHandler(Refused.class)
    ModelAndView refused(Refused refusal, HttpServletRequest request, RedirectAttributes redirect, Locale locale) {
        String sentence =
                messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale);
        if (request.getHeader("HX-Request") != null) {
            return sentence(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
        }
        redirect.addFlashAttribute("refused", sentence);
        return new ModelAndView("redirect:" + pathOf(request.getHeader("Referer")));
    }

    /** The path of the page the request came from; the home page where it is unknown. */
    private static String pathOf(@Nullable String referer) {
        if (referer == null) {
            return "/";
        }
        URI uri = URI.create(referer);
        String query = uri.getRawQuery();
        String path = uri.getRawPath();
        return path == null || !path.startsWith("/") || path.startsWith("//")
                ? "/"
                : path + (query == null ? "" : "?" + query);
    }

    private static ModelAndView sentence(HttpStatus status, String sentence) {
        ModelAndView fragment = new ModelAndView("fragments :: refusal", "refused", sentence);
        fragment.setStatus(status);
        return fragment;
    }

    private ModelAndView page(HttpStatus status, HttpServletRequest request, Locale locale) {
        if (request.getHeader("HX-Request") != null) {
            String key = "error." + ErrorKind.of(status.value());
            return sentence(
                    status,
                    messages.getMessage(key, null, locale) + ". " + messages.getMessage(key + ".help", null, locale));
        }
        ModelAndView page = new ModelAndView("error");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("kind", ErrorKind.of(status.value()));
        page.addAllObjects(frame.around(request, locale));
        return page;
    }
}
