package vn.binhquyen.intake.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhquyen.intake.Reviews;
import vn.binhquyen.intake.review.ItemList;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.PlanId;

/** Notes which facts somebody looked at: one by one, or all at once that the document itself speaks for. */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}/draft")
class DraftReviewController {
    private final Reviews reviews;
    private final Desks desks;
    private final DraftController pages;

    DraftReviewController(Reviews reviews, Desks desks, DraftController pages) {
        this.reviews = reviews;
        this.desks = desks;
        this.pages = pages;
    }

    @PostMapping("/acceptance")
    String acceptCertain(
            @PathVariable PlanId id,
            @RequestParam(required = false) @Nullable String section,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model) {
        reviews.acceptCertain(actor, id, DraftWords.locale());
        Section shown = Section.of(section);
        if (htmx == null) {
            return DraftAnswers.redirect(id, shown, null);
        }
        pages.show(desks.open(actor, id), shown, model);
        return "intake/parts :: paneAndSurroundings";
    }

    /** Answers with the row of the item. */
    @PostMapping("/items/{item}/seen")
    String see(
            @PathVariable PlanId id,
            @PathVariable UUID item,
            @RequestParam boolean seen,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model) {
        reviews.see(actor, id, item, seen);
        Desk desk = desks.open(actor, id);
        ItemList.Found found = ItemList.find(desk.content(), item).orElseThrow();
        Section section = Section.of(found.list());
        if (htmx == null) {
            return DraftAnswers.redirect(id, section, null);
        }
        pages.show(desk, section, model);
        model.addAttribute("row", desk.rows().row(found));
        return "intake/parts :: closedAndSurroundings";
    }
}
