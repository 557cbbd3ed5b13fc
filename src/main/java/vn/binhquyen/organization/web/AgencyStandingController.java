package vn.binhquyen.organization.web;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.organization.AgencyChanges;
import vn.binhquyen.organization.Organization;

/** Handing the standing role over to an agency, and taking it away, on a date. */
@Controller
class AgencyStandingController {
    private final AgencyChanges changes;
    private final Organization organization;
    private final Permits permits;
    private final MessageSource messages;

    AgencyStandingController(
            AgencyChanges changes, Organization organization, Permits permits, MessageSource messages) {
        this.changes = changes;
        this.organization = organization;
        this.permits = permits;
        this.messages = messages;
    }

    @PostMapping("/agencies/{id}/standing")
    String appoint(
            @PathVariable AgencyId id,
            @RequestParam String standingFrom,
            @RequestParam String seen,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor, id);
        return onDay(
                id,
                standingFrom,
                redirect,
                locale,
                "organization.standing.appointed",
                day -> changes.appointStanding(actor, id, day, seen));
    }

    @PostMapping("/agencies/{id}/standing/relieve")
    String relieve(
            @PathVariable AgencyId id,
            @RequestParam String standingFrom,
            @RequestParam String seen,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor, id);
        return onDay(
                id,
                standingFrom,
                redirect,
                locale,
                "organization.standing.relieved",
                day -> changes.relieveStanding(actor, id, day, seen));
    }

    @PostMapping("/agencies/{id}/standing/take-back")
    String takeBack(
            @PathVariable AgencyId id,
            @RequestParam String from,
            @RequestParam String seen,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor, id);
        try {
            changes.takeBackStanding(
                    actor,
                    id,
                    TypedDay.of(from).orElseThrow(() -> new Refused("organization.standing-not-coming")),
                    seen);
            redirect.addFlashAttribute("done", messages.getMessage("organization.standing.taken-back", null, locale));
        } catch (Refused refusal) {
            redirect.addFlashAttribute(
                    "refused",
                    messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale));
        } catch (Conflict meanwhile) {
            redirect.addFlashAttribute("refused", messages.getMessage("organization.standing.meanwhile", null, locale));
        }
        return "redirect:/agencies/" + id + "#history";
    }

    private void require(Actor actor, AgencyId id) {
        Place place = new Place(organization.agency(id).unit(), id);
        if (!permits.allows(actor, Action.MANAGE, Thing.AGENCY, place)) {
            throw new AccessRefused(actor.account() + " may not change agencies of " + place.unit());
        }
    }

    private interface Step {
        void on(LocalDate day);
    }

    private String onDay(
            AgencyId id, String typed, RedirectAttributes redirect, Locale locale, String done, Step step) {
        try {
            step.on(TypedDay.of(typed).orElseThrow(() -> new Refused("organization.date.wrong")));
            redirect.addFlashAttribute("done", messages.getMessage(done, new Object[] {typed}, locale));
        } catch (Refused refusal) {
            redirect.addFlashAttribute("standingTyped", typed);
            redirect.addFlashAttribute(
                    "standingWrong",
                    messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale));
        } catch (Conflict meanwhile) {
            redirect.addFlashAttribute("standingTyped", typed);
            redirect.addFlashAttribute(
                    "standingWrong", messages.getMessage("organization.standing.meanwhile", null, locale));
        }
        return "redirect:/agencies/" + id + "#standing";
    }
}
