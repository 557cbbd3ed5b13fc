package vn.binhquyen.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.plan.PlanId;

/** What the small changes of a draft are answered with: the part that changed, or without scripts the whole page. */
@Component
class DraftAnswers {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final String WHOLE_FORM = "intake/parts :: openedAndSurroundings";

    private final Desks desks;
    private final Forms forms;
    private final DraftController pages;
    private final JsonMapper json;

    DraftAnswers(Desks desks, Forms forms, DraftController pages, JsonMapper json) {
        this.desks = desks;
        this.forms = forms;
        this.pages = pages;
        this.json = json;
    }

    /** Opens the desk for the answer, and notes whether others saved things that the page does not show yet. */
    Desk open(Actor actor, PlanId id, Section section, MultiValueMap<String, String> sent, Model model) {
        Desk desk = desks.open(actor, id);
        pages.show(desk, section, model);
        String seen = sent.getFirst("version");
        model.addAttribute("newer", seen != null && desk.draft().version() > Long.parseLong(seen) + 1);
        model.addAttribute("others", List.of());
        return desk;
    }

    String whole(ItemForm form, @Nullable String htmx, Model model, HttpServletResponse response) {
        model.addAttribute("form", form);
        if (htmx == null) {
            return pageWith(form, model);
        }
        response.setHeader("HX-Retarget", "#i-" + form.key());
        response.setHeader("HX-Reswap", "outerHTML");
        return WHOLE_FORM;
    }

    String pageWith(ItemForm form, Model model) {
        Desk desk = (Desk) Objects.requireNonNull(model.getAttribute("desk"));
        model.addAttribute("view", "draft");
        model.addAttribute("document", desk.document());
        if (form.head()) {
            model.addAttribute("headForm", form);
            model.addAttribute("form", null);
        }
        return "intake/draft";
    }

    String sectionAgain(
            Actor actor, PlanId id, UUID item, MultiValueMap<String, String> sent, @Nullable String htmx, Model model) {
        Section section = section(sent);
        Desk desk = open(actor, id, section, sent, model);
        if (section == Section.GENERAL) {
            model.addAttribute("headForm", forms.head(desk.draft(), Map.of()));
        }
        return htmx == null ? redirect(id, section, item.toString()) : "intake/parts :: paneAndSurroundings";
    }

    Map<String, String> base(MultiValueMap<String, String> sent) {
        return json.readValue(sentBase(sent), FIELDS);
    }

    /** The last one: a form with scripts sends the newest after the one it was shown with. */
    static String sentBase(MultiValueMap<String, String> sent) {
        List<String> bases = sent.get("base");
        return bases == null || bases.isEmpty() ? Forms.NOTHING : bases.getLast();
    }

    static Section section(MultiValueMap<String, String> sent) {
        return Section.of(sent.getFirst("section"));
    }

    static ItemList.Found found(Desk desk, UUID item) {
        return ItemList.find(desk.content(), item).orElseThrow(() -> new NotFound("item", item));
    }

    static String redirect(PlanId id, Section section, @Nullable String item) {
        String place = item == null ? "" : "&item=" + item + "#i-" + item;
        return "redirect:/plans/" + id + "/draft?section=" + section.key() + place;
    }
}
