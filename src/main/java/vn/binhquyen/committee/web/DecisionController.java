package vn.binhquyen.committee.web;

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
import vn.binhquyen.committee.Committees;
import vn.binhquyen.committee.DecisionKind;
import vn.binhquyen.committee.SeatRole;
import vn.binhquyen.committee.query.CommitteeQueries;
import vn.binhquyen.committee.query.CommitteeView;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;

/** Entering a decision on the membership. */
@Controller
@RequestMapping("/units/{unit}/committee/decision")
class DecisionController {
    /** Far enough ahead to hold every member whom no decision has let go. */
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final Organization organization;
    private final Committees committees;
    private final CommitteeQueries queries;
    private final Permits permits;
    private final MessageSource messages;
    private final Clock clock;

    DecisionController(
            Organization organization,
            Committees committees,
            CommitteeQueries queries,
            Permits permits,
            MessageSource messages,
            Clock clock) {
        this.organization = organization;
        this.committees = committees;
        this.queries = queries;
        this.permits = permits;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String empty(
            @PathVariable UnitId unit,
            @RequestParam(required = false) @Nullable DecisionKind kind,
            Actor actor,
            Model model,
            Locale locale) {
        require(actor, unit);
        CommitteeView committee = queries.of(unit, LocalDate.now(clock)).orElse(null);
        if (committee == null || !committee.stands()) {
            Unit of = organization.unit(unit);
            String name = committee == null
                    ? messages.getMessage("committee.usual-name", new Object[] {of.name()}, locale)
                    : committee.name();
            model.addAttribute("form", DecisionForm.establishing(name, committee == null ? -1 : committee.version()));
        } else {
            model.addAttribute(
                    "form",
                    DecisionForm.changing(
                            kind == DecisionKind.DISSOLVE ? DecisionKind.DISSOLVE : DecisionKind.CHANGE, committee));
        }
        return page(unit, model);
    }

    @PostMapping(params = "more")
    String more(@PathVariable UnitId unit, @ModelAttribute("form") DecisionForm form, Actor actor, Model model) {
        require(actor, unit);
        form.moreLines();
        return page(unit, model);
    }

    @PostMapping
    String decide(
            @PathVariable UnitId unit,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor, unit);
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                committees.decide(actor, form.toDecision(unit, queries.people(unit)));
                redirect.addFlashAttribute("done", messages.getMessage("committee.decided", null, locale));
                return "redirect:/units/" + unit + "/committee";
            } catch (Refused refusal) {
                reject(form, errors, refusal);
            } catch (Conflict meanwhile) {
                model.addAttribute("meanwhile", true);
                queries.of(unit, LocalDate.now(clock)).ifPresent(now -> form.setVersion(now.version()));
            }
        }
        return page(unit, model);
    }

    private String page(UnitId unit, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("unit", organization.unit(unit));
        model.addAttribute("roles", SeatRole.values());
        model.addAttribute("agencies", organization.agenciesOf(unit));
        model.addAttribute("people", queries.people(unit));
        CommitteeView now = queries.of(unit, today).orElse(null);
        LocalDate lastDay = now == null || now.lastDay() == null ? LAST : now.lastDay();
        CommitteeView last = queries.of(unit, lastDay).orElse(null);
        model.addAttribute("committee", now);
        model.addAttribute("members", last == null ? List.of() : last.members());
        return "committee/decision";
    }

    private static void reject(DecisionForm form, BindingResult errors, Refused refusal) {
        Object[] arguments = refusal.arguments().toArray();
        String field = switch (refusal.code()) {
            case "committee.two-heads" -> line(form, arguments, "role");
            case "committee.twice" -> line(form, arguments, "person");
            case "committee.agency-not-then" -> line(form, arguments, "agency");
            case "committee.account-elsewhere" -> line(form, arguments, "account");
            case "committee.valid-before-signed",
                    "committee.not-after-last",
                    "committee.unit-ended",
                    "committee.unit-not-begun" -> "validFrom";
            case "committee.nothing-changes", "committee.nobody", "committee.left-already" -> "lines[0].person";
            default -> "signedOn";
        };
        errors.rejectValue(
                field.startsWith("lines[0]") && form.getLines().isEmpty() ? "signedOn" : field,
                refusal.code(),
                arguments,
                null);
    }

    private static String line(DecisionForm form, Object[] arguments, String field) {
        return "lines[" + form.lineOf((Integer) arguments[0]) + "]." + field;
    }

    private void require(Actor actor, UnitId unit) {
        if (!permits.allows(actor, Action.MANAGE, Thing.AGENCY, Place.of(unit))) {
            throw new AccessRefused(actor.account() + " may not change the committee of " + unit);
        }
    }
}
