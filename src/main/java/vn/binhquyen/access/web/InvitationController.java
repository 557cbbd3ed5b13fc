package vn.binhquyen.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.InvitationId;
import vn.binhquyen.access.Invitations;
import vn.binhquyen.access.Permissions;
import vn.binhquyen.access.query.AccountQueries;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Organization;

/** The invitations of a unit: who was asked, how far it came, and the sheets to hand over. */
@Controller
class InvitationController {
    private final Invitations invitations;
    private final AccountQueries queries;
    private final Organization organization;
    private final Permissions permissions;
    private final RoleChoices roles;
    private final MessageSource messages;

    InvitationController(
            Invitations invitations,
            AccountQueries queries,
            Organization organization,
            Permissions permissions,
            RoleChoices roles,
            MessageSource messages) {
        this.invitations = invitations;
        this.queries = queries;
        this.organization = organization;
        this.permissions = permissions;
        this.roles = roles;
        this.messages = messages;
    }

    @GetMapping("/invitations")
    String invitations(
            @RequestParam @Nullable UnitId unit,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam @Nullable InvitationId after,
            Actor actor,
            Model model) {
        UnitId within = unit == null ? actor.unit() : unit;
        Invitations.Page page = invitations.within(within, !all, after);
        model.addAttribute("rows", page.rows());
        model.addAttribute("all", all);
        model.addAttribute("unit", organization.unit(within));
        model.addAttribute("byMail", invitations.goByMail());
        model.addAttribute(
                "next",
                page.next() == null ? null : "/invitations?unit=" + within + "&all=" + all + "&after=" + page.next());
        return "access/invitations";
    }

    @GetMapping("/invitations/new")
    String newInvitation(
            @RequestParam @Nullable AgencyId agency,
            @RequestParam(defaultValue = "") String q,
            Actor actor,
            Model model) {
        if (agency == null) {
            model.addAttribute("choices", queries.agencies(actor.unit(), q));
            model.addAttribute("words", q.strip());
            model.addAttribute("inviting", true);
            return "access/choose-agency";
        }
        model.addAttribute("form", InvitationForm.empty());
        return page(agency, actor, model);
    }

    @PostMapping("/invitations/new")
    String invite(
            @RequestParam AgencyId agency,
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        if (errors.hasErrors()) {
            return page(agency, actor, model);
        }
        try {
            invitations.invite(actor, agency, form.toNew());
        } catch (Refused refusal) {
            errors.rejectValue(
                    refusal.code().equals("access.email-taken") ? "email" : "roles",
                    refusal.code(),
                    refusal.arguments().toArray(),
                    null);
            return page(agency, actor, model);
        }
        done(redirect, locale, "access.invited", Objects.requireNonNull(form.name()));
        return "redirect:/invitations";
    }

    @PostMapping("/invitations/{id}/send")
    String send(@PathVariable InvitationId id, Actor actor, RedirectAttributes redirect, Locale locale) {
        invitations.send(actor, id);
        done(redirect, locale, "access.invitation.resent");
        return "redirect:/invitations";
    }

    @PostMapping("/invitations/{id}/revoke")
    String revoke(@PathVariable InvitationId id, Actor actor, RedirectAttributes redirect, Locale locale) {
        invitations.revoke(actor, id);
        done(redirect, locale, "access.invitation.revoked");
        return "redirect:/invitations";
    }

    /** The only moment in which the code can be seen. */
    @PostMapping("/invitations/{id}/print")
    String print(@PathVariable InvitationId id, Actor actor, Model model, HttpServletResponse response) {
        return sheets(List.of(invitations.print(actor, id)), model, response);
    }

    @PostMapping("/invitations/print")
    String printWaiting(@RequestParam @Nullable UnitId unit, Actor actor, Model model, HttpServletResponse response) {
        return sheets(invitations.printWaiting(actor, unit == null ? actor.unit() : unit), model, response);
    }

    private static String sheets(List<Invitations.Sheet> sheets, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("sheets", sheets);
        return "access/invitation-sheets";
    }

    private String page(AgencyId id, Actor actor, Model model) {
        Agency agency = organization.agency(id);
        if (!permissions.allows(actor, Action.MANAGE, Thing.ACCOUNT, new Place(agency.unit(), id))) {
            throw new AccessRefused(actor.account() + " may not invite people to " + id);
        }
        model.addAttribute("agency", agency);
        model.addAttribute("unit", organization.unit(agency.unit()));
        model.addAttribute("roles", roles.givenBy(actor, agency.unit()));
        model.addAttribute("byMail", invitations.goByMail());
        return "access/new-invitation";
    }

    private void done(RedirectAttributes redirect, Locale locale, String key, Object... arguments) {
        redirect.addFlashAttribute("done", messages.getMessage(key, arguments, locale));
    }
}
