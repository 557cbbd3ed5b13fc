package vn.binhquyen.monitoring.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.query.IndicatorPage;
import vn.binhquyen.monitoring.query.IndicatorPage.Place;
import vn.binhquyen.monitoring.query.IndicatorPage.Row;
import vn.binhquyen.monitoring.query.IndicatorPages;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Outlines;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.query.Drawn;

/** The page of an indicator, and what it shows as a file. */
@Controller
class IndicatorController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final IndicatorPages pages;
    private final FigureTable table;
    private final Outlines outlines;
    private final MonitoringWords words;
    private final Clock clock;

    IndicatorController(
            IndicatorPages pages, FigureTable table, Outlines outlines, MonitoringWords words, Clock clock) {
        this.pages = pages;
        this.table = table;
        this.outlines = outlines;
        this.words = words;
        this.clock = clock;
    }

    /** A choice of the page and the address at which it is made. */
    record Choice(String label, String link, boolean chosen) {}

    @GetMapping("/indicators/{id}")
    String page(
            @PathVariable IndicatorId id,
            Actor actor,
            @ModelAttribute("asked") PageAsked asked,
            BindingResult ignored,
            Model model) {
        IndicatorPage page = read(id, actor, asked);
        model.addAttribute("page", page);
        model.addAttribute("definition", page.definition());
        model.addAttribute("name", page.definition().name(words.english()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("boundaries", boundaries(page));
        model.addAttribute("kinds", kinds(page));
        Set<UnitId> drawn = drawn(page);
        model.addAttribute("drawn", drawn);
        model.addAttribute("outlines", outlines(page, drawn));
        model.addAttribute("xlsx", file(page, ".xlsx"));
        model.addAttribute("csv", file(page, ".csv"));
        return "monitoring/indicator";
    }

    @GetMapping("/indicators/{id}/figures.xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable IndicatorId id,
            Actor actor,
            @ModelAttribute("asked") PageAsked asked,
            BindingResult ignored) {
        IndicatorPage page = read(id, actor, asked);
        return Download.xlsx(name(page, ".xlsx"), table.sheet(page));
    }

    @GetMapping("/indicators/{id}/figures.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable IndicatorId id,
            Actor actor,
            @ModelAttribute("asked") PageAsked asked,
            BindingResult ignored) {
        IndicatorPage page = read(id, actor, asked);
        return Download.of(CSV, name(page, ".csv"), table.csv(page));
    }

    private IndicatorPage read(IndicatorId id, Actor actor, PageAsked asked) {
        return pages.page(
                actor, id, asked.unitOr(actor), asked.kind(), asked.known().orElse(null), asked.boundaries());
    }

    private static String name(IndicatorPage page, String ending) {
        String code = page.definition().code();
        return "chi-tieu-"
                + (code == null ? page.unit().code() : code + "-" + page.unit().code()) + "-"
                + page.period().year() + ending;
    }

    private static String file(IndicatorPage page, String ending) {
        return PageAsked.link(
                "/indicators/" + page.definition().id() + "/figures" + ending,
                page.unit().id(),
                page.period(),
                page.drawn());
    }

    /** The units below that a map can show. */
    private Set<UnitId> drawn(IndicatorPage page) {
        return page.below().stream()
                .map(Row::unit)
                .filter(unit -> unit.living() && outlines.has(unit.level(), unit.code()))
                .map(Place::id)
                .collect(Collectors.toSet());
    }

    private List<Choice> boundaries(IndicatorPage page) {
        return Arrays.stream(Drawn.values())
                .map(drawn -> new Choice(
                        words.say("monitoring.drawn." + drawn),
                        PageAsked.page(page.definition().id(), page.unit().id(), page.period(), drawn),
                        drawn == page.drawn()))
                .toList();
    }

    private List<Choice> kinds(IndicatorPage page) {
        List<Choice> choices = new ArrayList<>();
        for (Period.Kind kind : List.of(
                Period.Kind.YEAR,
                Period.Kind.HALF_YEAR,
                Period.Kind.QUARTER,
                Period.Kind.SCHOOL_YEAR,
                Period.Kind.TERM)) {
            choices.add(new Choice(
                    words.say("monitoring.each." + kind),
                    "/indicators/" + page.definition().id() + "?unit="
                            + page.unit().id() + "&each=" + kind
                            + (page.drawn() == Drawn.THEN ? "" : "&drawn=" + page.drawn()),
                    kind == page.period().kind()));
        }
        return choices;
    }

    /** Where the outlines of the units below are; null where none of them has one that holds today. */
    private static @Nullable String outlines(IndicatorPage page, Set<UnitId> drawn) {
        if (drawn.isEmpty()) {
            return null;
        }
        return page.belowLevel() == Level.PROVINCE
                ? OutlineController.provinces()
                : OutlineController.communes(page.unit().code());
    }
}
