package vn.binhquyen.organization.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.AgencyType;
import vn.binhquyen.organization.AgencyTypes;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.organization.query.AgencyRow;
import vn.binhquyen.organization.query.OrganizationQueries;

/** Adding an agency, renaming it, its other names, its end. */
@Controller
class AgencyEditController {
    private final Organization organization;
    private final OrganizationQueries queries;
    private final AgencyTypes types;
    private final Permits permits;
    private final MessageSource messages;
    private final Clock clock;

    AgencyEditController(
            Organization organization,
            OrganizationQueries queries,
            AgencyTypes types,
            Permits permits,
            MessageSource messages,
            Clock clock) {
        this.organization = organization;
        this.queries = queries;
        this.types = types;
        this.permits = permits;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/units/{unit}/new-agency")
    String newAgency(@PathVariable UnitId unit, Actor actor, Model model) {
        require(actor, Place.of(unit));
        model.addAttribute("form", AgencyForm.empty(LocalDate.now(clock)));
        return form(unit, model);
    }

    @PostMapping("/units/{unit}/new-agency")
    String found(
            @PathVariable UnitId unit,
            @Valid @ModelAttribute("form") AgencyForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor, Place.of(unit));
        List<AgencyType> known = typesOf(unit);
        form.check(known, errors);
        if (errors.hasErrors()) {
            return form(unit, model);
        }
        try {
            AgencyId id = organization.found(actor, form.toNew(unit, known));
            done(redirect, locale, "organization.agency.founded", Objects.requireNonNull(form.name()));
            return "redirect:/agencies/" + id;
        } catch (Refused refusal) {
            reject(errors, refusal);
            return form(unit, model);
        }
    }

    @GetMapping("/agencies/{id}/edit")
    String edit(@PathVariable AgencyId id, Actor actor, Model model) {
        AgencyRow agency = managed(actor, id);
        model.addAttribute("form", AgencyForm.of(agency, LocalDate.now(clock)));
        return form(agency, model);
    }

    @PostMapping("/agencies/{id}/edit")
    String change(
            @PathVariable AgencyId id,
            @Valid @ModelAttribute("form") AgencyForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        AgencyRow agency = managed(actor, id);
        List<AgencyType> known = typesOf(agency.unit());
        form.check(known, errors);
        if (errors.hasErrors()) {
            return form(agency, model);
        }
        try {
            organization.change(actor, id, form.toChange(known));
            done(redirect, locale, "organization.agency.changed", Objects.requireNonNull(form.name()));
            return "redirect:/agencies/" + id;
        } catch (Refused refusal) {
            reject(errors, refusal);
            return form(agency, model);
        } catch (Conflict meanwhile) {
            model.addAttribute("form", form.over(agency.version()));
            model.addAttribute("meanwhile", true);
            return form(agency, model);
        }
    }

    @PostMapping("/agencies/{id}/names")
    String addName(
            @PathVariable AgencyId id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String lastDay,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        if (!name.isBlank()) {
            try {
                organization.addAlias(actor, id, name.strip(), optional(from), optional(lastDay));
                done(redirect, locale, "organization.alias.added", name.strip());
            } catch (Refused refusal) {
                redirect.addFlashAttribute("aliasTyped", List.of(name, from, lastDay));
                redirect.addFlashAttribute(
                        "aliasWrong",
                        messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale));
            }
        }
        return "redirect:/agencies/" + id + "#names";
    }

    private static @Nullable LocalDate optional(String typed) {
        return typed.isBlank() ? null : TypedDay.of(typed).orElseThrow(() -> new Refused("organization.date.wrong"));
    }

    @PostMapping("/agencies/{id}/names/take-back")
    String takeBackName(
            @PathVariable AgencyId id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            organization.takeBackName(actor, id, version);
            done(redirect, locale, "organization.name.taken-back");
        } catch (Refused refusal) {
            redirect.addFlashAttribute(
                    "refused",
                    messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale));
        } catch (Conflict meanwhile) {
            redirect.addFlashAttribute("refused", messages.getMessage("organization.name.meanwhile", null, locale));
        }
        return "redirect:/agencies/" + id + "#history";
    }

    @PostMapping("/agencies/{id}/names/remove")
    String removeName(@PathVariable AgencyId id, @RequestParam String name, Actor actor) {
        organization.removeAlias(actor, id, name);
        return "redirect:/agencies/" + id + "#names";
    }

    @PostMapping("/agencies/{id}/end")
    String end(@PathVariable AgencyId id, @RequestParam String lastDay, @RequestParam long version, Actor actor) {
        managed(actor, id);
        LocalDate day = TypedDay.of(lastDay).orElseThrow(() -> new Refused("organization.date.wrong"));
        organization.end(actor, id, day, version);
        return "redirect:/agencies/" + id + "#term";
    }

    @PostMapping("/agencies/{id}/resume")
    String resume(@PathVariable AgencyId id, @RequestParam long version, Actor actor) {
        organization.resume(actor, id, version);
        return "redirect:/agencies/" + id + "#term";
    }

    private String form(UnitId unit, Model model) {
        model.addAttribute("unit", organization.unit(unit));
        model.addAttribute("kinds", AgencyKind.values());
        model.addAttribute("types", typesOf(unit));
        return "organization/agency-form";
    }

    private String form(AgencyRow agency, Model model) {
        model.addAttribute("agency", agency);
        return form(agency.unit(), model);
    }

    private List<AgencyType> typesOf(UnitId unit) {
        Unit of = organization.unit(unit);
        return types.of(of.level(), LocalDate.now(clock)).stream()
                .filter(type -> type.isOfUnit(of))
                .toList();
    }

    private AgencyRow managed(Actor actor, AgencyId id) {
        AgencyRow agency = queries.agency(id);
        require(actor, new Place(agency.unit(), id));
        return agency;
    }

    private void require(Actor actor, Place place) {
        if (!permits.allows(actor, Action.MANAGE, Thing.AGENCY, place)) {
            throw new AccessRefused(actor.account() + " may not change agencies of " + place.unit());
        }
    }

    private static void reject(BindingResult errors, Refused refusal) {
        String field = switch (refusal.code()) {
            case "organization.standing-agency-exists" -> "standing";
            case "organization.agency-name-taken" -> "name";
            default -> "from";
        };
        errors.rejectValue(field, refusal.code(), refusal.arguments().toArray(), null);
    }

    private void done(RedirectAttributes redirect, Locale locale, String key, Object... arguments) {
        redirect.addFlashAttribute("done", messages.getMessage(key, arguments, locale));
    }
}
