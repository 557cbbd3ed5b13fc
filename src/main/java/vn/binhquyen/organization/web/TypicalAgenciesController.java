package vn.binhquyen.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.TypicalAgencies;
import vn.binhquyen.organization.TypicalAgency;

/** The agencies that a unit usually has: what is missing, ticked, to be made in one step. */
@Controller
@RequestMapping("/units/{unit}/typical-agencies")
class TypicalAgenciesController {
    private final Organization organization;
    private final TypicalAgencies typical;
    private final Permits permits;
    private final MessageSource messages;
    private final Clock clock;

    TypicalAgenciesController(
            Organization organization, TypicalAgencies typical, Permits permits, MessageSource messages, Clock clock) {
        this.organization = organization;
        this.typical = typical;
        this.permits = permits;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String preview(
            @PathVariable UnitId unit,
            @RequestParam(required = false) @Nullable String from,
            Actor actor,
            Model model) {
        require(actor, unit);
        LocalDate day = TypedDay.of(from).orElse(LocalDate.now(clock));
        List<TypicalAgency> proposals = typical.of(unit, day);
        model.addAttribute("form", TypicalAgenciesForm.of(TypedDay.show(day), proposals));
        return page(unit, proposals, model);
    }

    @PostMapping
    String found(
            @PathVariable UnitId unit,
            @ModelAttribute("form") TypicalAgenciesForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor, unit);
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                int made = typical.found(actor, form.toSet(unit)).size();
                redirect.addFlashAttribute(
                        "done", messages.getMessage("organization.typical.made", new Object[] {made}, locale));
                return "redirect:/units/" + unit;
            } catch (Refused refusal) {
                int line = refusal.arguments().isEmpty()
                        ? -1
                        : form.lineOf(refusal.arguments().getFirst());
                errors.rejectValue(
                        line < 0 ? "from" : "rows[" + line + "].name",
                        refusal.code(),
                        refusal.arguments().toArray(),
                        null);
            }
        }
        LocalDate day = TypedDay.of(form.getFrom()).orElse(LocalDate.now(clock));
        return page(unit, typical.of(unit, day), model);
    }

    private String page(UnitId unit, List<TypicalAgency> proposals, Model model) {
        model.addAttribute("unit", organization.unit(unit));
        model.addAttribute(
                "existing",
                proposals.stream().filter(proposal -> !proposal.missing()).toList());
        return "organization/typical-agencies";
    }

    private void require(Actor actor, UnitId unit) {
        if (!permits.allows(actor, Action.MANAGE, Thing.AGENCY, Place.of(unit))) {
            throw new AccessRefused(actor.account() + " may not add agencies to " + unit);
        }
    }
}
