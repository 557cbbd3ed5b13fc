package vn.binhquyen.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.intake.Drafts;
import vn.binhquyen.intake.review.HeadFields;
import vn.binhquyen.intake.review.ItemFields;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.intake.review.Rewording;
import vn.binhquyen.intake.review.Unfit;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.organization.AgencyKind;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanItem;

/**
 * Takes the small changes that a reviewer makes, each saved at once. A page with scripts gets back only what changed;
 * without them the page is shown anew.
 */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}/draft")
class DraftEditController {
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final String WHOLE_FORM = "intake/parts :: openedAndSurroundings";

    private final Drafts drafts;
    private final Desks desks;
    private final Forms forms;
    private final DraftController pages;
    private final DraftWords words;
    private final JsonMapper json;

    DraftEditController(
            Drafts drafts, Desks desks, Forms forms, DraftController pages, DraftWords words, JsonMapper json) {
        this.drafts = drafts;
        this.desks = desks;
        this.forms = forms;
        this.pages = pages;
        this.words = words;
        this.json = json;
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
            Drafts.Saved saved = drafts.saveHead(actor, id, base(sent), mine);
            Desk desk = open(actor, id, Section.GENERAL, sent, model);
            ItemForm form = forms.head(desk.draft(), saved.merge().clashes());
            return answer(saved, form, htmx, model, response);
        } catch (Unfit unfit) {
            Desk desk = open(actor, id, Section.GENERAL, sent, model);
            return refuse(forms.unfitHead(desk.draft(), sentBase(sent), mine, unfit.errors()), htmx, model, response);
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
            Drafts.Saved saved = drafts.save(actor, id, new Drafts.Change(of, parent, item, base(sent), mine));
            Desk desk = open(actor, id, Section.of(of), sent, model);
            if (saved.gone()) {
                model.addAttribute("gone", true);
                ItemForm again = forms.typed(desk.draft(), of, item, parent, group, Forms.NOTHING, mine, Map.of());
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                return whole(again, htmx, model, response);
            }
            ItemForm form = forms.known(
                    desk.draft(), found(desk, item), desk.rows(), saved.merge().clashes());
            return answer(saved, form, htmx, model, response);
        } catch (Unfit unfit) {
            Desk desk = open(actor, id, Section.of(of), sent, model);
            ItemForm form = forms.typed(desk.draft(), of, item, parent, group, sentBase(sent), mine, unfit.errors());
            return refuse(form, htmx, model, response);
        }
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
        Drafts.Removed removed = drafts.remove(actor, id, item, base(sent));
        if (removed.removal() == null) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            Desk desk = desks.open(actor, id);
            ItemList.Found found = found(desk, item);
            open(actor, id, Section.of(found.list()), sent, model);
            model.addAttribute("kept", true);
            return whole(forms.known(desk.draft(), found, desk.rows(), Map.of()), htmx, model, response);
        }
        Section section = section(sent);
        open(actor, id, section, sent, model);
        model.addAttribute("removal", removed.removal());
        model.addAttribute("removedTitle", title(removed));
        if (htmx != null) {
            return "intake/parts :: removed";
        }
        redirect.addFlashAttribute("removal", removed.removal());
        redirect.addFlashAttribute("removedTitle", title(removed));
        return redirect(id, section, null);
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
        return sectionAgain(actor, id, item.id(), sent, htmx, model);
    }

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
        return sectionAgain(actor, id, item, sent, htmx, model);
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
        PlanContent before = desks.open(actor, id).content();
        Optional<Rewording> rewording = Rewording.of(before, target);
        UUID indicator = rewording
                .map(found -> found.indicator().id())
                .or(() -> ItemList.find(before, target).map(ItemList.Found::parent))
                .orElseThrow(() -> new NotFound("item", target));
        rewording.ifPresent(found -> drafts.save(actor, id, change(found)));
        if (section(sent) == Section.REVIEW) {
            return sectionAgain(actor, id, target, sent, htmx, model);
        }
        Desk desk = open(actor, id, Section.GOALS, sent, model);
        ItemList.Found changed = found(desk, target);
        model.addAttribute("inner", forms.known(desk.draft(), changed, desk.rows(), Map.of()));
        ItemForm form = forms.known(desk.draft(), found(desk, indicator), desk.rows(), Map.of());
        return htmx == null ? redirect(id, Section.GOALS, target.toString()) : whole(form, htmx, model, response);
    }

    private static Drafts.Change change(Rewording rewording) {
        Map<String, String> base = ItemFields.of(rewording.indicator());
        Map<String, String> mine = new HashMap<>(base);
        mine.put("text", rewording.text());
        return new Drafts.Change(
                ItemList.INDICATORS, null, rewording.indicator().id(), base, mine);
    }

    private String answer(
            Drafts.Saved saved, ItemForm form, @Nullable String htmx, Model model, HttpServletResponse response) {
        boolean changed = !saved.merge().taken().isEmpty();
        model.addAttribute("form", form);
        if (form.list() == ItemList.TARGETS && form.parent() != null) {
            Desk desk = (Desk) Objects.requireNonNull(model.getAttribute("desk"));
            ItemList.Found indicator = found(desk, form.parent());
            model.addAttribute("inner", form);
            model.addAttribute("outerForm", forms.known(desk.draft(), indicator, desk.rows(), Map.of()));
        }
        if (form.clashes()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        }
        if (htmx == null) {
            PlanDraft draft = saved.draft();
            return form.clashes()
                    ? pageWith(form, model)
                    : redirect(
                            draft.head().id(),
                            form.list() == null ? Section.GENERAL : Section.of(form.list()),
                            form.head() ? null : form.key());
        }
        return changed ? whole(form, htmx, model, response) : "intake/parts :: saved";
    }

    private String refuse(ItemForm form, @Nullable String htmx, Model model, HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("form", form);
        return htmx == null ? pageWith(form, model) : "intake/parts :: unfit";
    }

    private String whole(ItemForm form, @Nullable String htmx, Model model, HttpServletResponse response) {
        model.addAttribute("form", form);
        if (htmx == null) {
            return pageWith(form, model);
        }
        response.setHeader("HX-Retarget", "#i-" + form.key());
        response.setHeader("HX-Reswap", "outerHTML");
        return WHOLE_FORM;
    }

    private String pageWith(ItemForm form, Model model) {
        Desk desk = (Desk) Objects.requireNonNull(model.getAttribute("desk"));
        model.addAttribute("view", "draft");
        model.addAttribute("document", desk.document());
        if (form.head()) {
            model.addAttribute("headForm", form);
            model.addAttribute("form", null);
        }
        return "intake/draft";
    }

    private String sectionAgain(
            Actor actor, PlanId id, UUID item, MultiValueMap<String, String> sent, @Nullable String htmx, Model model) {
        Section section = section(sent);
        Desk desk = open(actor, id, section, sent, model);
        if (section == Section.GENERAL) {
            model.addAttribute("headForm", forms.head(desk.draft(), Map.of()));
        }
        return htmx == null ? redirect(id, section, item.toString()) : "intake/parts :: paneAndSurroundings";
    }

    private String openAgain(
            Actor actor,
            PlanId id,
            UUID item,
            MultiValueMap<String, String> sent,
            @Nullable String htmx,
            Model model,
            HttpServletResponse response) {
        Desk desk = open(actor, id, Section.PARTIES, sent, model);
        ItemForm form = forms.known(desk.draft(), found(desk, item), desk.rows(), Map.of());
        return htmx == null ? redirect(id, Section.PARTIES, item.toString()) : whole(form, htmx, model, response);
    }

    /** Opens the desk for the answer, and notes whether others saved things that the page does not show yet. */
    private Desk open(Actor actor, PlanId id, Section section, MultiValueMap<String, String> sent, Model model) {
        Desk desk = desks.open(actor, id);
        pages.show(desk, section, model);
        String seen = sent.getFirst("version");
        model.addAttribute("newer", seen != null && desk.draft().version() > Long.parseLong(seen) + 1);
        model.addAttribute("others", List.of());
        return desk;
    }

    private Map<String, String> base(MultiValueMap<String, String> sent) {
        return json.readValue(sentBase(sent), FIELDS);
    }

    /** The last one: a form with scripts sends the newest after the one it was shown with. */
    static String sentBase(MultiValueMap<String, String> sent) {
        List<String> bases = sent.get("base");
        return bases == null || bases.isEmpty() ? Forms.NOTHING : bases.getLast();
    }

    private static Section section(MultiValueMap<String, String> sent) {
        return Section.of(sent.getFirst("section"));
    }

    private static ItemList.Found found(Desk desk, UUID item) {
        return ItemList.find(desk.content(), item).orElseThrow(() -> new NotFound("item", item));
    }

    private String title(Drafts.Removed removed) {
        Map<String, String> fields = ItemFields.of(removed.item());
        String title = fields.getOrDefault("text", fields.getOrDefault("title", fields.getOrDefault("name", "")));
        String shown = title.isEmpty() ? words.say("intake.this-item") : title;
        return shown.length() > 70 ? shown.substring(0, 68) + "…" : shown;
    }

    static String redirect(PlanId id, Section section, @Nullable String item) {
        String place = item == null ? "" : "&item=" + item + "#i-" + item;
        return "redirect:/plans/" + id + "/draft?section=" + section.key() + place;
    }
}
