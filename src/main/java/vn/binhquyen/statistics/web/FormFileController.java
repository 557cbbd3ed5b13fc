package vn.binhquyen.statistics.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.statistics.entry.CellChange;
import vn.binhquyen.statistics.entry.Entries;
import vn.binhquyen.statistics.exchange.FormFiles;
import vn.binhquyen.statistics.form.FormDefinition;
import vn.binhquyen.statistics.form.FormId;
import vn.binhquyen.statistics.form.FormSheet;

/** A form filled in a spreadsheet: fetch it, bring it back, look at what it would change, take it. */
@Controller
@RequestMapping("/entry/{form}/{unit}/{period}")
class FormFileController {
    private static final Pattern LINE = Pattern.compile("(\\d{1,9}\\.\\d{1,9})\\|([^|]*)\\|([^|]*)");
    private static final int SHOWN = 200;

    private final FormFiles files;
    private final Entries entries;
    private final Organization organization;
    private final FormWords words;
    private final MessageSource messages;

    FormFileController(
            FormFiles files, Entries entries, Organization organization, FormWords words, MessageSource messages) {
        this.files = files;
        this.entries = entries;
        this.organization = organization;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/form.xlsx")
    ResponseEntity<byte[]> fetch(
            @PathVariable FormId form, @PathVariable UnitId unit, @PathVariable String period, Locale locale) {
        FormSheet sheet = EntryPages.sheet(form, unit, period);
        FormDefinition definition = entries.sheet(sheet).form();
        return Download.of(
                Download.XLSX,
                "bieu-" + definition.head().code().replace('/', '-') + "-" + period + ".xlsx",
                files.write(sheet, locale));
    }

    @GetMapping("/file")
    String choose(@PathVariable FormId form, @PathVariable UnitId unit, @PathVariable String period, Model model) {
        return page(EntryPages.sheet(form, unit, period), model);
    }

    private String page(FormSheet sheet, Model model) {
        model.addAttribute("form", entries.sheet(sheet).form());
        model.addAttribute("unit", organization.unit(sheet.unit()));
        model.addAttribute("period", words.period(sheet.period()));
        model.addAttribute("base", EntryPages.address(sheet));
        return "statistics/form-file";
    }

    @PostMapping("/file")
    String look(
            @PathVariable FormId form,
            @PathVariable UnitId unit,
            @PathVariable String period,
            @RequestParam MultipartFile file,
            Actor actor,
            Model model,
            Locale locale)
            throws IOException {
        FormSheet sheet = EntryPages.sheet(form, unit, period);
        try {
            FormFiles.Look look = files.look(actor, sheet, file.getBytes(), locale);
            model.addAttribute("look", look);
            model.addAttribute("faults", look.faults().stream().limit(SHOWN).toList());
            model.addAttribute(
                    "lines", look.taken().stream().map(FormFileController::line).collect(Collectors.joining("\n")));
        } catch (Refused refusal) {
            model.addAttribute(
                    "wrong",
                    messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale));
        }
        return page(sheet, model);
    }

    @PostMapping("/file/taking")
    String take(
            @PathVariable FormId form,
            @PathVariable UnitId unit,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String lines,
            Actor actor,
            RedirectAttributes redirect) {
        FormSheet sheet = EntryPages.sheet(form, unit, period);
        List<CellChange> changes = lines.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line ->
                        new CellChange(EntryPages.cell(line.group(1)), EntryPages.number(line.group(2)), line.group(3)))
                .toList();
        redirect.addFlashAttribute("done", words.say("form.file.taken", files.take(actor, sheet, changes)));
        return "redirect:" + EntryPages.address(sheet);
    }

    private static String line(CellChange change) {
        BigDecimal seen = change.seen();
        return EntryPages.cellId(change.cell()) + "|" + (seen == null ? "" : seen.toPlainString()) + "|"
                + change.typed();
    }
}
