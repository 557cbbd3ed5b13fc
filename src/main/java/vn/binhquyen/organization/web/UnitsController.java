package vn.binhquyen.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Level;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.ProvinceShapes;
import vn.binhquyen.organization.query.UnitFilter;
import vn.binhquyen.organization.query.UnitList;
import vn.binhquyen.organization.query.UnitOnDate;
import vn.binhquyen.organization.query.UnitPage;
import vn.binhquyen.organization.query.UnitRow;
import vn.binhquyen.organization.query.UnitsOnDate;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;

/** The units of the country: as a tree that opens level by level, as a list that is searched, as a spreadsheet, as a map. */
@Controller
class UnitsController {
    private final UnitsOnDate units;
    private final UnitList list;
    private final Organization organization;
    private final Permits permits;
    private final ProvinceShapes shapes;
    private final MessageSource messages;
    private final Clock clock;

    UnitsController(
            UnitsOnDate units,
            UnitList list,
            Organization organization,
            Permits permits,
            ProvinceShapes shapes,
            MessageSource messages,
            Clock clock) {
        this.units = units;
        this.list = list;
        this.organization = organization;
        this.permits = permits;
        this.shapes = shapes;
        this.messages = messages;
        this.clock = clock;
    }

    /** What was asked for, as it stands in the address; null is open. */
    record Asked(
            @Nullable String q,
            @Nullable Level level,
            @Nullable String on,
            @Nullable Boolean ended,
            @Nullable UnitId open,
            @Nullable UnitId after) {
        LocalDate day(LocalDate today) {
            return TypedDay.of(on).orElse(today);
        }

        public boolean isDateWrong() {
            return on != null && !on.isBlank() && TypedDay.of(on).isEmpty();
        }

        public boolean isTree() {
            return (q == null || q.isBlank()) && level == null && !Boolean.TRUE.equals(ended);
        }

        UnitFilter filter(LocalDate today) {
            return new UnitFilter(q == null ? "" : q.strip(), day(today), level, Boolean.TRUE.equals(ended), after);
        }

        String link(String path, String name, @Nullable UnitId unit) {
            var link = UriComponentsBuilder.fromPath(path);
            if (q != null && !q.isBlank()) {
                link.queryParam("q", q.strip());
            }
            if (level != null) {
                link.queryParam("level", level);
            }
            if (on != null && !on.isBlank()) {
                link.queryParam("on", on);
            }
            if (Boolean.TRUE.equals(ended)) {
                link.queryParam("ended", true);
            }
            if (unit != null) {
                link.queryParam(name, unit);
            }
            return link.encode().toUriString();
        }
    }

    /** @param toggle the address at which it is open, or closed again where it is; null where nothing can stand below */
    record Branch(
            UnitOnDate unit,
            int depth,
            boolean open,
            @Nullable String toggle) {}

    /** A province of the map. */
    record Shape(UnitOnDate unit, String path) {}

    @GetMapping("/units")
    String units(Asked asked, Actor actor, Model model) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = asked.day(today);
        model.addAttribute("asked", asked);
        model.addAttribute("day", day);
        model.addAttribute("today", today);
        model.addAttribute("onTyped", asked.on() == null || asked.on().isBlank() ? TypedDay.show(day) : asked.on());
        model.addAttribute("early", day.isBefore(UnitOnDate.RECORD_BEGINS));
        model.addAttribute("levels", List.of(Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.VILLAGE));
        model.addAttribute("export", asked.link("/units.xlsx", "open", null));
        boolean keepsNation = permits.allows(actor, Action.MANAGE, Thing.UNIT, Place.of(Organization.NATION));
        model.addAttribute("mayLoadCountry", keepsNation && !organization.hasCountry());
        model.addAttribute("nation", Organization.NATION);
        if (asked.isTree()) {
            model.addAttribute("branches", tree(asked, day));
        } else {
            UnitPage page = list.units(asked.filter(today));
            model.addAttribute("rows", page.rows());
            model.addAttribute("next", page.next() == null ? null : asked.link("/units", "after", page.next()));
        }
        return "organization/units";
    }

    @PostMapping("/units/{nation}/country")
    String loadCountry(@PathVariable UnitId nation, Actor actor, RedirectAttributes redirect, Locale locale) {
        organization.loadCountry(actor, nation);
        redirect.addFlashAttribute("done", text("units.country.loaded", locale));
        return "redirect:/units";
    }

    @GetMapping("/units.xlsx")
    ResponseEntity<byte[]> sheet(Asked asked, Locale locale) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (UnitRow unit : list.export(asked.filter(LocalDate.now(clock)))) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(unit.code());
            cells.add(unit.name());
            cells.add(text("organization.level." + unit.level(), locale));
            cells.add(unit.kind());
            cells.add(unit.place());
            cells.add(unit.from());
            cells.add(unit.lastDay());
            rows.add(cells);
        }
        return Download.xlsx(
                "don-vi.xlsx",
                new XlsxSheet(
                        text("units.title", locale),
                        List.of(
                                column("organization.unit.code", XlsxSheet.Kind.TEXT, locale),
                                column("organization.unit.name", XlsxSheet.Kind.TEXT, locale),
                                column("organization.unit.level", XlsxSheet.Kind.TEXT, locale),
                                column("units.kind", XlsxSheet.Kind.TEXT, locale),
                                column("units.place", XlsxSheet.Kind.TEXT, locale),
                                column("units.from", XlsxSheet.Kind.DATE, locale),
                                column("units.last-day", XlsxSheet.Kind.DATE, locale)),
                        rows));
    }

    @GetMapping("/units/map")
    String map(Model model) {
        LocalDate today = LocalDate.now(clock);
        List<UnitOnDate> provinces = units.children(Organization.NATION, today);
        Map<String, UnitOnDate> byCode = provinces.stream()
                .collect(Collectors.toMap(UnitOnDate::code, Function.identity(), (one, other) -> one));
        model.addAttribute(
                "shapes",
                shapes.paths().entrySet().stream()
                        .flatMap(
                                shape -> Optional.ofNullable(byCode.get(shape.getKey()))
                                        .map(unit -> new Shape(unit, shape.getValue()))
                                        .stream())
                        .toList());
        model.addAttribute("provinces", provinces);
        model.addAttribute("viewBox", ProvinceShapes.VIEW_BOX);
        return "organization/map";
    }

    private List<Branch> tree(Asked asked, LocalDate day) {
        List<UnitId> open = new ArrayList<>();
        UnitId asking = asked.open();
        if (asking != null) {
            units.ancestors(asking, day).stream().map(UnitOnDate::id).forEach(open::add);
            open.add(asking);
        }
        List<Branch> branches = new ArrayList<>();
        grow(Organization.NATION, 0, open, asked, day, branches);
        return branches;
    }

    private void grow(UnitId parent, int depth, List<UnitId> open, Asked asked, LocalDate day, List<Branch> branches) {
        for (UnitOnDate unit : units.children(parent, day)) {
            boolean isOpen = open.contains(unit.id());
            UnitId shown = isOpen ? (depth == 0 ? null : parent) : unit.id();
            branches.add(new Branch(
                    unit,
                    depth,
                    isOpen,
                    unit.level() == Level.VILLAGE ? null : asked.link("/units", "open", shown) + "#u" + unit.id()));
            if (isOpen) {
                grow(unit.id(), depth + 1, open, asked, day, branches);
            }
        }
    }

    private XlsxSheet.Column column(String key, XlsxSheet.Kind kind, Locale locale) {
        return new XlsxSheet.Column(text(key, locale), kind);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
