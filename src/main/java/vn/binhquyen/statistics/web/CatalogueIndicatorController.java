package vn.binhquyen.statistics.web;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
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
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.catalogue.CatalogueEditing;
import vn.binhquyen.statistics.catalogue.CatalogueEntries;
import vn.binhquyen.statistics.catalogue.CatalogueSet;
import vn.binhquyen.statistics.catalogue.IndicatorDraft;
import vn.binhquyen.statistics.catalogue.Kept;

/** One indicator of the catalogue: its page, and the form by which it is defined and changed. */
@Controller
@RequestMapping("/catalogue/indicators")
class CatalogueIndicatorController {
    private static final String FORM = "statistics/catalogue-indicator-form";

    private final CatalogueEntries entries;
    private final CatalogueEditing editing;
    private final CataloguePages pages;
    private final CatalogueWords words;

    CatalogueIndicatorController(
            CatalogueEntries entries, CatalogueEditing editing, CataloguePages pages, CatalogueWords words) {
        this.entries = entries;
        this.editing = editing;
        this.pages = pages;
        this.words = words;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("computations", Computation.values());
        model.addAttribute("directions", Direction.values());
        model.addAttribute("sets", CatalogueSet.values());
    }

    @GetMapping("/{id}")
    String page(@PathVariable IndicatorId id, Actor actor, Model model) {
        Kept<IndicatorDraft> kept = entries.indicator(id);
        IndicatorDraft entry = kept.entry();
        model.addAttribute("id", id);
        model.addAttribute("kept", kept);
        model.addAttribute(
                "title",
                CatalogueWords.title(kept.entry().nameVi(), kept.entry().nameEn()));
        model.addAttribute("per", VietnameseNumbers.format(entry.per()));
        model.addAttribute("natural", natural(entry));
        model.addAttribute("numerator", entry.numerator().isEmpty() ? null : entries.inWords(entry.numerator()));
        model.addAttribute("denominator", entry.denominator().isEmpty() ? null : entries.inWords(entry.denominator()));
        model.addAttribute("former", entries.former(id));
        model.addAttribute("mayChange", pages.mayChange(actor, kept.place()));
        return "statistics/catalogue-indicator";
    }

    @GetMapping("/new")
    String empty(Actor actor, Model model) {
        pages.require(actor, actor.unit());
        pages.offer(model, actor.unit());
        model.addAttribute("form", IndicatorForm.empty());
        return FORM;
    }

    @PostMapping("/new")
    String define(
            @Valid @ModelAttribute("form") IndicatorForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        pages.require(actor, actor.unit());
        pages.offer(model, actor.unit());
        form.check(errors);
        checkFormulas(form, null, actor.unit(), errors);
        if (!errors.hasErrors()) {
            try {
                return saved(editing.define(actor, actor.unit(), form.toDraft(null)), redirect);
            } catch (Refused refusal) {
                CataloguePages.reject(errors, refusal);
            }
        }
        return FORM;
    }

    @GetMapping("/{id}/edit")
    String filled(@PathVariable IndicatorId id, Actor actor, Model model) {
        Kept<IndicatorDraft> kept = keptFor(id, actor, model);
        model.addAttribute("form", IndicatorForm.of(kept.entry(), kept.version()));
        return FORM;
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable IndicatorId id,
            @Valid @ModelAttribute("form") IndicatorForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Kept<IndicatorDraft> kept = keptFor(id, actor, model);
        form.check(errors);
        checkFormulas(form, kept.entry(), kept.place(), errors);
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
    String retire(@PathVariable IndicatorId id, @RequestParam long version, @RequestParam String reason, Actor actor) {
        editing.retire(actor, id, version, reason.strip());
        return "redirect:/catalogue/indicators/" + id;
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable IndicatorId id, @RequestParam long version, @RequestParam String reason, Actor actor) {
        editing.restore(actor, id, version, reason.strip());
        return "redirect:/catalogue/indicators/" + id;
    }

    /** Each formula at its own field, both in one go; what stands there already may stay. */
    private void checkFormulas(IndicatorForm form, @Nullable IndicatorDraft before, UnitId at, BindingResult errors) {
        checkFormula("numerator", Typed.text(form.numerator()), before == null ? "" : before.numerator(), at, errors);
        checkFormula(
                "denominator", Typed.text(form.denominator()), before == null ? "" : before.denominator(), at, errors);
    }

    private void checkFormula(String field, String typed, String before, UnitId at, BindingResult errors) {
        if (!typed.isEmpty() && !typed.equals(before)) {
            try {
                editing.check(at, typed);
            } catch (Refused refusal) {
                errors.rejectValue(field, refusal.code(), refusal.arguments().toArray(), null);
            }
        }
    }

    private static @Nullable String natural(IndicatorDraft entry) {
        return entry.naturalLow() == null || entry.naturalHigh() == null
                ? null
                : VietnameseNumbers.format(entry.naturalLow()) + " – " + VietnameseNumbers.format(entry.naturalHigh());
    }

    private Kept<IndicatorDraft> keptFor(IndicatorId id, Actor actor, Model model) {
        Kept<IndicatorDraft> kept = entries.indicator(id);
        pages.require(actor, kept.place());
        pages.offer(model, kept.place());
        model.addAttribute("id", id);
        model.addAttribute("kept", kept);
        return kept;
    }

    private String saved(IndicatorId id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", words.say("catalogue.saved"));
        return "redirect:/catalogue/indicators/" + id;
    }
}
