package vn.binhquyen.monitoring.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.monitoring.query.IndicatorPages;
import vn.binhquyen.monitoring.query.SourcePage;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.IndicatorId;

/** The way home of a figure: what it was computed from, who gave it, and in which report. */
@Controller
class SourcesController {
    private final IndicatorPages pages;
    private final Clock clock;

    SourcesController(IndicatorPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/indicators/{id}/sources")
    String sources(
            @PathVariable IndicatorId id,
            Actor actor,
            @ModelAttribute("asked") PageAsked asked,
            BindingResult ignored,
            @RequestParam(defaultValue = "0") int by,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Period period = asked.known().orElse(Period.containing(asked.kind(), LocalDate.now(clock)));
        Breakdown breakdown = new Breakdown(by);
        SourcePage page = pages.sources(actor, id, asked.unitOr(actor), period, breakdown, asked.boundaries(), after);
        model.addAttribute("page", page);
        model.addAttribute("definition", page.definition());
        model.addAttribute("back", PageAsked.page(id, page.unit().id(), period, page.drawn()));
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : IndicatorLinks.sources(id, page.unit().id(), period, breakdown, page.drawn()) + "&after="
                                + page.next());
        return "monitoring/sources";
    }
}
