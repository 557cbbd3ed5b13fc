package vn.binhquyen.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.Posts;
import vn.binhquyen.access.SignedIn;
import vn.binhquyen.kernel.Actor;

/** Changing the place in which one acts: another post of one's own, or that of somebody absent. */
@Controller
class SeatController {
    private final Posts posts;
    private final CurrentActor current;
    private final MessageSource messages;

    SeatController(Posts posts, CurrentActor current, MessageSource messages) {
        this.posts = posts;
        this.current = current;
        this.messages = messages;
    }

    @PostMapping("/account/seat")
    String sit(
            @RequestParam String seat,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        SignedIn now = posts.sit(actor, seat);
        current.become(now, request, response);
        redirect.addFlashAttribute(
                "done",
                messages.getMessage(
                        "access.seat.changed", new Object[] {now.actor().name()}, locale));
        return "redirect:/";
    }
}
