package vn.binhquyen.statistics.web;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.statistics.form.CutOff;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormDesign;
import vn.binhquyen.statistics.form.FormId;

/** Says what a form is called, who is asked for it, how often and by when. */
@Controller
class FormHeadController {
    private final FormDesign design;
    private final Permits permits;
    private final FormWords words;

    FormHeadController(FormDesign design, Permits permits, FormWords words) {
        this.design = design;
        this.permits = permits;
        this.words = words;
    }

    @ModelAttribute("kinds")
    Period.Kind[] kinds() {
        return Period.Kind.values();
    }

    @ModelAttribute("cutOffs")
    CutOff[] cutOffs() {
        return CutOff.values();
    }

    @ModelAttribute("agencyKinds")
    AgencyKind[] agencyKinds() {
        return AgencyKind.values();
    }

    @ModelAttribute("levels")
    List<Level> levels() {
        return List.of(Level.NATION, Level.PROVINCE, Level.COMMUNE, Level.VILLAGE);
    }

    @GetMapping("/forms/new")
    String empty(Actor actor, Model model) {
        require(actor);
        model.addAttribute("form", FormHeadForm.empty());
        return "statistics/form-head";
    }

    @PostMapping("/forms/new")
    String begin(@Valid @ModelAttribute("form") FormHeadForm form, BindingResult errors, Actor actor) {
        require(actor);
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                return "redirect:/forms/" + design.begin(actor, form.toHead(asking(actor))) + "/design";
            } catch (Refused refusal) {
                errors.rejectValue("code", refusal.code(), refusal.arguments().toArray(), null);
            }
        }
        return "statistics/form-head";
    }

    @GetMapping("/forms/{id}/head")
    String filled(@PathVariable FormId id, Model model) {
        FormDefinition draft = design.look(id);
        model.addAttribute("draft", draft);
        model.addAttribute("form", FormHeadForm.of(draft.head(), draft.version()));
        return "statistics/form-head";
    }

    @PostMapping("/forms/{id}/head")
    String describe(
            @PathVariable FormId id,
            @Valid @ModelAttribute("form") FormHeadForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        FormDefinition draft = design.look(id);
        model.addAttribute("draft", draft);
        form.check(errors);
        if (!errors.hasErrors()) {
            try {
                design.describe(
                        actor, id, form.toHead(draft.head().owner()), form.version() == null ? -1 : form.version());
                redirect.addFlashAttribute("done", words.say("form.saved"));
                return "redirect:/forms/" + id + "/design";
            } catch (Refused refusal) {
                errors.rejectValue("code", refusal.code(), refusal.arguments().toArray(), null);
            } catch (Conflict meanwhile) {
                model.addAttribute("meanwhile", true);
            }
        }
        return "statistics/form-head";
    }

    /** Who sits in the agencies of the nation asks the whole country. */
    private static @Nullable UnitId asking(Actor actor) {
        return actor.unit().equals(Organization.NATION) ? null : actor.unit();
    }

    private void require(Actor actor) {
        if (!permits.allows(actor, Action.MANAGE, Thing.INDICATOR, Place.of(actor.unit()))) {
            throw new AccessRefused(actor.account() + " may not make forms");
        }
    }
}
