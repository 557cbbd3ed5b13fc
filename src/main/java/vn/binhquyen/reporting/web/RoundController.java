package vn.binhquyen.reporting.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;
import vn.binhquyen.reporting.Consolidations;
import vn.binhquyen.reporting.Owed;
import vn.binhquyen.reporting.Reception;
import vn.binhquyen.reporting.ReportKind;
import vn.binhquyen.reporting.Reports;
import vn.binhquyen.reporting.RoundId;
import vn.binhquyen.reporting.Rounds;
import vn.binhquyen.reporting.query.Desk;
import vn.binhquyen.reporting.query.RoundFilter;
import vn.binhquyen.reporting.query.RoundPage;
import vn.binhquyen.reporting.query.RoundQueries;
import vn.binhquyen.reporting.query.RoundRow;

/** The list of reports that are owed, the desk where they come together, and the door to one's own. */
@Controller
class RoundController {
    private static final int PAGE = 25;
    private static final int EXPORTED = 1000;
    private static final int FIRST_YEAR = 2021;
    private static final int YEARS_AHEAD = 5;

    private final RoundQueries queries;
    private final Rounds rounds;
    private final Reports reports;
    private final Reception reception;
    private final Consolidations consolidations;
    private final ReportWords words;
    private final Clock clock;

    RoundController(
            RoundQueries queries,
            Rounds rounds,
            Reports reports,
            Reception reception,
            Consolidations consolidations,
            ReportWords words,
            Clock clock) {
        this.queries = queries;
        this.rounds = rounds;
        this.reports = reports;
        this.reception = reception;
        this.consolidations = consolidations;
        this.words = words;
        this.clock = clock;
    }

    /** What the filter of the list was set to, as its address says. */
    public record Search(
            RoundFilter.@Nullable Span span,
            @Nullable Integer year,
            @Nullable ReportKind kind,
            @Nullable Boolean former,
            @Nullable String q,
            @Nullable String after) {

        RoundFilter filter(int size) {
            return new RoundFilter(shownSpan(), year, kind, showsFormer(), q, after, size);
        }

        public RoundFilter.Span shownSpan() {
            return span == null ? RoundFilter.Span.PRESENT : span;
        }

        /** Whether reports of units that have ended are shown too, as they are until somebody says otherwise. */
        public boolean showsFormer() {
            return !Boolean.FALSE.equals(former);
        }

        public boolean isNarrowed() {
            return !showsFormer() || year != null || kind != null || (q != null && !q.isBlank());
        }

        String link(String path, @Nullable String next) {
            UriComponentsBuilder link = UriComponentsBuilder.fromPath(path).queryParam("span", shownSpan());
            if (year != null) {
                link.queryParam("year", year);
            }
            if (kind != null) {
                link.queryParam("kind", kind);
            }
            if (!showsFormer()) {
                link.queryParam("former", false);
            }
            if (q != null && !q.isBlank()) {
                link.queryParam("q", q);
            }
            if (next != null) {
                link.queryParam("after", next);
            }
            return link.encode().build().toUriString();
        }
    }

    @GetMapping("/reports")
    String list(
            Actor actor,
            @RequestParam(required = false) RoundFilter.@Nullable Span span,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable ReportKind kind,
            @RequestParam(required = false) @Nullable Boolean former,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Search search = new Search(span, year, kind, former, q, after);
        RoundPage page = queries.rounds(actor, search.filter(PAGE));
        model.addAttribute("search", search);
        model.addAttribute("rows", page.rows());
        model.addAttribute("next", page.next() == null ? null : search.link("/reports", page.next()));
        model.addAttribute("export", search.link("/reports/export.xlsx", null));
        model.addAttribute("spans", RoundFilter.Span.values());
        model.addAttribute("kinds", ReportKind.values());
        model.addAttribute(
                "years",
                IntStream.rangeClosed(FIRST_YEAR, today().getYear() + YEARS_AHEAD)
                        .boxed()
                        .toList()
                        .reversed());
        model.addAttribute("anyFormer", page.former());
        model.addAttribute("receives", words.receives(actor));
        return "reporting/list";
    }

    @GetMapping("/reports/export.xlsx")
    ResponseEntity<byte[]> export(
            Actor actor,
            @RequestParam(required = false) RoundFilter.@Nullable Span span,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable ReportKind kind,
            @RequestParam(required = false) @Nullable Boolean former,
            @RequestParam(required = false) @Nullable String q) {
        List<RoundRow> rows = queries.rounds(actor, new Search(span, year, kind, former, q, null).filter(EXPORTED))
                .rows();
        XlsxSheet sheet = new XlsxSheet(
                words.say("reporting.list.title"),
                List.of(
                        new Column(words.say("reporting.column.report"), Kind.TEXT),
                        new Column(words.say("reporting.column.plan"), Kind.TEXT),
                        new Column(words.say("reporting.column.receiver"), Kind.TEXT),
                        new Column(words.say("reporting.column.due"), Kind.DATE),
                        new Column(words.say("reporting.column.owed"), Kind.NUMBER),
                        new Column(words.say("reporting.column.arrived"), Kind.NUMBER),
                        new Column(words.say("reporting.column.accepted"), Kind.NUMBER),
                        new Column(words.say("reporting.column.late"), Kind.NUMBER),
                        new Column(words.say("organization.former-unit"), Kind.TEXT)),
                rows.stream().map(this::cells).toList());
        return Download.xlsx("bao-cao-" + today() + ".xlsx", sheet);
    }

    private List<@Nullable Object> cells(RoundRow row) {
        FormerUnit former = row.former();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.title());
        cells.add(row.planNumber());
        cells.add(row.receiverName());
        cells.add(row.dueOn());
        cells.add(BigDecimal.valueOf(row.owed()));
        cells.add(BigDecimal.valueOf(row.arrived()));
        cells.add(BigDecimal.valueOf(row.accepted()));
        cells.add(BigDecimal.valueOf(row.late()));
        cells.add(former == null ? null : words.say(former));
        return cells;
    }

    @GetMapping("/reports/rounds/{id}")
    String desk(Actor actor, @PathVariable RoundId id, @RequestParam(defaultValue = "false") boolean all, Model model) {
        Desk desk = queries.desk(actor, id);
        model.addAttribute("all", all);
        model.addAttribute("own", actor.agency());
        model.addAttribute("desk", desk);
        model.addAttribute(
                "mayReceive",
                words.receives(actor) && words.own(actor, desk.round().unit()));
        return "reporting/desk";
    }

    @PostMapping("/reports/rounds/{id}/remind")
    String remind(
            Actor actor,
            @PathVariable RoundId id,
            @RequestParam(defaultValue = "") List<AgencyId> agency,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        reception.remind(actor, id, agency, note);
        redirect.addFlashAttribute("done", words.say("reporting.done.reminded"));
        return "redirect:/reports/rounds/" + id;
    }

    @PostMapping("/reports/rounds/{id}/consolidate")
    String consolidate(Actor actor, @PathVariable RoundId id) {
        return "redirect:/reports/consolidated/" + consolidations.begin(actor, id) + "/write";
    }

    @GetMapping("/reports/rounds/{id}/mine")
    String mine(Actor actor, @PathVariable RoundId id, Model model) {
        Rounds.Mine mine = rounds.mine(actor, owed(actor, id));
        if (mine.begun().isPresent()) {
            return "redirect:/reports/" + mine.begun().get() + "/write";
        }
        if (mine.ownRound().isPresent()) {
            return "redirect:/reports/rounds/" + mine.ownRound().get();
        }
        model.addAttribute("mine", mine);
        return "reporting/mine";
    }

    @PostMapping("/reports/rounds/{id}/mine")
    String begin(Actor actor, @PathVariable RoundId id) {
        return "redirect:/reports/" + reports.begin(actor, owed(actor, id)) + "/write";
    }

    private static Owed owed(Actor actor, RoundId id) {
        return new Owed(id, actor.unit(), actor.agency());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
