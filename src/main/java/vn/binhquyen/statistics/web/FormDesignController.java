package vn.binhquyen.statistics.web;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormDesign;
import vn.binhquyen.statistics.form.FormId;
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
            Model model) {
        FormDefinition form = design.look(id);
        if (form.state() != FormState.DRAFT) {
            return "redirect:/forms/" + id;
        }
        model.addAttribute("form", form);
        model.addAttribute(
                "page",
                FormDesignPage.of(
                        form, forms.labels(form), breakdowns.dimensions(), design.faults(id), words.english()));
        model.addAttribute("choosing", columns);
        model.addAttribute("dimensions", columns == null ? List.of() : breakdowns.dimensions());
        model.addAttribute("seekAt", at);
        model.addAttribute("q", q);
        model.addAttribute("found", at == null ? List.of() : design.search(id, q));
        return "statistics/form-design";
    }

    @PostMapping("/forms/{id}/design")
    String change(
            @PathVariable FormId id,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(name = "do", defaultValue = "save") String act,
            @RequestParam MultiValueMap<String, String> fields,
            Actor actor,
            RedirectAttributes redirect) {
        FormDefinition form = design.look(id);
        FormDesignEdit edit =
                new FormDesignEdit(form, fields, forms.labels(form).columns(), this::interned);
        FormDesignEdit.Act asked = edit.asked(act);
        edit.apply(asked);
        design.arrange(actor, id, edit.sections(), version);
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

    private Map<SortedSet<String>, Breakdown> interned(Collection<SortedSet<String>> combinations) {
        try {
            return breakdowns.of(combinations);
        } catch (IllegalArgumentException unknown) {
            throw new Refused("form.option.unknown");
        }
    }
}
