package vn.binhquyen.organization.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reorganisations;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.organization.query.OrganizationQueries;
import vn.binhquyen.organization.query.UnitHistories;
import vn.binhquyen.organization.query.UnitHistory;
import vn.binhquyen.organization.query.UnitOnDate;

/** The page of a unit: what stands above it, its agencies, the units below; and the form for a new unit. */
@Controller
class UnitController {
    private final Organization organization;
    private final OrganizationQueries queries;
    private final UnitHistories histories;
    private final Reorganisations reorganisations;
    private final Permits permits;
    private final MessageSource messages;
    private final Clock clock;

    UnitController(
            Organization organization,
            OrganizationQueries queries,
            UnitHistories histories,
            Reorganisations reorganisations,
            Permits permits,
            MessageSource messages,
            Clock clock) {
        this.organization = organization;
        this.queries = queries;
        this.histories = histories;
        this.reorganisations = reorganisations;
        this.permits = permits;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/units/{id}")
    String unit(@PathVariable UnitId id, Actor actor, Model model) {
        Unit unit = organization.unit(id);
        model.addAttribute("unit", unit);
        model.addAttribute("ancestors", organization.ancestors(id));
        model.addAttribute("agencies", organization.agenciesOf(id));
        model.addAttribute("below", queries.below(id));
        UnitHistory history = histories.of(id);
        model.addAttribute("history", history);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("changes", unit.level() == Level.VILLAGE ? List.of() : reorganisations.within(id));
        model.addAttribute("recordBegins", UnitOnDate.RECORD_BEGINS);
        boolean living = history.lastDay() == null;
        model.addAttribute("living", living);
        model.addAttribute(
                "mayAddUnit",
                living
                        && unit.level() != Level.VILLAGE
                        && permits.allows(actor, Action.MANAGE, Thing.UNIT, Place.of(id)));
        UnitId parent = unit.parent();
        model.addAttribute(
                "mayReorganise",
                living && parent != null && permits.allows(actor, Action.MANAGE, Thing.UNIT, Place.of(parent)));
        model.addAttribute("mayAddAgency", living && permits.allows(actor, Action.MANAGE, Thing.AGENCY, Place.of(id)));
        model.addAttribute("maySeeAccounts", permits.allows(actor, Action.MANAGE, Thing.ACCOUNT, Place.of(id)));
        return "organization/unit";
    }

    @GetMapping("/units/{parent}/new-unit")
    String newUnit(@PathVariable UnitId parent, Actor actor, Model model) {
        requireManaged(actor, parent);
        model.addAttribute("form", UnitForm.below(organization.unit(parent).level(), LocalDate.now(clock)));
        return form(parent, model);
    }

    @PostMapping("/units/{parent}/new-unit")
    String found(
            @PathVariable UnitId parent,
            @Valid @ModelAttribute("form") UnitForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        requireManaged(actor, parent);
        DayField.require(form.from(), "from", errors);
        if (errors.hasErrors()) {
            return form(parent, model);
        }
        try {
            UnitId id = organization.found(actor, form.toNew(parent));
            redirect.addFlashAttribute(
                    "done", messages.getMessage("organization.unit.founded", new Object[] {form.name()}, locale));
            return "redirect:/units/" + id;
        } catch (Refused refusal) {
            String field = switch (refusal.code()) {
                case "organization.level-not-below-parent" -> "level";
                case "organization.parent-not-there" -> "from";
                default -> "code";
            };
            errors.rejectValue(field, refusal.code(), refusal.arguments().toArray(), null);
            return form(parent, model);
        }
    }

    private String form(UnitId parent, Model model) {
        Unit unit = organization.unit(parent);
        model.addAttribute("parent", unit);
        model.addAttribute(
                "levels",
                Arrays.stream(Level.values())
                        .filter(level -> level.compareTo(unit.level()) > 0 && level != Level.DISTRICT)
                        .toList());
        return "organization/new-unit";
    }

    private void requireManaged(Actor actor, UnitId parent) {
        if (!permits.allows(actor, Action.MANAGE, Thing.UNIT, Place.of(parent))) {
            throw new AccessRefused(actor.account() + " may not add a unit to " + parent);
        }
    }
}
