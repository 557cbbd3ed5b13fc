package vn.binhquyen.intake.web;

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
import tools.jackson.databind.json.JsonMapper;
import vn.binhquyen.intake.Shaping;
import vn.binhquyen.intake.review.Chosen;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.plan.PlanId;

/** Takes the steps that shape a draft, and shows the item that came of them with a way back. */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}/draft")
class DraftShapeController {
    private final Shaping shaping;
    private final Desks desks;
    private final DraftController pages;
    private final DraftWords words;
    private final JsonMapper json;

    DraftShapeController(Shaping shaping, Desks desks, DraftController pages, DraftWords words, JsonMapper json) {
        this.shaping = shaping;
        this.desks = desks;
        this.pages = pages;
        this.words = words;
        this.json = json;
    }

    /** @param as the list that gets the item; @param place the words, as {@link Chosen#parse} reads them */
    @PostMapping("/words")
    String make(
            @PathVariable PlanId id,
            @RequestParam String as,
            @RequestParam String place,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        Chosen chosen = Chosen.parse(place).orElseThrow(() -> new Refused("intake.refused.no-words"));
        Shaping.Shaped made = shaping.make(actor, id, ItemList.of(as), chosen);
        return shown(actor, id, made, "intake.step.made." + as, htmx, model, redirect);
    }

    @PostMapping("/items/{item}/merge")
    String merge(
            @PathVariable PlanId id,
            @PathVariable UUID item,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        return shown(actor, id, shaping.merge(actor, id, item), "intake.step.merged", htmx, model, redirect);
    }

    /** @param sent with the fields as the writer saw them saved; @param text as written now; @param point in it */
    @PostMapping("/items/{item}/split")
    String split(
            @PathVariable PlanId id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam String text,
            @RequestParam int point,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        String seen = json.readTree(DraftAnswers.sentBase(sent)).path("text").asString("");
        Shaping.Shaped split = shaping.split(actor, id, item, seen, text.replace("\r\n", "\n"), point);
        return shown(actor, id, split, "intake.step.split", htmx, model, redirect);
    }

    @PostMapping("/steps/{step}/undo")
    String undo(
            @PathVariable PlanId id,
            @PathVariable UUID step,
            @RequestParam(required = false) @Nullable String section,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model) {
        UUID back = shaping.undo(actor, id, step);
        Desk desk = desks.open(actor, id);
        Section shown = Section.of(section);
        pages.show(desk, shown, model);
        if (htmx == null) {
            return DraftAnswers.redirect(id, shown, back == null ? null : back.toString());
        }
        Optional.ofNullable(back)
                .flatMap(item -> ItemList.find(desk.content(), item))
                .ifPresent(found -> pages.openItem(desk, found, model));
        return "intake/parts :: paneAndSurroundings";
    }

    private String shown(
            Actor actor,
            PlanId id,
            Shaping.Shaped shaped,
            String said,
            @Nullable String htmx,
            Model model,
            RedirectAttributes redirect) {
        Desk desk = desks.open(actor, id);
        ItemList.Found found = ItemList.find(desk.content(), shaped.item()).orElseThrow();
        Section section = Section.of(found.list());
        if (htmx == null) {
            redirect.addFlashAttribute("step", shaped.step());
            redirect.addFlashAttribute("stepSaid", words.say(said));
            return DraftAnswers.redirect(id, section, shaped.item().toString());
        }
        pages.show(desk, section, model);
        pages.openItem(desk, found, model);
        model.addAttribute("step", shaped.step());
        model.addAttribute("stepSaid", words.say(said));
        return "intake/parts :: paneAndSurroundings";
    }
}
