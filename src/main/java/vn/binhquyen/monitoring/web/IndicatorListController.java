package vn.binhquyen.monitoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.Attainment;
import vn.binhquyen.monitoring.query.Aimed;
import vn.binhquyen.monitoring.query.Definition;
import vn.binhquyen.monitoring.query.IndicatorList;
import vn.binhquyen.monitoring.query.IndicatorList.Line;
import vn.binhquyen.monitoring.query.IndicatorPages;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;
import vn.binhquyen.statistics.query.IndicatorReading;

/** The indicators at a glance: all that hold in one's unit, or those of any unit with what is missing or odd first. */
@Controller
class IndicatorListController {
    private final IndicatorPages pages;
    private final Organization organization;
    private final MonitoringWords words;

    IndicatorListController(IndicatorPages pages, Organization organization, MonitoringWords words) {
        this.pages = pages;
        this.organization = organization;
        this.words = words;
    }

    @GetMapping("/indicators")
    String list(Actor actor, @ModelAttribute("asked") ListAsked asked, BindingResult ignored, Model model) {
        return show(actor, Objects.requireNonNullElse(asked.unit(), actor.unit()), asked, false, model);
    }

    @GetMapping("/units/{id}/figures")
    String ofUnit(
            @PathVariable UnitId id,
            Actor actor,
            @ModelAttribute("asked") ListAsked asked,
            BindingResult ignored,
            Model model) {
        model.addAttribute("ancestors", organization.ancestors(id));
        return show(actor, id, asked, true, model);
    }

    private String show(Actor actor, UnitId id, ListAsked asked, boolean ofUnit, Model model) {
        Unit unit = organization.unit(id);
        model.addAttribute("unit", unit);
        model.addAttribute("own", id.equals(actor.unit()));
        model.addAttribute("list", pages.list(actor, id, asked.knownYear(), asked.filter(ofUnit)));
        model.addAttribute("filter", asked.filter(ofUnit));
        model.addAttribute("page", ofUnit ? "/units/" + id + "/figures" : "/indicators");
        model.addAttribute("ofUnit", ofUnit);
        model.addAttribute("attainments", Attainment.values());
        model.addAttribute("export", asked.link("/indicators.xlsx", id));
        return "monitoring/list";
    }

    @GetMapping("/indicators.xlsx")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("asked") ListAsked asked, BindingResult ignored) {
        UnitId id = Objects.requireNonNullElse(asked.unit(), actor.unit());
        IndicatorList list = pages.list(actor, id, asked.knownYear(), asked.filter(false));
        return Download.xlsx(
                "chi-tieu-" + organization.unit(id).code() + "-" + list.year() + ".xlsx",
                new XlsxSheet(
                        words.say("monitoring.list.sheet", organization.unit(id).name(), String.valueOf(list.year())),
                        List.of(
                                new Column(words.say("monitoring.code"), Kind.TEXT),
                                new Column(words.say("monitoring.indicator"), Kind.TEXT),
                                new Column(words.say("monitoring.field"), Kind.TEXT),
                                new Column(words.say("monitoring.measured-in"), Kind.TEXT),
                                new Column(words.say("monitoring.value"), Kind.NUMBER),
                                new Column(words.say("monitoring.numerator"), Kind.NUMBER),
                                new Column(words.say("monitoring.denominator"), Kind.NUMBER),
                                new Column(words.say("monitoring.women"), Kind.NUMBER),
                                new Column(words.say("monitoring.men"), Kind.NUMBER),
                                new Column(words.say("monitoring.target"), Kind.TEXT),
                                new Column(words.say("monitoring.attainment"), Kind.TEXT),
                                new Column(words.say("monitoring.remarks"), Kind.TEXT)),
                        list.lines().stream()
                                .map(line -> cells(line, list.year()))
                                .toList()));
    }

    private List<@Nullable Object> cells(Line line, int year) {
        Definition definition = line.definition();
        IndicatorReading all = line.shown().all();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(definition.code());
        cells.add(definition.name(words.english()));
        cells.add(definition.field());
        cells.add(definition.unit());
        cells.add(line.shown().value());
        cells.add(all == null ? null : all.numerator());
        cells.add(all == null ? null : all.denominator());
        cells.add(value(line.shown().women()));
        cells.add(value(line.shown().men()));
        cells.add(target(line.aimed(), definition, year));
        cells.add(line.attainment() == null ? null : words.say("monitoring.attainment." + line.attainment()));
        cells.add(words.remarks(line.shown().marks(), line.oddity()));
        return cells;
    }

    private @Nullable String target(@Nullable Aimed aimed, Definition definition, int year) {
        return aimed == null
                ? null
                : aimed.aimFor(year)
                        .map(aim -> words.aim(aim, definition.direction()) + " " + words.by(aim))
                        .orElse(null);
    }

    private static @Nullable Object value(@Nullable IndicatorReading reading) {
        return reading == null ? null : reading.value();
    }
}
