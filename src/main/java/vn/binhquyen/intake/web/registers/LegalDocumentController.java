package vn.binhquyen.intake.web.registers;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
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
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Kept;
import vn.binhquyen.intake.LegalDocumentId;
import vn.binhquyen.intake.LegalDocuments;
import vn.binhquyen.intake.RegisterFilter;
import vn.binhquyen.intake.knowledge.LegalDocument;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Conflict;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;

/** The register of legal documents: list, spreadsheet, form. */
@Controller
class LegalDocumentController {
    private static final String PATH = "/legal-documents";

    private final LegalDocuments register;
    private final Permits permits;
    private final MessageSource messages;
    private final Clock clock;

    LegalDocumentController(LegalDocuments register, Permits permits, MessageSource messages, Clock clock) {
        this.register = register;
        this.permits = permits;
        this.messages = messages;
        this.clock = clock;
    }

    @ModelAttribute("types")
    DocumentType[] types() {
        return DocumentType.values();
    }

    @GetMapping(PATH)
    String list(Asked asked, Actor actor, Model model) {
        var page = register.page(asked.filter());
        model.addAttribute("asked", asked);
        model.addAttribute("states", RegisterFilter.State.values());
        model.addAttribute("sorts", RegisterFilter.Sort.values());
        model.addAttribute("rows", page.rows());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("next", page.next() == null ? null : asked.link(PATH, page.next()));
        model.addAttribute("export", asked.link(PATH + ".xlsx", null));
        model.addAttribute("mayChange", mayChange(actor));
        return "intake/registers/legal-documents";
    }

    @GetMapping(PATH + ".xlsx")
    ResponseEntity<byte[]> sheet(Asked asked, Locale locale) {
        return new RegisterSheets(messages, locale).documents(register.export(asked.filter()));
    }

    @GetMapping(PATH + "/new")
    String fresh(Actor actor, Model model) {
        require(actor);
        model.addAttribute("form", LegalDocumentForm.empty());
        return "intake/registers/legal-document-form";
    }

    @PostMapping(PATH + "/new")
    String add(
            @Valid @ModelAttribute("form") LegalDocumentForm form,
            BindingResult errors,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor);
        form.check(errors);
        if (errors.hasErrors()) {
            return "intake/registers/legal-document-form";
        }
        try {
            register.add(actor, form.toEntry());
        } catch (Refused taken) {
            errors.rejectValue("number", taken.code(), taken.arguments().toArray(), null);
            return "intake/registers/legal-document-form";
        }
        return done(redirect, locale, "register.added", String.valueOf(form.number()));
    }

    @GetMapping(PATH + "/{id}/edit")
    String edit(@PathVariable LegalDocumentId id, Actor actor, Model model) {
        require(actor);
        Kept<LegalDocumentId, LegalDocument> kept = register.one(id);
        model.addAttribute("kept", kept);
        model.addAttribute("form", LegalDocumentForm.of(kept.entry(), kept.version()));
        return "intake/registers/legal-document-form";
    }

    @PostMapping(PATH + "/{id}/edit")
    String change(
            @PathVariable LegalDocumentId id,
            @Valid @ModelAttribute("form") LegalDocumentForm form,
            BindingResult errors,
            Actor actor,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        require(actor);
        Kept<LegalDocumentId, LegalDocument> kept = register.one(id);
        model.addAttribute("kept", kept);
        form.check(errors);
        if (errors.hasErrors()) {
            return "intake/registers/legal-document-form";
        }
        try {
            register.change(actor, id, form.toEntry(), form.version() == null ? -1 : form.version());
        } catch (Refused taken) {
            errors.rejectValue("number", taken.code(), taken.arguments().toArray(), null);
            return "intake/registers/legal-document-form";
        } catch (Conflict meanwhile) {
            model.addAttribute("form", form.over(kept.version()));
            model.addAttribute("meanwhile", true);
            return "intake/registers/legal-document-form";
        }
        return done(redirect, locale, "register.changed", String.valueOf(form.number()));
    }

    @PostMapping(PATH + "/{id}/remove")
    String remove(
            @PathVariable LegalDocumentId id,
            @RequestParam long version,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        String name = register.one(id).entry().number();
        register.remove(actor, id, version);
        return done(redirect, locale, "register.removed", name);
    }

    private boolean mayChange(Actor actor) {
        return permits.allows(actor, Action.MANAGE, Thing.REFERENCE, Place.of(actor.unit()));
    }

    private void require(Actor actor) {
        if (!mayChange(actor)) {
            throw new AccessRefused(actor.account() + " may not change " + PATH);
        }
    }

    private String done(RedirectAttributes redirect, Locale locale, String key, Object name) {
        redirect.addFlashAttribute("done", messages.getMessage(key, new Object[] {name}, locale));
        return "redirect:" + PATH;
    }
}
