package vn.binhquyen.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.reporting.Annex;
import vn.binhquyen.reporting.NewRemark;
import vn.binhquyen.reporting.Reception;
import vn.binhquyen.reporting.Reports;
import vn.binhquyen.reporting.Reports.Report;
import vn.binhquyen.reporting.SubmissionId;
import vn.binhquyen.reporting.SubmissionState;

/** A report that was sent: read, accepted, or returned with remarks at their places. */
@Controller
class ReceivedController {
    private static final String REMARK_FIELD = "remark-";

    private final Reports reports;
    private final Reception reception;
    private final ReportWords words;
    private final Clock clock;

    ReceivedController(Reports reports, Reception reception, ReportWords words, Clock clock) {
        this.reports = reports;
        this.reception = reception;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/reports/{id}")
    String read(
            Actor actor,
            @PathVariable SubmissionId id,
            @RequestParam(required = false) @Nullable Integer edition,
            Model model) {
        Report report = reports.read(actor, id, edition);
        boolean receives =
                words.receives(actor) && words.own(actor, report.head().receiver());
        int shown = edition == null ? report.head().edition() : edition;
        boolean latest = shown == report.head().edition();
        SubmissionState state = report.head().state();
        model.addAttribute("report", report);
        model.addAttribute("shown", shown);
        model.addAttribute("editions", reports.editions(id));
        model.addAttribute("late", report.head().late(LocalDate.now(clock)));
        model.addAttribute("mayAccept", receives && latest && state == SubmissionState.SUBMITTED);
        model.addAttribute("mayReturn", receives && latest && state.arrived());
        model.addAttribute("mine", report.head().agency().equals(actor.agency()));
        model.addAttribute("receives", receives);
        return "reporting/received";
    }

    @PostMapping("/reports/{id}/accept")
    String accept(Actor actor, @PathVariable SubmissionId id, @RequestParam long version, RedirectAttributes redirect) {
        reception.accept(actor, id, version);
        redirect.addFlashAttribute("done", words.say("reporting.done.accepted"));
        return backToDesk(actor, id);
    }

    @PostMapping("/reports/{id}/return")
    String sendBack(
            Actor actor,
            @PathVariable SubmissionId id,
            @RequestParam long version,
            @RequestParam Map<String, String> fields,
            RedirectAttributes redirect) {
        List<NewRemark> remarks = fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(REMARK_FIELD))
                .map(field -> new NewRemark(field.getKey().substring(REMARK_FIELD.length()), field.getValue()))
                .toList();
        reception.sendBack(actor, id, version, remarks);
        redirect.addFlashAttribute("done", words.say("reporting.done.returned"));
        return backToDesk(actor, id);
    }

    @GetMapping("/reports/{id}/annexes/{annex}")
    ResponseEntity<byte[]> annex(Actor actor, @PathVariable SubmissionId id, @PathVariable UUID annex) {
        Report report = reports.draftOrSent(actor, id);
        Annex file = report.content().annexes().stream()
                .filter(one -> one.id().equals(annex))
                .findFirst()
                .orElseThrow(() -> new NotFound("annex", annex));
        return Download.of(MediaType.APPLICATION_OCTET_STREAM, file.name(), reports.annex(actor, id, annex));
    }

    private String backToDesk(Actor actor, SubmissionId id) {
        var round = reports.read(actor, id, null).head().round();
        return round == null ? "redirect:/reports/" + id : "redirect:/reports/rounds/" + round;
    }
}
