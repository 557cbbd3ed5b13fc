package vn.binhquyen.intake.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhquyen.intake.KeptReading;
import vn.binhquyen.intake.Readings;
import vn.binhquyen.intake.review.ItemFields;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.statistics.NationalStrategy;

/** Shows the document beside the draft that it became, one section of the draft at a time. */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}/draft")
class DraftController {
    private final Desks desks;
    private final Forms forms;
    private final Readings readings;

    DraftController(Desks desks, Forms forms, Readings readings) {
        this.desks = desks;
        this.forms = forms;
        this.readings = readings;
    }

    /** @param item key of the item that is opened; @param add list to which an item is added */
    @GetMapping
    String draft(
            @PathVariable PlanId id,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String add,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable UUID group,
            @RequestParam(defaultValue = "draft") String view,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model) {
        Desk desk = desks.open(actor, id);
        Optional<ItemList.Found> open = itemOf(desk, item);
        Section shown = open.filter(found -> section == null)
                .map(found -> Section.of(found.list()))
                .orElseGet(() -> Section.of(section == null && desk.reading() == null ? "general" : section));
        show(desk, shown, model);
        model.addAttribute("view", view.equals("document") ? "document" : "draft");
        model.addAttribute("opened", item);
        if (desk.editable()) {
            if (shown == Section.GENERAL) {
                model.addAttribute("headForm", forms.head(desk.draft(), Map.of()));
            }
            open.ifPresent(found -> openItem(desk, found, model));
            if (add != null) {
                model.addAttribute("form", fresh(desk, ItemList.of(add), parent, group));
            }
        }
        if (htmx != null) {
            return "intake/parts :: paneAndSurroundings";
        }
        model.addAttribute("document", desk.document());
        if (desk.editable()) {
            model.addAttribute("others", readings.present(actor, id));
        }
        return "intake/draft";
    }

    /** One item, open as a form or closed as a row. */
    @GetMapping("/items/{item}")
    String item(
            @PathVariable PlanId id,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "false") boolean open,
            Actor actor,
            Model model) {
        Desk desk = desks.open(actor, id);
        ItemList.Found found = ItemList.find(desk.content(), item).orElseThrow(() -> new NotFound("item", item));
        show(desk, Section.of(found.list()), model);
        model.addAttribute("row", desk.rows().row(found));
        if (open && desk.editable()) {
            model.addAttribute("form", forms.known(desk.draft(), found, desk.rows(), Map.of()));
            return "intake/parts :: opened";
        }
        return "intake/parts :: closed";
    }

    @GetMapping("/new")
    String add(
            @PathVariable PlanId id,
            @RequestParam String list,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable UUID group,
            Actor actor,
            Model model) {
        Desk desk = desks.open(actor, id);
        show(desk, Section.of(ItemList.of(list)), model);
        model.addAttribute("form", fresh(desk, ItemList.of(list), parent, group));
        return "intake/parts :: opened";
    }

    /** A sign of life; answers who else is here and whether somebody saved meanwhile. */
    @PostMapping("/presence")
    String presence(@PathVariable PlanId id, @RequestParam long version, Actor actor, Model model) {
        Desk desk = desks.open(actor, id);
        model.addAttribute("id", id);
        model.addAttribute("others", readings.present(actor, id));
        model.addAttribute("newer", desk.draft().version() > version);
        model.addAttribute("desk", desk);
        model.addAttribute("me", actor);
        return "intake/parts :: presence";
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable PlanId id, Actor actor) {
        KeptReading reading = readings.of(actor, id).orElseThrow(() -> new NotFound("document of plan", id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(reading.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(reading.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(readings.file(actor, id));
    }

    void show(Desk desk, Section section, Model model) {
        model.addAttribute("id", desk.draft().head().id());
        model.addAttribute("desk", desk);
        model.addAttribute("section", section);
        model.addAttribute("blocks", desk.rows().blocks(section));
        model.addAttribute("catalogue", NationalStrategy.shipped().measures());
    }

    /** Opens the item as a form; a target inside its indicator. */
    void openItem(Desk desk, ItemList.Found found, Model model) {
        ItemList.Found shown = found.list() == ItemList.TARGETS
                ? ItemList.find(desk.content(), Objects.requireNonNull(found.parent()))
                        .orElseThrow()
                : found;
        model.addAttribute("form", forms.known(desk.draft(), shown, desk.rows(), Map.of()));
        if (found != shown) {
            model.addAttribute("inner", forms.known(desk.draft(), found, desk.rows(), Map.of()));
        }
    }

    private ItemForm fresh(Desk desk, ItemList list, @Nullable UUID parent, @Nullable UUID group) {
        Map<String, String> fields = ItemFields.blank(list);
        if (group != null) {
            fields.put("group", group.toString());
        }
        return forms.typed(desk.draft(), list, UUID.randomUUID(), parent, group, Forms.NOTHING, fields, Map.of());
    }

    private static Optional<ItemList.Found> itemOf(Desk desk, @Nullable String item) {
        return item == null || item.length() != 36
                ? Optional.empty()
                : ItemList.find(desk.content(), UUID.fromString(item));
    }
}
