package vn.binhquyen.reporting.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Role;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.publishing.Documents;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;
import vn.binhquyen.reporting.ConsolidatedReport;
import vn.binhquyen.reporting.ConsolidatedReport.Basis;
import vn.binhquyen.reporting.ConsolidatedReport.GatheredPassage;
import vn.binhquyen.reporting.ConsolidatedReport.SummedFigure;
import vn.binhquyen.reporting.ConsolidationHead;
import vn.binhquyen.reporting.ConsolidationId;
import vn.binhquyen.reporting.ConsolidationState;
import vn.binhquyen.reporting.Consolidations;
import vn.binhquyen.reporting.Figure;
import vn.binhquyen.reporting.ReportContent;
import vn.binhquyen.reporting.Section;
import vn.binhquyen.reporting.Slot;
import vn.binhquyen.statistics.Indicator.Part;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.Nature;

/** The consolidated report: written from its parts, signed, numbered, sent up, taken out as a file. */
@Controller
class ConsolidationController {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String NUMBER_FIELD = "number-";

    private final Consolidations consolidations;
    private final Documents documents;
    private final ReportWords words;
    private final Clock clock;

    ConsolidationController(Consolidations consolidations, Documents documents, ReportWords words, Clock clock) {
        this.consolidations = consolidations;
        this.documents = documents;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/reports/consolidated/{id}")
    String read(Actor actor, @PathVariable ConsolidationId id, Model model) {
        ConsolidationHead head = consolidations.head(actor, id);
        boolean own = words.own(actor, head.round().unit());
        boolean receives = own && words.receives(actor);
        ConsolidationState state = head.state();
        model.addAttribute("head", head);
        model.addAttribute("said", consolidations.content(actor, id));
        model.addAttribute("history", consolidations.history(actor, id));
        model.addAttribute("mayWrite", receives && state == ConsolidationState.DRAFT);
        model.addAttribute("mayDecide", own && actor.is(Role.LEADER) && state == ConsolidationState.IN_APPROVAL);
        boolean mayNumber = own && actor.is(Role.CLERK) && state == ConsolidationState.APPROVED;
        model.addAttribute("mayNumber", mayNumber);
        model.addAttribute("maySend", receives && state == ConsolidationState.ISSUED);
        model.addAttribute("today", TypedDay.show(LocalDate.now(clock)));
        if (mayNumber) {
            model.addAttribute("nextNumber", consolidations.nextNumber(actor, id));
        }
        return "reporting/consolidated";
    }

    @GetMapping("/reports/consolidated/{id}/write")
    String write(
            Actor actor,
            @PathVariable ConsolidationId id,
            @RequestParam(required = false) @Nullable String edit,
            Model model) {
        ConsolidatedReport report = consolidations.read(actor, id);
        boolean own = words.own(actor, report.head().round().unit());
        if (!own || !words.receives(actor) || report.head().state() != ConsolidationState.DRAFT) {
            return "redirect:/reports/consolidated/" + id;
        }
        model.addAttribute("report", report);
        model.addAttribute("bases", Basis.values());
        model.addAttribute("editing", edit);
        return "reporting/consolidate";
    }

    @PostMapping("/reports/consolidated/{id}/sections/{section}")
    String section(
            Actor actor,
            @PathVariable ConsolidationId id,
            @PathVariable Section section,
            @RequestParam String text,
            @RequestParam long version,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        boolean conflict = false;
        try {
            consolidations.saveSection(actor, id, section, text, version);
        } catch (Conflict conflicted) {
            conflict = true;
        }
        GatheredPassage present = consolidations.read(actor, id).sections().stream()
                .filter(one -> one.section() == section)
                .findFirst()
                .orElseThrow();
        if (fragment != null) {
            model.addAttribute("version", present.version());
            model.addAttribute("theirs", conflict ? present.text() : null);
            model.addAttribute("at", LocalTime.now(clock).format(CLOCK));
            return "reporting/parts :: saved";
        }
        redirect.addFlashAttribute(
                conflict ? "refused" : "done", words.say(conflict ? "reporting.conflict" : "reporting.saved.plain"));
        return editor(id, "section-" + section);
    }

    @PostMapping("/reports/consolidated/{id}/sections/{section}/take-in")
    String takeIn(Actor actor, @PathVariable ConsolidationId id, @PathVariable Section section) {
        consolidations.takeIn(actor, id, section);
        return editor(id, "section-" + section);
    }

    @PostMapping("/reports/consolidated/{id}/figures/{indicator}")
    String figure(
            Actor actor,
            @PathVariable ConsolidationId id,
            @PathVariable IndicatorId indicator,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        Figure present = consolidations.read(actor, id).figures().stream()
                .map(SummedFigure::figure)
                .filter(figure -> figure.indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator", indicator));
        Map<Slot, BigDecimal> changed = changed(present, fields);
        changed.forEach((slot, number) -> consolidations.editFigure(actor, id, indicator, slot, number, reason));
        if (!changed.isEmpty()) {
            redirect.addFlashAttribute("done", words.say("reporting.done.edited"));
        }
        return editor(id, "figure-" + indicator);
    }

    /** The numbers of the form that are others than those that stand; an empty field leaves its number. */
    private static Map<Slot, BigDecimal> changed(Figure present, Map<String, String> fields) {
        Map<Slot, BigDecimal> changed = new TreeMap<>();
        fields.forEach((field, typed) -> {
            if (field.startsWith(NUMBER_FIELD) && !typed.isBlank()) {
                Slot slot = Slot.of(field.substring(NUMBER_FIELD.length()));
                BigDecimal number = VietnameseNumbers.parse(typed)
                        .orElseThrow(() -> new Refused("reporting.refused.not-a-number", typed));
                BigDecimal stands = present.number(slot);
                if (stands == null || stands.compareTo(number) != 0) {
                    changed.put(slot, number);
                }
            }
        });
        return changed;
    }

    @PostMapping("/reports/consolidated/{id}/figures/{indicator}/undo")
    String undo(
            Actor actor,
            @PathVariable ConsolidationId id,
            @PathVariable IndicatorId indicator,
            @RequestParam Slot slot) {
        consolidations.undoEdit(actor, id, indicator, slot);
        return editor(id, "figure-" + indicator);
    }

    @PostMapping("/reports/consolidated/{id}/figures/{indicator}/basis")
    String basis(
            Actor actor,
            @PathVariable ConsolidationId id,
            @PathVariable IndicatorId indicator,
            @RequestParam Basis basis) {
        consolidations.choose(actor, id, indicator, basis);
        return editor(id, "figure-" + indicator);
    }

    @PostMapping("/reports/consolidated/{id}/propose")
    String propose(
            Actor actor, @PathVariable ConsolidationId id, @RequestParam long version, RedirectAttributes redirect) {
        consolidations.propose(actor, id, version);
        return done(redirect, id, "proposed");
    }

    @PostMapping("/reports/consolidated/{id}/send-back")
    String sendBack(
            Actor actor,
            @PathVariable ConsolidationId id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        consolidations.sendBack(actor, id, version, remark);
        return done(redirect, id, "sent-back");
    }

    @PostMapping("/reports/consolidated/{id}/approve")
    String approve(
            Actor actor, @PathVariable ConsolidationId id, @RequestParam long version, RedirectAttributes redirect) {
        consolidations.approve(actor, id, version);
        return done(redirect, id, "approved");
    }

    @PostMapping("/reports/consolidated/{id}/issue")
    String issue(
            Actor actor,
            @PathVariable ConsolidationId id,
            @RequestParam long version,
            @RequestParam int number,
            @RequestParam String date,
            RedirectAttributes redirect) {
        consolidations.issue(actor, id, version, number, day(date));
        return done(redirect, id, "issued");
    }

    @PostMapping("/reports/consolidated/{id}/send-up")
    String sendUp(
            Actor actor, @PathVariable ConsolidationId id, @RequestParam long version, RedirectAttributes redirect) {
        consolidations.sendUp(actor, id, version);
        String receiver = consolidations.head(actor, id).round().aboveName();
        redirect.addFlashAttribute("done", words.say("reporting.done.sent-up", receiver == null ? "" : receiver));
        return "redirect:/reports/consolidated/" + id;
    }

    private static LocalDate day(String typed) {
        return TypedDay.of(typed).orElseThrow(() -> new Refused("reporting.refused.not-a-day", typed));
    }

    @GetMapping("/reports/consolidated/{id}/report.docx")
    ResponseEntity<byte[]> docx(Actor actor, @PathVariable ConsolidationId id) {
        return Download.of(Download.DOCX, name(actor, id, "docx"), documents.docx(consolidations.document(actor, id)));
    }

    @GetMapping("/reports/consolidated/{id}/report.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable ConsolidationId id) {
        return Download.of(
                MediaType.APPLICATION_PDF, name(actor, id, "pdf"), documents.pdf(consolidations.document(actor, id)));
    }

    @GetMapping("/reports/consolidated/{id}/figures.xlsx")
    ResponseEntity<byte[]> xlsx(Actor actor, @PathVariable ConsolidationId id) {
        ReportContent content = consolidations.content(actor, id);
        int year = consolidations.head(actor, id).round().period().year();
        XlsxSheet sheet = new XlsxSheet(
                consolidations.head(actor, id).round().title(),
                List.of(
                        new Column(words.say("reporting.column.indicator"), Kind.TEXT),
                        new Column(words.say("reporting.column.unit"), Kind.TEXT),
                        new Column(words.say("reporting.column.aim"), Kind.TEXT),
                        new Column(words.say("reporting.column.actual"), Kind.NUMBER),
                        new Column(words.say("reporting.column.estimated"), Kind.NUMBER),
                        new Column(words.say("reporting.column.numerator"), Kind.NUMBER),
                        new Column(words.say("reporting.column.denominator"), Kind.NUMBER),
                        new Column(words.say("reporting.column.women"), Kind.NUMBER),
                        new Column(words.say("reporting.column.men"), Kind.NUMBER),
                        new Column(words.say("reporting.column.note"), Kind.TEXT)),
                content.figures().stream().map(figure -> cells(figure, year)).toList());
        return Download.xlsx(name(actor, id, "xlsx"), sheet);
    }

    private List<@Nullable Object> cells(Figure figure, int year) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(figure.indicator().name());
        cells.add(figure.indicator().unit());
        cells.add(words.aim(figure.indicator(), year));
        cells.add(figure.actual());
        cells.add(figure.estimated());
        cells.add(figure.total(Part.NUMERATOR, Nature.ACTUAL));
        cells.add(figure.total(Part.DENOMINATOR, Nature.ACTUAL));
        cells.add(figure.women());
        cells.add(figure.men());
        cells.add(figure.note());
        return cells;
    }

    private String name(Actor actor, ConsolidationId id, String extension) {
        ConsolidationHead head = consolidations.head(actor, id);
        return head.round().title() + (head.number() == null ? "" : " so " + head.number()) + "." + extension;
    }

    private String done(RedirectAttributes redirect, ConsolidationId id, String what) {
        redirect.addFlashAttribute("done", words.say("reporting.done." + what));
        return "redirect:/reports/consolidated/" + id;
    }

    private static String editor(ConsolidationId id, String place) {
        return "redirect:/reports/consolidated/" + id + "/write#" + place;
    }
}
