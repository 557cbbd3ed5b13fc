package vn.binhquyen.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormDesign;
import vn.binhquyen.statistics.form.FormFault;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormLabels;
import vn.binhquyen.statistics.form.FormState;
import vn.binhquyen.statistics.form.Forms;

/**
 * The screen on which the grids of a form are made. It is one form: whatever button is pressed, all that was typed is kept,
 * then what the button says is done.
 */
@Controller
class FormDesignController {
    private final FormDesign design;
    private final Forms forms;
    private final Breakdowns breakdowns;
    private final FormWords words;

    FormDesignController(FormDesign design, Forms forms, Breakdowns breakdowns, FormWords words) {
        this.design = design;
        this.forms = forms;
        this.breakdowns = breakdowns;
        this.words = words;
    }

    /**
     * @param at the section in which elements are sought; null where none is
     * @param columns the section whose columns are chosen; null where none are
     */
    @GetMapping("/forms/{id}/design")
    String page(
            @PathVariable FormId id,
            @RequestParam(required = false) @Nullable Integer at,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer columns,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        FormDefinition form = design.look(id);
        if (form.state() != FormState.DRAFT) {
            return "redirect:/forms/" + id;
        }
        show(form, design.faults(id), model);
        model.addAttribute("fragment", fragment != null);
        model.addAttribute("choosing", columns);
        model.addAttribute("dimensions", columns == null ? List.of() : breakdowns.dimensions());
        model.addAttribute("seekAt", at);
        model.addAttribute("q", q);
        model.addAttribute("found", at == null ? List.of() : design.search(id, q));
        return "statistics/form-design";
    }

    private void show(FormDefinition form, List<FormFault> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute(
                "page", FormDesignPage.of(form, forms.labels(form), breakdowns.dimensions(), faults, words.english()));
    }

    /** What was typed stays, on the form as the actor saw it. */
    @PostMapping("/forms/{id}/design")
    String change(
            @PathVariable FormId id,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(name = "do", defaultValue = "save") String act,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        FormDefinition shown = design.look(id).with(FormDesignEdit.shown(fields), version);
        FormLabels labels = forms.labels(shown);
        if (!labels.know(shown)) {
            throw new NotFound("row or column of the form", id);
        }
        FormDesignEdit edit = new FormDesignEdit(fields, labels.columns(), this::interned);
        FormDesignEdit.Act asked = edit.asked(act);
        try {
            edit.apply(asked);
            design.arrange(actor, id, edit.sections(), version);
        } catch (Refused refusal) {
            model.addAttribute(
                    "wrong", words.say(refusal.code(), refusal.arguments().toArray()));
            return typed(shown.with(edit.sections(), version), response, model);
        } catch (Conflict meanwhile) {
            model.addAttribute("meanwhile", true);
            return typed(shown.with(edit.sections(), design.look(id).version()), response, model);
        }
        if (asked.verb().equals("save")) {
            redirect.addFlashAttribute("done", words.say("form.saved"));
        }
        UriComponentsBuilder back = UriComponentsBuilder.fromPath("/forms/" + id + "/design");
        if (asked.verb().equals("find")) {
            back.queryParam("at", asked.section())
                    .queryParam("q", FormDesignEdit.text(fields, "s" + asked.section() + ".find"));
        }
        if (asked.verb().equals("choose")) {
            back.queryParam("columns", asked.section());
        }
        return "redirect:" + back.fragment(edit.anchor(asked)).encode().toUriString();
    }

    /** Not saved: the page goes to its head, where it is said why. */
    private String typed(FormDefinition form, HttpServletResponse response, Model model) {
        response.setHeader("HX-Reswap", "outerHTML show:window:top");
        show(form, List.of(), model);
        model.addAttribute("q", "");
        model.addAttribute("found", List.of());
        return "statistics/form-design";
    }

    private Map<SortedSet<String>, Breakdown> interned(Collection<SortedSet<String>> combinations) {
        try {
            return breakdowns.of(combinations);
        } catch (IllegalArgumentException unknown) {
            throw new Refused("form.option.unknown");
        }
    }
}
