package vn.binhquyen.statistics.web;

import jakarta.validation.Valid;
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
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.Breakdowns.Adds;
import vn.binhquyen.statistics.catalogue.CatalogueEditing;
import vn.binhquyen.statistics.catalogue.CatalogueEntries;
import vn.binhquyen.statistics.catalogue.DimensionDraft;
import vn.binhquyen.statistics.catalogue.DimensionId;
import vn.binhquyen.statistics.catalogue.Kept;

/** One dimension by which figures are broken down: its page, and the form by which it is defined and changed. */
@Controller
@RequestMapping("/catalogue/breakdowns")
class CatalogueDimensionController {
    private static final String FORM = "statistics/catalogue-dimension-form";

    private final CatalogueEntries entries;
    private final CatalogueEditing editing;
    private final CataloguePages pages;
    private final CatalogueWords words;

    CatalogueDimensionController(
            CatalogueEntries entries, CatalogueEditing editing, CataloguePages pages, CatalogueWords words) {
        this.entries = entries;
        this.editing = editing;
        this.pages = pages;
        this.words = words;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("ways", Adds.values());
    }

    @GetMapping("/{id}")
    String page(@PathVariable DimensionId id, Actor actor, Model model) {
        Kept<DimensionDraft> kept = entries.dimension(id);
        model.addAttribute("id", id);
        model.addAttribute("kept", kept);
        model.addAttribute(
                "title",
                CatalogueWords.title(kept.entry().nameVi(), kept.entry().nameEn()));
        model.addAttribute("former", entries.former(id));
        model.addAttribute("mayChange", pages.mayChange(actor, kept.place()));
        return "statistics/catalogue-dimension";
    }

    @GetMapping("/new")
    String empty(Actor actor, Model model) {
        pages.require(actor, actor.unit());
        pages.offer(model, actor.unit());
        model.addAttribute("form", DimensionForm.empty());
        return FORM;
    }

    @PostMapping("/new")
    String define(
            @Valid @ModelAttribute("form") DimensionForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        pages.require(actor, actor.unit());
        pages.offer(model, actor.unit());
        if (!errors.hasErrors()) {
            try {
                DimensionId id = editing.define(actor, actor.unit(), form.toDraft(null));
                return saved(id, redirect);
            } catch (Refused refusal) {
                CataloguePages.reject(errors, refusal);
            }
        }
        return FORM;
    }

    @GetMapping("/{id}/edit")
    String filled(@PathVariable DimensionId id, Actor actor, Model model) {
        Kept<DimensionDraft> kept = keptFor(id, actor, model);
        model.addAttribute("form", DimensionForm.of(kept.entry(), kept.version()));
        return FORM;
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable DimensionId id,
            @Valid @ModelAttribute("form") DimensionForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Kept<DimensionDraft> kept = keptFor(id, actor, model);
        if (!errors.hasErrors()) {
            try {
                editing.change(
                        actor,
                        id,
                        form.toDraft(kept.entry().code()),
                        form.version() == null ? -1 : form.version(),
                        Typed.text(form.reason()));
                return saved(id, redirect);
            } catch (Refused refusal) {
                CataloguePages.reject(errors, refusal);
            } catch (Conflict meanwhile) {
                model.addAttribute("form", form.over(kept.version()));
                model.addAttribute("meanwhile", kept.entry().nameVi());
            }
        }
        return FORM;
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable DimensionId id, @RequestParam long version, @RequestParam String reason, Actor actor) {
        editing.retire(actor, id, version, reason.strip());
        return "redirect:/catalogue/breakdowns/" + id;
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable DimensionId id, @RequestParam long version, @RequestParam String reason, Actor actor) {
        editing.restore(actor, id, version, reason.strip());
        return "redirect:/catalogue/breakdowns/" + id;
    }

    private Kept<DimensionDraft> keptFor(DimensionId id, Actor actor, Model model) {
        Kept<DimensionDraft> kept = entries.dimension(id);
        pages.require(actor, kept.place());
        pages.offer(model, kept.place());
        model.addAttribute("id", id);
        model.addAttribute("kept", kept);
        return kept;
    }

    private String saved(DimensionId id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", words.say("catalogue.saved"));
        return "redirect:/catalogue/breakdowns/" + id;
    }
}
