package vn.binhquyen.statistics.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.Indicator.Computation;
import vn.binhquyen.statistics.catalogue.CatalogueEntries;
import vn.binhquyen.statistics.catalogue.CatalogueFilter;
import vn.binhquyen.statistics.catalogue.CatalogueSet;
import vn.binhquyen.statistics.catalogue.DimensionDraft;
import vn.binhquyen.statistics.catalogue.ElementDraft;
import vn.binhquyen.statistics.catalogue.ElementLine;
import vn.binhquyen.statistics.catalogue.IndicatorDraft;
import vn.binhquyen.statistics.catalogue.IndicatorLine;
import vn.binhquyen.statistics.catalogue.Kept;

/** The lists of the catalogue: indicators, what is counted for them, and by what it is broken down. */
@Controller
@RequestMapping("/catalogue")
class CatalogueController {
    private final CatalogueEntries entries;
    private final Permits permits;
    private final CatalogueWords words;

    CatalogueController(CatalogueEntries entries, Permits permits, CatalogueWords words) {
        this.entries = entries;
        this.permits = permits;
        this.words = words;
    }

    @ModelAttribute("sets")
    CatalogueSet[] sets() {
        return CatalogueSet.values();
    }

    @ModelAttribute("uses")
    CatalogueFilter.Use[] uses() {
        return CatalogueFilter.Use.values();
    }

    @ModelAttribute("sorts")
    CatalogueFilter.Sort[] sorts() {
        return CatalogueFilter.Sort.values();
    }

    @ModelAttribute("mayDefine")
    boolean mayDefine(Actor actor) {
        return permits.allows(actor, Action.MANAGE, Thing.INDICATOR, Place.of(actor.unit()));
    }

    @GetMapping
    String indicators(
            Actor actor, @ModelAttribute("search") CatalogueSearch search, BindingResult ignored, Model model) {
        List<IndicatorLine> found = entries.indicators(actor, search.filter());
        boolean more = found.size() > CatalogueEntries.PAGE;
        List<IndicatorLine> lines = more ? found.subList(0, CatalogueEntries.PAGE) : found;
        model.addAttribute("lines", lines);
        model.addAttribute("kinds", Computation.values());
        model.addAttribute(
                "next", more ? search.link("/catalogue", lines.getLast().key()) : null);
        model.addAttribute("export", search.link("/catalogue/export.xlsx", null));
        return "statistics/catalogue";
    }

    @GetMapping("/elements")
    String elements(Actor actor, @ModelAttribute("search") CatalogueSearch search, BindingResult ignored, Model model) {
        List<ElementLine> found = entries.elements(actor, search.filter());
        boolean more = found.size() > CatalogueEntries.PAGE;
        List<ElementLine> lines = more ? found.subList(0, CatalogueEntries.PAGE) : found;
        model.addAttribute("lines", lines);
        model.addAttribute("kinds", DataElement.Kind.values());
        model.addAttribute(
                "next",
                more ? search.link("/catalogue/elements", lines.getLast().key()) : null);
        model.addAttribute("export", search.link("/catalogue/elements/export.xlsx", null));
        return "statistics/catalogue-elements";
    }

    @GetMapping("/breakdowns")
    String breakdowns(Model model) {
        model.addAttribute("dimensions", entries.dimensions());
        return "statistics/catalogue-breakdowns";
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> indicatorSheet(
            Actor actor, @ModelAttribute("search") CatalogueSearch search, BindingResult ignored) {
        return Download.xlsx(
                "chi-tieu.xlsx",
                new XlsxSheet(
                        words.say("catalogue.indicators"),
                        columns(
                                "code",
                                "set",
                                "field",
                                "nameVi",
                                "nameEn",
                                "unit",
                                "computation",
                                "numerator",
                                "denominator",
                                "per",
                                "definition",
                                "source",
                                "periodicity",
                                "responsible",
                                "verified",
                                "owner"),
                        entries.allIndicators(actor, search.filter()).stream()
                                .map(line -> cells(line.entry(), line.owner()))
                                .toList()));
    }

    @GetMapping("/elements/export.xlsx")
    ResponseEntity<byte[]> elementSheet(
            Actor actor, @ModelAttribute("search") CatalogueSearch search, BindingResult ignored) {
        return Download.xlsx(
                "phan-tu-so-lieu.xlsx",
                new XlsxSheet(
                        words.say("catalogue.elements"),
                        columns(
                                "code",
                                "set",
                                "nameVi",
                                "nameEn",
                                "unit",
                                "kind",
                                "overTime",
                                "overUnits",
                                "sensitive",
                                "note",
                                "verified",
                                "owner"),
                        entries.allElements(actor, search.filter()).stream()
                                .map(line -> cells(line.entry(), line.owner()))
                                .toList()));
    }

    @GetMapping("/breakdowns/export.xlsx")
    ResponseEntity<byte[]> breakdownSheet() {
        return Download.xlsx(
                "phan-to.xlsx",
                new XlsxSheet(
                        words.say("catalogue.breakdowns"),
                        columns("code", "dimension", "nameVi", "nameEn", "adds"),
                        entries.dimensions().values().stream()
                                .map(Kept::entry)
                                .flatMap(dimension ->
                                        dimension.options().stream().map(option -> cells(dimension, option)))
                                .toList()));
    }

    private List<Column> columns(String... fields) {
        return Arrays.stream(fields)
                .map(field -> new Column(words.field(field), Kind.TEXT))
                .toList();
    }

    private List<@Nullable Object> cells(IndicatorDraft entry, @Nullable String owner) {
        return Arrays.asList(
                entry.code(),
                words.value("set", entry.set().name()),
                entry.field(),
                entry.nameVi(),
                entry.nameEn(),
                entry.unit(),
                words.value("computation", entry.computation().name()),
                entry.numerator(),
                entry.denominator(),
                entry.per().toPlainString(),
                entry.definition(),
                entry.source(),
                entry.periodicity(),
                entry.responsible(),
                words.value("verified", String.valueOf(entry.verified())),
                owner(owner));
    }

    private List<@Nullable Object> cells(ElementDraft entry, @Nullable String owner) {
        return Arrays.asList(
                entry.code(),
                words.value("set", entry.set().name()),
                entry.nameVi(),
                entry.nameEn(),
                entry.unit(),
                words.value("kind", entry.kind().name()),
                words.value("overTime", entry.overTime().name()),
                words.value("overUnits", entry.overUnits().name()),
                words.value("sensitive", String.valueOf(entry.sensitive())),
                entry.note(),
                words.value("verified", String.valueOf(entry.verified())),
                owner(owner));
    }

    private List<@Nullable Object> cells(DimensionDraft dimension, DimensionDraft.Option option) {
        return Arrays.asList(
                dimension.code() + ":" + option.code(),
                words.name(dimension.nameVi(), dimension.nameEn()),
                option.nameVi(),
                option.nameEn(),
                words.value("adds", dimension.adds().name()));
    }

    private String owner(@Nullable String owner) {
        return owner == null ? words.say("catalogue.whole-country") : owner;
    }
}
