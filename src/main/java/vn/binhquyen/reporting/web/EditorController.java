package vn.binhquyen.reporting.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.reporting.Concern;
import vn.binhquyen.reporting.Figure;
import vn.binhquyen.reporting.Passage;
import vn.binhquyen.reporting.Reports;
import vn.binhquyen.reporting.Reports.Report;
import vn.binhquyen.reporting.Section;
import vn.binhquyen.reporting.Slot;
import vn.binhquyen.reporting.SubmissionId;
import vn.binhquyen.statistics.IndicatorId;

/** The editor of one's own report: five steps, each of which saves itself field by field. */
@Controller
class EditorController {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String NUMBER_FIELD = "number-";

    private final Reports reports;
    private final ReportWords words;
    private final Clock clock;

    EditorController(Reports reports, ReportWords words, Clock clock) {
        this.reports = reports;
        this.words = words;
        this.clock = clock;
    }

    /** The steps of the editor, in their order. */
    enum Step {
        FIGURES,
        TASKS,
        RESULTS,
        DIFFICULTIES,
        CHECK;

        static Step named(@Nullable String name) {
            for (Step step : values()) {
                if (step.name().equalsIgnoreCase(name)) {
                    return step;
                }
            }
            return FIGURES;
        }

        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        public @Nullable Step next() {
            return this == CHECK ? null : values()[ordinal() + 1];
        }

        public @Nullable Step before() {
            return this == FIGURES ? null : values()[ordinal() - 1];
        }

        List<Section> sections() {
            return switch (this) {
                case RESULTS -> List.of(Section.LEADERSHIP, Section.RESULTS);
                case DIFFICULTIES -> List.of(Section.DIFFICULTIES, Section.OUTLOOK, Section.PROPOSALS);
                case FIGURES, TASKS, CHECK -> List.of();
            };
        }

        /** The step at which a place of the report is written. */
        static Step of(String place) {
            if (place.startsWith("figure-")) {
                return FIGURES;
            }
            if (place.startsWith("task-")) {
                return TASKS;
            }
            for (Step step : values()) {
                if (step.sections().stream().anyMatch(section -> place.equals("section-" + section))) {
                    return step;
                }
            }
            return CHECK;
        }
    }

    /** A concern with the link to where it is mended. */
    public record Open(Concern concern, String sentence, String link) {}

    @GetMapping("/reports/{id}/write")
    String write(
            Actor actor,
            @PathVariable SubmissionId id,
            @RequestParam(required = false) @Nullable String step,
            Model model) {
        Report report = reports.draft(actor, id);
        if (!report.head().state().editable() || report.head().consolidation() != null) {
            return "redirect:/reports/" + id;
        }
        Step shown = Step.named(step);
        model.addAttribute("report", report);
        model.addAttribute("step", shown);
        model.addAttribute("steps", Step.values());
        model.addAttribute(
                "passages",
                report.content().sections().stream()
                        .filter(passage -> shown.sections().contains(passage.section()))
                        .toList());
        model.addAttribute("states", TaskState.values());
        List<Open> open = reports.concerns(actor, id).stream()
                .map(concern -> new Open(
                        concern,
                        words.say(
                                "reporting.concern." + concern.code(),
                                concern.arguments().toArray()),
                        "/reports/" + id + "/write?step="
                                + Step.of(concern.place()).path() + "#" + concern.place()))
                .toList();
        model.addAttribute(
                "blockers",
                open.stream().filter(one -> one.concern().blocking()).toList());
        model.addAttribute(
                "doubts", open.stream().filter(one -> !one.concern().blocking()).toList());
        return "reporting/write";
    }

    @PostMapping("/reports/{id}/sections/{section}")
    String section(
            Actor actor,
            @PathVariable SubmissionId id,
            @PathVariable Section section,
            @RequestParam String text,
            @RequestParam long version,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        Saving saving = new Saving(() -> reports.saveSection(actor, id, section, text, version), () -> {
            var present = passage(actor, id, section);
            return new Present(present.version(), present.text());
        });
        return answer(saving, fragment, model, redirect, id, Step.of("section-" + section), "section-" + section);
    }

    @PostMapping("/reports/{id}/figures/{indicator}")
    String figure(
            Actor actor,
            @PathVariable SubmissionId id,
            @PathVariable IndicatorId indicator,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String note,
            @RequestParam long version,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        Map<Slot, @Nullable BigDecimal> numbers = new HashMap<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (field.getKey().startsWith(NUMBER_FIELD)) {
                Optional<BigDecimal> number = VietnameseNumbers.parse(field.getValue());
                if (number.isEmpty() && !field.getValue().isBlank()) {
                    return unreadable(field.getValue(), version, fragment, model, redirect, id, indicator);
                }
                numbers.put(Slot.of(field.getKey().substring(NUMBER_FIELD.length())), number.orElse(null));
            }
        }
        Saving saving = new Saving(() -> reports.saveFigure(actor, id, indicator, numbers, note, version), () -> {
            Figure present = figure(actor, id, indicator);
            return new Present(present.version(), told(present));
        });
        return answer(saving, fragment, model, redirect, id, Step.FIGURES, "figure-" + indicator);
    }

    @PostMapping("/reports/{id}/tasks/{task}")
    String task(
            Actor actor,
            @PathVariable SubmissionId id,
            @PathVariable TaskId task,
            @RequestParam TaskState state,
            @RequestParam(defaultValue = "") String percentage,
            @RequestParam String narrative,
            @RequestParam long version,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            RedirectAttributes redirect) {
        Integer share = percentage.matches("\\d{1,3}") ? Integer.valueOf(percentage) : null;
        if (share == null && !percentage.isBlank()) {
            throw new Refused("reporting.refused.percentage");
        }
        Saving saving = new Saving(() -> reports.saveTask(actor, id, task, state, share, narrative, version), () -> {
            var present = reports.draft(actor, id).content().tasks().stream()
                    .filter(one -> one.task().equals(task))
                    .findFirst()
                    .orElseThrow();
            return new Present(present.version(), present.narrative());
        });
        return answer(saving, fragment, model, redirect, id, Step.TASKS, "task-" + task);
    }

    @PostMapping("/reports/{id}/annexes")
    String addAnnex(Actor actor, @PathVariable SubmissionId id, @RequestParam MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        reports.addAnnex(actor, id, name == null || name.isBlank() ? "phu-luc" : name, file.getBytes());
        return "redirect:/reports/" + id + "/write?step=difficulties#annexes";
    }

    @PostMapping("/reports/{id}/annexes/{annex}/remove")
    String removeAnnex(Actor actor, @PathVariable SubmissionId id, @PathVariable UUID annex) {
        reports.removeAnnex(actor, id, annex);
        return "redirect:/reports/" + id + "/write?step=difficulties#annexes";
    }

    @PostMapping("/reports/{id}/submit")
    String submit(Actor actor, @PathVariable SubmissionId id, @RequestParam long version, RedirectAttributes redirect) {
        reports.submit(actor, id, version);
        redirect.addFlashAttribute("done", words.say("reporting.done.submitted"));
        return "redirect:/reports/" + id;
    }

    /** What stands in a field now, for who wrote on an older one. */
    private record Present(long version, String text) {}

    private record Saving(Runnable save, Supplier<Present> present) {}

    /** Tells the field how it went; without JavaScript, goes back to the step. Nothing that was typed is taken away. */
    private String answer(
            Saving saving,
            @Nullable String fragment,
            Model model,
            RedirectAttributes redirect,
            SubmissionId id,
            Step step,
            String place) {
        boolean conflict = false;
        try {
            saving.save().run();
        } catch (Conflict conflicted) {
            conflict = true;
        }
        Present present = saving.present().get();
        if (fragment != null) {
            model.addAttribute("version", present.version());
            model.addAttribute("theirs", conflict ? present.text() : null);
            model.addAttribute("at", LocalTime.now(clock).format(CLOCK));
            return "reporting/parts :: saved";
        }
        if (conflict) {
            redirect.addFlashAttribute("refused", words.say("reporting.conflict"));
        } else {
            redirect.addFlashAttribute("done", words.say("reporting.saved.plain"));
        }
        return "redirect:/reports/" + id + "/write?step=" + step.path() + "#" + place;
    }

    private String unreadable(
            String typed,
            long version,
            @Nullable String fragment,
            Model model,
            RedirectAttributes redirect,
            SubmissionId id,
            IndicatorId indicator) {
        String sentence = words.say("reporting.refused.not-a-number", typed);
        if (fragment != null) {
            model.addAttribute("version", version);
            model.addAttribute("mistake", sentence);
            return "reporting/parts :: saved";
        }
        redirect.addFlashAttribute("refused", sentence);
        return "redirect:/reports/" + id + "/write?step=figures#figure-" + indicator;
    }

    private Passage passage(Actor actor, SubmissionId id, Section section) {
        return reports.draft(actor, id).content().sections().stream()
                .filter(one -> one.section() == section)
                .findFirst()
                .orElseThrow();
    }

    private Figure figure(Actor actor, SubmissionId id, IndicatorId indicator) {
        return reports.draft(actor, id).content().figures().stream()
                .filter(one -> one.indicator().id().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private String told(Figure figure) {
        StringBuilder text = new StringBuilder();
        figure.numbers()
                .forEach((slot, number) -> text.append(words.say("reporting.slot." + slot.part()))
                        .append(": ")
                        .append(words.number(number))
                        .append("; "));
        return text.append(figure.note()).toString();
    }
}
