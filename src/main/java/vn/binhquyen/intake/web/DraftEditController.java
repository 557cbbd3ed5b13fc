package vn.binhquyen.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhquyen.intake.Drafts;
import vn.binhquyen.intake.review.HeadFields;
import vn.binhquyen.intake.review.ItemFields;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.review.Unfit;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanId;

/**
 * Takes the small changes that a reviewer makes, each saved at once. A page with scripts gets back only what changed;
 * without them the page is shown anew.
 */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}/draft")
class DraftEditController {
    private final Drafts drafts;
    private final Desks desks;
    private final Forms forms;
    private final DraftAnswers answers;

    DraftEditController(Drafts drafts, Desks desks, Forms forms, DraftAnswers answers) {
        this.drafts = drafts;
        this.desks = desks;
        this.forms = forms;
        this.answers = answers;
    }

    @PostMapping("/head")
    String saveHead(
            @PathVariable PlanId id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        Map<String, String> mine = Forms.typed(HeadFields.ALL, sent::get);
        try {
            Drafts.Saved saved = drafts.saveHead(actor, id, answers.base(sent), mine);
            Desk desk = answers.open(actor, id, Section.GENERAL, sent, model);
            ItemForm form = forms.head(desk.draft(), saved.merge().clashes());
            return answer(saved, form, htmx, model, response);
        } catch (Unfit unfit) {
            Desk desk = answers.open(actor, id, Section.GENERAL, sent, model);
            return refuse(
                    forms.unfitHead(desk.draft(), DraftAnswers.sentBase(sent), mine, unfit.errors()),
                    htmx,
                    model,
                    response);
        }
    }

    @PostMapping("/items/{item}")
    String save(
            @PathVariable PlanId id,
            @PathVariable UUID item,
            @RequestParam String list,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable UUID group,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        ItemList of = ItemList.of(list);
        Map<String, String> mine = Forms.typed(ItemFields.of(of), sent::get);
        try {
            Drafts.Saved saved = drafts.save(actor, id, new Drafts.Change(of, parent, item, answers.base(sent), mine));
            Desk desk = answers.open(actor, id, Section.of(of), sent, model);
            if (saved.gone()) {
                model.addAttribute("gone", true);
                ItemForm again = forms.typed(desk.draft(), of, item, parent, group, Forms.NOTHING, mine, Map.of());
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                return answers.whole(again, htmx, model, response);
            }
            ItemForm form = forms.known(
                    desk.draft(),
                    DraftAnswers.found(desk, item),
                    desk.rows(),
                    saved.merge().clashes());
            return answer(saved, form, htmx, model, response);
        } catch (Unfit unfit) {
            Desk desk = answers.open(actor, id, Section.of(of), sent, model);
            ItemForm form = forms.typed(
                    desk.draft(), of, item, parent, group, DraftAnswers.sentBase(sent), mine, unfit.errors());
            return refuse(form, htmx, model, response);
        }
    }

    /** Brings the words of the indicator into line with the figure of its target. */
    @PostMapping("/items/{target}/rewording")
    String reword(
            @PathVariable PlanId id,
            @PathVariable UUID target,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        UUID indicator = drafts.reword(actor, id, target);
        if (DraftAnswers.section(sent) == Section.REVIEW) {
            return answers.sectionAgain(actor, id, target, sent, htmx, model);
        }
        Desk desk = answers.open(actor, id, Section.GOALS, sent, model);
        ItemList.Found changed = DraftAnswers.found(desk, target);
        model.addAttribute("inner", forms.known(desk.draft(), changed, desk.rows(), Map.of()));
        ItemForm form = forms.known(desk.draft(), DraftAnswers.found(desk, indicator), desk.rows(), Map.of());
        return htmx == null
                ? DraftAnswers.redirect(id, Section.GOALS, target.toString())
                : answers.whole(form, htmx, model, response);
    }

    private String answer(
            Drafts.Saved saved, ItemForm form, @Nullable String htmx, Model model, HttpServletResponse response) {
        boolean changed = !saved.merge().taken().isEmpty();
        model.addAttribute("form", form);
        if (form.list() == ItemList.TARGETS && form.parent() != null) {
            Desk desk = (Desk) Objects.requireNonNull(model.getAttribute("desk"));
            ItemList.Found indicator = DraftAnswers.found(desk, form.parent());
            model.addAttribute("inner", form);
            model.addAttribute("outerForm", forms.known(desk.draft(), indicator, desk.rows(), Map.of()));
        }
        if (form.clashes()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        }
        if (htmx == null) {
            PlanDraft draft = saved.draft();
            return form.clashes()
                    ? answers.pageWith(form, model)
                    : DraftAnswers.redirect(
                            draft.head().id(),
                            form.list() == null ? Section.GENERAL : Section.of(form.list()),
                            form.head() ? null : form.key());
        }
        return changed ? answers.whole(form, htmx, model, response) : "intake/parts :: saved";
    }

    private String refuse(ItemForm form, @Nullable String htmx, Model model, HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("form", form);
        return htmx == null ? answers.pageWith(form, model) : "intake/parts :: unfit";
    }
}
