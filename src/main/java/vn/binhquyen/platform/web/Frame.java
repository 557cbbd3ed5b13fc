package vn.binhquyen.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.Posts;
import vn.binhquyen.access.Seat;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.platform.Installation;

/** What the layout shows around every page: who works where, and whether the data are a demonstration. */
@Component
@ControllerAdvice
class Frame {
    private final CurrentActor current;
    private final Organization organization;
    private final Installation installation;
    private final Workplace workplace;
    private final Posts posts;

    Frame(
            CurrentActor current,
            Organization organization,
            Installation installation,
            Workplace workplace,
            Posts posts) {
        this.current = current;
        this.organization = organization;
        this.installation = installation;
        this.workplace = workplace;
        this.posts = posts;
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request, Locale locale) {
        model.addAllAttributes(around(request, locale));
    }

    /** The attributes of the layout; none for a program, and of a part of a page only those that pages ask for as well. */
    Map<String, Object> around(HttpServletRequest request, Locale locale) {
        if (request.getRequestURI().startsWith("/api/")) {
            return Map.of();
        }
        boolean part = request.getHeader("HX-Request") != null;
        Map<String, Object> frame = new HashMap<>();
        frame.put("path", request.getRequestURI());
        frame.put("english", locale.getLanguage().equals("en"));
        frame.put("demonstration", installation.isDemonstration());
        current.find().ifPresent(actor -> {
            frame.put("me", actor);
            if (part) {
                return;
            }
            String agency = organization.agency(actor.agency()).name();
            frame.put("myAgency", agency);
            frame.put(
                    "myPlace",
                    workplace.of(agency, organization.unit(actor.unit()).name()));
            frame.put("initials", initials(actor));
            List<Seat> seats = posts.seats(actor);
            if (seats.size() > 1) {
                frame.put("seats", seats);
            }
        });
        return frame;
    }

    private static String initials(Actor actor) {
        String[] words = actor.name().replaceAll("\\(.*", "").strip().split("\\s+");
        @Nullable String first = words.length > 1 ? words[words.length - 2].substring(0, 1) : null;
        String last = words[words.length - 1].substring(0, 1);
        return (first == null ? last : first + last).toUpperCase(Locale.ROOT);
    }
}
