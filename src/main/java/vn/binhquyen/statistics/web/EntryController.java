package vn.binhquyen.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.entry.CellChange;
import vn.binhquyen.statistics.entry.Entries;
import vn.binhquyen.statistics.entry.EntrySheet;
import vn.binhquyen.statistics.entry.Outcome;
import vn.binhquyen.statistics.entry.Problem;
import vn.binhquyen.statistics.form.CellKey;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormSheet;

/** The pages on which figures are entered; they work as plain forms where no script runs. */
@Controller
@RequestMapping("/entry/{form}/{unit}/{period}")
class EntryController {
    /** Says whose page it is, so that what the browser keeps for working offline is never another person's. */
    static final String ACCOUNT = "Entry-Account";

    private static final String VALUE = "value-";
    private static final String SEEN = "seen-";

    private final Entries entries;
    private final EntryPages pages;
    private final MessageSource messages;

    EntryController(Entries entries, EntryPages pages, MessageSource messages) {
        this.entries = entries;
        this.pages = pages;
        this.messages = messages;
    }

    @GetMapping
    String page(
            @PathVariable FormId form,
            @PathVariable UnitId unit,
            @PathVariable String period,
            Actor actor,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        EntrySheet sheet = entries.sheet(EntryPages.sheet(form, unit, period));
        response.setHeader(ACCOUNT, actor.account().toString());
        return show(sheet, Map.of(), Map.of(), List.of(), model, locale);
    }

    private String show(
            EntrySheet sheet,
            Map<CellKey, String> typed,
            Map<CellKey, Outcome> outcomes,
            List<Problem> problems,
            Model model,
            Locale locale) {
        model.addAttribute("page", pages.page(sheet, typed, outcomes, problems, locale));
        model.addAttribute("base", EntryPages.address(sheet.sheet()));
        model.addAttribute("change", UUID.randomUUID());
        return "statistics/entry";
    }

    /** The whole form at once, where no script saves it cell by cell. */
    @PostMapping
    String save(
            @PathVariable FormId form,
            @PathVariable UnitId unit,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable UUID change,
            @RequestParam Map<String, String> fields,
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        FormSheet sheet = EntryPages.sheet(form, unit, period);
        Map<CellKey, String> typed = new HashMap<>();
        List<CellChange> changes = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(VALUE)) {
                String cell = name.substring(VALUE.length());
                BigDecimal seen = EntryPages.number(fields.get(SEEN + cell));
                if (!value.strip().equals(EntryPages.shown(seen))) {
                    changes.add(new CellChange(EntryPages.cell(cell), seen, value));
                    typed.put(EntryPages.cell(cell), value);
                }
            }
        });
        Map<CellKey, Outcome> outcomes =
                entries.save(actor, sheet, change == null ? UUID.randomUUID() : change, changes);
        if (outcomes.values().stream().allMatch(Outcome.Saved.class::isInstance)) {
            redirect.addFlashAttribute(
                    "done", messages.getMessage("entry.done.saved", new Object[] {changes.size()}, locale));
            return "redirect:" + EntryPages.address(sheet);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(entries.sheet(sheet), typed, outcomes, List.of(), model, locale);
    }

    @PostMapping("/submission")
    String submit(
            @PathVariable FormId form,
            @PathVariable UnitId unit,
            @PathVariable String period,
            Actor actor,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        FormSheet sheet = EntryPages.sheet(form, unit, period);
        List<Problem> problems = entries.submit(actor, sheet);
        if (problems.isEmpty()) {
            redirect.addFlashAttribute("done", messages.getMessage("entry.done.sent", null, locale));
            return "redirect:" + EntryPages.address(sheet);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(entries.sheet(sheet), Map.of(), Map.of(), problems, model, locale);
    }

    /** All about one cell: who gave which figure when, what was said about it; in the panel beside the grid or alone. */
    @GetMapping("/cell")
    String cell(
            @PathVariable FormId form,
            @PathVariable UnitId unit,
            @PathVariable String period,
            @RequestParam String cell,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            Locale locale) {
        FormSheet sheet = EntryPages.sheet(form, unit, period);
        CellKey key = EntryPages.cell(cell);
        model.addAttribute("history", entries.history(sheet, key));
        model.addAttribute("cell", pages.cell(entries.sheet(sheet), key, locale));
        model.addAttribute("base", EntryPages.address(sheet));
        model.addAttribute("change", UUID.randomUUID());
        return htmx == null ? "statistics/entry-cell" : "statistics/entry-cell :: panel";
    }

    /** What is odd in the figures as they stand; under the grid, or alone. */
    @GetMapping("/checks")
    String checks(
            @PathVariable FormId form,
            @PathVariable UnitId unit,
            @PathVariable String period,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        FormSheet sheet = EntryPages.sheet(form, unit, period);
        model.addAttribute("findings", entries.findings(sheet));
        model.addAttribute("base", EntryPages.address(sheet));
        return htmx == null ? "statistics/entry-checks" : "statistics/entry-checks :: list";
    }

    @PostMapping("/cell/correction")
    String correct(
            @PathVariable FormId form,
            @PathVariable UnitId unit,
            @PathVariable String period,
            @RequestParam String cell,
            @RequestParam(required = false) @Nullable UUID change,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        FormSheet sheet = EntryPages.sheet(form, unit, period);
        CellKey key = EntryPages.cell(cell);
        Outcome outcome = entries.correct(
                        actor,
                        sheet,
                        change == null ? UUID.randomUUID() : change,
                        List.of(new CellChange(key, EntryPages.number(seen), value)),
                        reason)
                .get(key);
        switch (outcome) {
            case Outcome.Refused refused -> throw new Refused(refused.code());
            case Outcome.Clash clash ->
                throw new Refused("entry.clash.corrected", EntryPages.shown(clash.theirs()), name(clash.by(), locale));
            case null, default ->
                redirect.addFlashAttribute("done", messages.getMessage("entry.done.corrected", null, locale));
        }
        return "redirect:" + EntryPages.address(sheet);
    }

    private String name(@Nullable String name, Locale locale) {
        return name == null ? messages.getMessage("entry.somebody", null, locale) : name;
    }

    @PostMapping("/cell/remark")
    String remark(
            @PathVariable FormId form,
            @PathVariable UnitId unit,
            @PathVariable String period,
            @RequestParam String cell,
            @RequestParam(defaultValue = "false") boolean flagged,
            @RequestParam(defaultValue = "") String text,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            Locale locale) {
        FormSheet sheet = EntryPages.sheet(form, unit, period);
        entries.remark(actor, sheet, EntryPages.cell(cell), flagged, text);
        return htmx == null
                ? "redirect:" + EntryPages.address(sheet) + "/cell?cell=" + EntryPages.cellId(EntryPages.cell(cell))
                : cell(form, unit, period, cell, htmx, model, locale);
    }
}
