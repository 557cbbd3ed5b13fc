package vn.binhquyen.access.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.InvitationSheets;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;

/** Inviting many people by a spreadsheet: the template, the look through it, the inviting. */
@Controller
class InvitationSheetController {
    private final InvitationSheets sheets;
    private final RoleChoices roles;
    private final MessageSource messages;

    InvitationSheetController(InvitationSheets sheets, RoleChoices roles, MessageSource messages) {
        this.sheets = sheets;
        this.roles = roles;
        this.messages = messages;
    }

    @GetMapping("/invitations/sheet")
    String sheet(Actor actor, Locale locale, Model model) {
        return page(actor, locale, model);
    }

    @GetMapping("/invitations/template.xlsx")
    ResponseEntity<byte[]> template(Locale locale) {
        List<XlsxSheet.Column> columns = sheets.heads(locale).stream()
                .map(head -> new XlsxSheet.Column(head, XlsxSheet.Kind.TEXT))
                .toList();
        return Download.xlsx(
                "moi-nguoi-dung.xlsx",
                new XlsxSheet(messages.getMessage("access.sheet.people", null, locale), columns, List.of()));
    }

    @PostMapping("/invitations/sheet")
    String look(@RequestParam MultipartFile file, Actor actor, Locale locale, Model model) throws IOException {
        try {
            model.addAttribute(
                    "preview",
                    sheets.look(actor, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes()));
        } catch (Refused refusal) {
            model.addAttribute(
                    "wrong",
                    messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale));
        }
        return page(actor, locale, model);
    }

    @PostMapping("/invitations/sheet/{id}")
    String invite(@PathVariable UUID id, Actor actor, RedirectAttributes redirect, Locale locale) {
        int people = sheets.invite(actor, id);
        redirect.addFlashAttribute("done", messages.getMessage("access.sheet.applied", new Object[] {people}, locale));
        return "redirect:/invitations";
    }

    private String page(Actor actor, Locale locale, Model model) {
        model.addAttribute("heads", sheets.heads(locale));
        model.addAttribute("roles", roles.givenBy(actor, actor.unit()));
        return "access/invitation-sheet";
    }
}
