package vn.binhquyen.access.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.DelegationId;
import vn.binhquyen.access.Delegations;
import vn.binhquyen.access.query.AccountQueries;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.organization.Organization;

/** Leaving one's work to a colleague for the days of an absence, and taking it back. */
@Controller
class DelegationController {
    private static final Map<String, String> FIELDS = Map.of(
            "access.delegation.over", "lastDay",
            "access.delegation.outside-post", "lastDay",
            "access.delegation.taken", "from",
            "access.delegation.more-than-own", "roles",
            "access.role-missing", "roles");

    private final Delegations delegations;
    private final AccountQueries queries;
    private final Organization organization;
    private final MessageSource messages;
    private final Clock clock;

    DelegationController(
            Delegations delegations,
            AccountQueries queries,
            Organization organization,
            MessageSource messages,
            Clock clock) {
        this.delegations = delegations;
        this.queries = queries;
        this.organization = organization;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/account/delegation")
    String newDelegation(Actor actor, Model model) {
        String today = TypedDay.show(LocalDate.now(clock));
        model.addAttribute("form", new DelegationForm("", actor.roles(), today, "", ""));
        return page(actor, model);
    }

    @PostMapping("/account/delegation")
    String delegate(
            @Valid @ModelAttribute("form") DelegationForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        form.check(errors);
        if (errors.hasErrors()) {
            return page(actor, model);
        }
        try {
            delegations.delegate(actor, form.toNew());
        } catch (Refused refusal) {
            errors.rejectValue(
                    FIELDS.getOrDefault(refusal.code(), "to"),
                    refusal.code(),
                    refusal.arguments().toArray(),
                    null);
            return page(actor, model);
        }
        redirect.addFlashAttribute("done", messages.getMessage("access.delegation.done", null, locale));
        return "redirect:/account";
    }

    @PostMapping("/account/delegation/{id}/end")
    String endOwn(@PathVariable DelegationId id, Actor actor, RedirectAttributes redirect, Locale locale) {
        delegations.endOwn(actor, id);
        redirect.addFlashAttribute("done", messages.getMessage("access.delegation.ended", null, locale));
        return "redirect:/account";
    }

    @PostMapping("/accounts/{account}/delegations/{id}/end")
    String end(
            @PathVariable AccountId account,
            @PathVariable DelegationId id,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        delegations.end(actor, id);
        redirect.addFlashAttribute("done", messages.getMessage("access.delegation.ended", null, locale));
        return "redirect:/accounts/" + account;
    }

    private String page(Actor actor, Model model) {
        model.addAttribute(
                "colleagues",
                queries.colleagues(actor.unit()).stream()
                        .filter(colleague -> !colleague.id().equals(actor.account()))
                        .toList());
        model.addAttribute("roles", actor.roles().stream().sorted().toList());
        model.addAttribute("agency", organization.agency(actor.agency()));
        return "access/delegation";
    }
}
