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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.intake.Drafts;
import vn.binhquyen.intake.review.ItemFields;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;

/** Takes items of a draft out and back, moves them, and says whom a name stands for. */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}/draft")
class DraftItemController {
    private final Drafts drafts;
    private final Desks desks;
    private final Forms forms;
    private final DraftController pages;
    private final DraftAnswers answers;
    private final DraftWords words;

    DraftItemController(
            Drafts drafts, Desks desks, Forms forms, DraftController pages, DraftAnswers answers, DraftWords words) {
        this.drafts = drafts;
        this.desks = desks;
        this.forms = forms;
        this.pages = pages;
        this.answers = answers;
        this.words = words;
    }

    /** Takes an item out and says how to bring it back; one that somebody changed meanwhile stays and is shown. */
    @PostMapping("/items/{item}/removal")
    String remove(
            @PathVariable PlanId id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Drafts.Removed removed = drafts.remove(actor, id, item, answers.base(sent));
        if (removed.removal() == null) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            Desk desk = desks.open(actor, id);
            ItemList.Found found = DraftAnswers.found(desk, item);
            answers.open(actor, id, Section.of(found.list()), sent, model);
            model.addAttribute("kept", true);
            return answers.whole(forms.known(desk.draft(), found, desk.rows(), Map.of()), htmx, model, response);
        }
        Section section = DraftAnswers.section(sent);
        answers.open(actor, id, section, sent, model);
        model.addAttribute("removal", removed.removal());
        model.addAttribute("removedTitle", title(removed));
        if (htmx != null) {
            return "intake/parts :: removed";
        }
        redirect.addFlashAttribute("removal", removed.removal());
        redirect.addFlashAttribute("removedTitle", title(removed));
        return DraftAnswers.redirect(id, section, null);
    }

    @PostMapping("/removals/{removal}/undo")
    String undo(
            @PathVariable PlanId id,
            @PathVariable UUID removal,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model) {
        PlanItem item = drafts.restore(actor, id, removal);
        return answers.sectionAgain(actor, id, item.id(), sent, htmx, model);
    }

    /** Moves an item one place; it stays open, to be moved on. */
    @PostMapping("/items/{item}/position")
    String move(
            @PathVariable PlanId id,
            @PathVariable UUID item,
            @RequestParam int by,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model) {
        drafts.move(actor, id, item, Integer.signum(by));
        String shown = answers.sectionAgain(actor, id, item, sent, htmx, model);
        Desk desk = (Desk) Objects.requireNonNull(model.getAttribute("desk"));
        pages.openItem(desk, DraftAnswers.found(desk, item), model);
        return shown;
    }

    /** Finds again whom a name stands for. */
    @PostMapping("/items/{item}/match")
    String match(
            @PathVariable PlanId id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        drafts.match(actor, id, item);
        return openAgain(actor, id, item, sent, htmx, model, response);
    }

    @PostMapping("/items/{item}/agency")
    String foundAgency(
            @PathVariable PlanId id,
            @PathVariable UUID item,
            @RequestParam String agencyName,
            @RequestParam AgencyKind agencyKind,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        drafts.foundAgency(actor, id, item, agencyName.strip(), agencyKind);
        return openAgain(actor, id, item, sent, htmx, model, response);
    }

    private String openAgain(
            Actor actor,
            PlanId id,
            UUID item,
            MultiValueMap<String, String> sent,
            @Nullable String htmx,
            Model model,
            HttpServletResponse response) {
        Desk desk = answers.open(actor, id, Section.PARTIES, sent, model);
        ItemForm form = forms.known(desk.draft(), DraftAnswers.found(desk, item), desk.rows(), Map.of());
        return htmx == null
                ? DraftAnswers.redirect(id, Section.PARTIES, item.toString())
                : answers.whole(form, htmx, model, response);
    }

    private String title(Drafts.Removed removed) {
        Map<String, String> fields = ItemFields.of(removed.item());
        String title = fields.getOrDefault("text", fields.getOrDefault("title", fields.getOrDefault("name", "")));
        String shown = title.isEmpty() ? words.say("intake.this-item") : title;
        return shown.length() > 70 ? shown.substring(0, 68) + "…" : shown;
    }
}
