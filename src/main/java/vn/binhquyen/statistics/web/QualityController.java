package vn.binhquyen.statistics.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;
import vn.binhquyen.statistics.quality.Finding;
import vn.binhquyen.statistics.quality.FindingFilter;
import vn.binhquyen.statistics.quality.FindingKey;
import vn.binhquyen.statistics.quality.FindingPage;
import vn.binhquyen.statistics.quality.QualityChecks;
import vn.binhquyen.statistics.quality.Severity;

/** What is odd in the figures of the actor's unit and those below: a list, a spreadsheet, and what the units say about it. */
@Controller
class QualityController {
    private static final List<String> KINDS =
            List.of("RULE", "WOMEN", "PART", "SUM", "SHARE", "FAR-PAST", "FAR-PEERS", "SAME-BEFORE", "SAME-UNIT");

    private final QualityChecks quality;
    private final Organization organization;
    private final Permits permits;
    private final QualityWords words;
    private final Clock clock;

    QualityController(
            QualityChecks quality, Organization organization, Permits permits, QualityWords words, Clock clock) {
        this.quality = quality;
        this.organization = organization;
        this.permits = permits;
        this.words = words;
        this.clock = clock;
    }

    /** What the list was asked for, as it stands in the address; what is not understood leaves the question open. */
    record Search(
            @Nullable Severity severity,
            @Nullable String check,
            @Nullable UnitId unit,
            @Nullable String period,
            @Nullable Boolean explained,
            FindingFilter.@Nullable Sort sort,
            @Nullable String after) {
        FindingFilter filter() {
            return new FindingFilter(
                    severity,
                    check == null || check.isBlank() ? null : check.strip(),
                    unit,
                    PeriodField.of(period).orElse(null),
                    explained,
                    sort == null ? FindingFilter.Sort.WORST : sort,
                    after == null || after.isBlank() ? null : after);
        }

        public boolean narrowed() {
            return severity != null
                    || (check != null && !check.isBlank())
                    || unit != null
                    || PeriodField.of(period).isPresent()
                    || explained != null;
        }

        /** The code of the one rule that is asked for; null where it is a kind of check. */
        public @Nullable String rule() {
            return check != null && check.startsWith("RULE:") ? check.substring("RULE:".length()) : null;
        }

        public String with(@Nullable Severity other, @Nullable Boolean said) {
            return new Search(other, check, unit, period, said, sort, null).link("/quality", null);
        }

        String link(String path, @Nullable String next) {
            return Address.of(path)
                    .with("severity", severity)
                    .with("check", check)
                    .with("unit", unit)
                    .with("period", period)
                    .with("explained", explained)
                    .with("sort", sort)
                    .with("after", next)
                    .toString();
        }
    }

    @GetMapping("/quality")
    String list(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored, Model model) {
        FindingPage page = quality.review(actor, search.filter());
        List<Unit> units = new ArrayList<>(List.of(organization.unit(actor.unit())));
        units.addAll(organization.children(actor.unit()));
        model.addAttribute("search", search);
        model.addAttribute("findings", page.findings());
        model.addAttribute(
                "counts",
                quality.counts(
                        actor,
                        new Search(null, search.check(), search.unit(), search.period(), null, null, null).filter()));
        model.addAttribute("units", units);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("years", PeriodField.choices(today()));
        model.addAttribute("sorts", FindingFilter.Sort.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("mayExplain", mayExplain(actor, page));
        model.addAttribute("next", page.next() == null ? null : search.link("/quality", page.next()));
        model.addAttribute("here", search.link("/quality", search.after()));
        model.addAttribute("export", search.link("/quality/export.xlsx", null));
        return "statistics/quality";
    }

    /** The units among those of the page for which the actor may speak: a right reaches all below or the own unit alone. */
    private List<UnitId> mayExplain(Actor actor, FindingPage page) {
        List<UnitId> units =
                page.findings().stream().map(Finding::unit).distinct().toList();
        boolean below = units.stream()
                .filter(unit -> !unit.equals(actor.unit()))
                .findFirst()
                .filter(unit -> may(actor, unit))
                .isPresent();
        return units.stream()
                .filter(unit -> unit.equals(actor.unit()) ? may(actor, unit) : below)
                .toList();
    }

    private boolean may(Actor actor, UnitId unit) {
        return permits.allows(actor, Action.WRITE, Thing.INDICATOR, Place.of(unit));
    }

    @GetMapping("/quality/export.xlsx")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored) {
        return Download.xlsx(
                "so-lieu-can-xem-lai-" + today() + ".xlsx",
                new XlsxSheet(
                        words.say("quality.title"),
                        List.of(
                                new Column(words.say("quality.severity"), Kind.TEXT),
                                new Column(words.say("quality.unit"), Kind.TEXT),
                                new Column(words.say("quality.period"), Kind.TEXT),
                                new Column(words.say("quality.question"), Kind.TEXT),
                                new Column(words.say("quality.where"), Kind.TEXT),
                                new Column(words.say("quality.figure"), Kind.NUMBER),
                                new Column(words.say("quality.expected"), Kind.NUMBER),
                                new Column(words.say("quality.advice"), Kind.TEXT),
                                new Column(words.say("quality.note"), Kind.TEXT)),
                        quality.export(actor, search.filter()).stream()
                                .map(this::cells)
                                .toList()));
    }

    private List<@Nullable Object> cells(Finding finding) {
        Finding.Note note = finding.note();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(words.say("quality.severity." + finding.severity()));
        cells.add(finding.unitName());
        cells.add(words.period(finding.key().period()));
        cells.add(words.question(finding));
        cells.add(words.where(finding));
        cells.add(finding.figure());
        cells.add(finding.expected());
        cells.add(words.advice(finding));
        cells.add(note == null ? null : note.text());
        return cells;
    }

    @PostMapping("/quality/units/{id}/explanations")
    String explain(
            @PathVariable UnitId id,
            @RequestParam String finding,
            @RequestParam String note,
            Actor actor,
            RedirectAttributes redirect) {
        quality.explain(actor, id, FindingKey.of(finding).orElseThrow(() -> new Refused("quality.explain.gone")), note);
        redirect.addFlashAttribute("done", words.say("quality.explain.done"));
        return "redirect:/quality";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
