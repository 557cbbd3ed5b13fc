package vn.binhquyen.organization.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Permits;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Villages;

/** Adding villages by a list: choose the file, look at what it would do, confirm. */
@Controller
class VillageController {
    private static final int ERRORS_SHOWN = 200;

    private final Villages villages;
    private final Organization organization;
    private final Permits permits;
    private final MessageSource messages;

    VillageController(Villages villages, Organization organization, Permits permits, MessageSource messages) {
        this.villages = villages;
        this.organization = organization;
        this.permits = permits;
        this.messages = messages;
    }

    @GetMapping("/units/{commune}/villages")
    String choose(@PathVariable UnitId commune, Actor actor, Model model) {
        if (!permits.allows(actor, Action.MANAGE, Thing.UNIT, Place.of(commune))) {
            throw new AccessRefused(actor.account() + " may not add villages to " + commune);
        }
        model.addAttribute("unit", organization.unit(commune));
        return "organization/villages";
    }

    @PostMapping("/units/{commune}/villages")
    String upload(
            @PathVariable UnitId commune, @RequestParam MultipartFile file, Actor actor, Model model, Locale locale)
            throws IOException {
        try {
            UUID id = villages.upload(
                    actor, commune, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
            return "redirect:/units/" + commune + "/villages/" + id;
        } catch (Refused refusal) {
            model.addAttribute(
                    "wrong",
                    messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale));
            return choose(commune, actor, model);
        }
    }

    @GetMapping("/units/{commune}/villages/{upload}")
    String preview(@PathVariable UnitId commune, @PathVariable UUID upload, Model model) {
        var preview = villages.preview(commune, upload);
        model.addAttribute("unit", organization.unit(commune));
        model.addAttribute("upload", upload);
        model.addAttribute("preview", preview);
        model.addAttribute(
                "errors", preview.errors().stream().limit(ERRORS_SHOWN).toList());
        return "organization/villages-preview";
    }

    @PostMapping("/units/{commune}/villages/{upload}")
    String confirm(
            @PathVariable UnitId commune,
            @PathVariable UUID upload,
            Actor actor,
            RedirectAttributes redirect,
            Locale locale) {
        int count = villages.confirm(actor, commune, upload);
        redirect.addFlashAttribute("done", messages.getMessage("villages.added", new Object[] {count}, locale));
        return "redirect:/units/" + commune;
    }
}
