package vn.binhquyen.organization.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
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
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.AgencyTypeFilter;
import vn.binhquyen.organization.AgencyTypeId;
import vn.binhquyen.organization.AgencyTypes;
import vn.binhquyen.organization.KeptType;
import vn.binhquyen.organization.Level;
import vn.binhquyen.publishing.Download;

/** The catalogue of agency types: a list for everybody, a form for administrators. */
@Controller
@RequestMapping("/agency-types")
class AgencyTypeController {
    private final AgencyTypes types;
    private final Permits permits;
    private final MessageSource messages;
    private final Clock clock;

    AgencyTypeController(AgencyTypes types, Permits permits, MessageSource messages, Clock clock) {
        this.types = types;
        this.permits = permits;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the list was asked for, as it stands in the address. */
    record Asked(
            @Nullable String q,
            @Nullable Level level,
            @Nullable AgencyKind kind,
            @Nullable String on,
            @Nullable AgencyTypeId after) {
        AgencyTypeFilter filter() {
            return new AgencyTypeFilter(
                    q == null ? "" : q.strip(), level, kind, TypedDay.of(on).orElse(null), after);
        }

        public boolean isDateWrong() {
            return on != null && !on.isBlank() && TypedDay.of(on).isEmpty();
        }

        String link(String path, @Nullable AgencyTypeId next) {
            var link = UriComponentsBuilder.fromPath(path);
            if (q != null && !q.isBlank()) {
                link.queryParam("q", q.strip());
            }
            if (level != null) {
                link.queryParam("level", level);
            }
            if (kind != null) {
                link.queryParam("kind", kind);
            }
            if (on != null && !on.isBlank()) {
                link.queryParam("on", on.strip());
            }
            if (next != null) {
                link.queryParam("after", next);
            }
            return link.encode().toUriString();
        }
    }

    @ModelAttribute("kinds")
    AgencyKind[] kinds() {
        return AgencyKind.values();
    }

    @ModelAttribute("levels")
    Level[] levels() {
        return Level.values();
    }

    @GetMapping
    String list(Asked asked, Actor actor, Model model) {
        List<KeptType> found = types.page(asked.filter());
        boolean more = found.size() > AgencyTypes.PAGE;
        List<KeptType> rows = more ? found.subList(0, AgencyTypes.PAGE) : found;
        model.addAttribute("rows", rows);
        model.addAttribute("asked", asked);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "next", more ? asked.link("/agency-types", rows.getLast().id()) : null);
        model.addAttribute("export", asked.link("/agency-types/export.xlsx", null));
        model.addAttribute("mayChange", mayChange(actor));
        return "organization/agency-types";
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> sheet(Asked asked, Locale locale) {
        return Download.xlsx(
                "loai-co-quan.xlsx", new AgencyTypeSheet(messages, locale).of(types.export(asked.filter())));
    }

    @GetMapping("/new")
    String empty(Actor actor, Model model) {
        require(actor);
        model.addAttribute("form", AgencyTypeForm.empty());
        return "organization/agency-type-form";
    }

    @PostMapping("/new")
    String add(
            @Valid @ModelAttribute("form") AgencyTypeForm form,
            BindingResult errors,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor);
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                types.add(actor, form.toType());
                return saved(form, redirect, locale);
            } catch (Refused refusal) {
                reject(errors, refusal);
            }
        }
        return "organization/agency-type-form";
    }

    @GetMapping("/{id}/edit")
    String filled(@PathVariable AgencyTypeId id, Actor actor, Model model) {
        require(actor);
        KeptType kept = types.one(id);
        model.addAttribute("kept", kept);
        model.addAttribute("form", AgencyTypeForm.of(kept.type(), kept.version()));
        return "organization/agency-type-form";
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable AgencyTypeId id,
            @Valid @ModelAttribute("form") AgencyTypeForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor);
        KeptType kept = types.one(id);
        model.addAttribute("kept", kept);
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                types.change(actor, id, form.toType(), form.version() == null ? -1 : form.version());
                return saved(form, redirect, locale);
            } catch (Refused refusal) {
                reject(errors, refusal);
            } catch (Conflict meanwhile) {
                model.addAttribute("form", form.over(kept.version()));
                model.addAttribute("meanwhile", true);
            }
        }
        return "organization/agency-type-form";
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable AgencyTypeId id, @RequestParam long version, Actor actor) {
        types.remove(actor, id, version);
        return "redirect:/agency-types";
    }

    private String saved(AgencyTypeForm form, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute(
                "done", messages.getMessage("agency-type.saved", new Object[] {form.name()}, locale));
        return "redirect:/agency-types";
    }

    private static void reject(BindingResult errors, Refused refusal) {
        String field = switch (refusal.code()) {
            case "agency-type.ends-before-it-begins" -> "lastDay";
            case "agency-type.standing-not-typical" -> "standing";
            default -> "code";
        };
        errors.rejectValue(field, refusal.code(), refusal.arguments().toArray(), null);
    }

    private boolean mayChange(Actor actor) {
        return permits.allows(actor, Action.MANAGE, Thing.REFERENCE, Place.of(actor.unit()));
    }

    private void require(Actor actor) {
        if (!mayChange(actor)) {
            throw new AccessRefused(actor.account() + " may not change the catalogue of agency types");
        }
    }
}
