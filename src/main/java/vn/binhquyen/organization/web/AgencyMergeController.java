package vn.binhquyen.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
import vn.binhquyen.organization.AgencyChanges;
import vn.binhquyen.organization.query.AgencyHistories;
import vn.binhquyen.organization.query.AgencyRow;
import vn.binhquyen.organization.query.OrganizationQueries;

/** Making two records of one agency one: choose the other, see what follows, confirm. */
@Controller
@RequestMapping("/agencies/{id}/merge")
class AgencyMergeController {
    private final AgencyChanges changes;
    private final OrganizationQueries queries;
    private final AgencyHistories histories;
    private final Permits permits;
    private final MessageSource messages;
    private final Clock clock;

    AgencyMergeController(
            AgencyChanges changes,
            OrganizationQueries queries,
            AgencyHistories histories,
            Permits permits,
            MessageSource messages,
            Clock clock) {
        this.changes = changes;
        this.queries = queries;
        this.histories = histories;
        this.permits = permits;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String preview(
            @PathVariable AgencyId id,
            @RequestParam(required = false) @Nullable AgencyId into,
            Actor actor,
            Model model,
            Locale locale) {
        AgencyRow agency = page(id, actor, model);
        if (into != null) {
            model.addAttribute("into", into);
            try {
                model.addAttribute("preview", changes.preview(id, into));
                model.addAttribute("survivor", queries.agency(into));
            } catch (Refused refusal) {
                model.addAttribute("wrong", sentence(refusal, locale));
            }
        }
        model.addAttribute("version", agency.version());
        return "organization/agency-merge";
    }

    @PostMapping
    String merge(
            @PathVariable AgencyId id,
            @RequestParam AgencyId into,
            @RequestParam long version,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        AgencyRow agency = queries.agency(id);
        try {
            changes.merge(actor, id, into, version);
        } catch (Refused refusal) {
            page(id, actor, model);
            model.addAttribute("into", into);
            model.addAttribute("version", version);
            model.addAttribute("wrong", sentence(refusal, locale));
            return "organization/agency-merge";
        } catch (Conflict meanwhile) {
            redirect.addFlashAttribute("refused", messages.getMessage("organization.merge.meanwhile", null, locale));
            return "redirect:/agencies/" + id + "/merge?into=" + into;
        }
        redirect.addFlashAttribute(
                "done", messages.getMessage("organization.merge.done", new Object[] {agency.name()}, locale));
        return "redirect:/agencies/" + into;
    }

    private AgencyRow page(AgencyId id, Actor actor, Model model) {
        AgencyRow agency = queries.agency(id);
        if (!permits.allows(actor, Action.MANAGE, Thing.AGENCY, new Place(agency.unit(), id))) {
            throw new AccessRefused(actor.account() + " may not change agencies of " + agency.unit());
        }
        model.addAttribute("agency", agency);
        model.addAttribute("others", histories.besides(agency.unit(), id, LocalDate.now(clock)));
        return agency;
    }

    private String sentence(Refused refusal, Locale locale) {
        return messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale);
    }
}
