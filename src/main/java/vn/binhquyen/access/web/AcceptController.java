package vn.binhquyen.access.web;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.Invitation;
import vn.binhquyen.access.Invitations;
import vn.binhquyen.kernel.Refused;

/** Where an invited person, who has no account yet, types the code and chooses user name and password. */
@Controller
class AcceptController {
    private final Invitations invitations;
    private final MessageSource messages;

    AcceptController(Invitations invitations, MessageSource messages) {
        this.invitations = invitations;
        this.messages = messages;
    }

    @GetMapping("/invitation")
    String look(@RequestParam(defaultValue = "") String code, Model model) {
        model.addAttribute("form", new AcceptForm(code.strip(), "", "", ""));
        return page(code, model);
    }

    @PostMapping("/invitation")
    String accept(
            @Valid @ModelAttribute("form") AcceptForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        String code = Objects.requireNonNullElse(form.code(), "");
        if (!form.agrees()) {
            errors.rejectValue("again", "access.password.differs");
        }
        if (errors.hasErrors() || invitations.look(code).isEmpty()) {
            return page(code, model);
        }
        try {
            invitations.accept(
                    code, Objects.requireNonNull(form.username()).strip(), Objects.requireNonNull(form.next()));
        } catch (Refused refusal) {
            errors.rejectValue(
                    refusal.code().equals("access.username-not-free") ? "username" : "next",
                    refusal.code(),
                    refusal.arguments().toArray(),
                    null);
            return page(code, model);
        } catch (DuplicateKeyException justTaken) {
            errors.rejectValue("username", "access.username-not-free");
            return page(code, model);
        }
        redirect.addFlashAttribute("done", messages.getMessage("access.accepted", null, locale));
        return "redirect:/sign-in";
    }

    private String page(String code, Model model) {
        Optional<Invitation> invitation = code.isBlank() ? Optional.empty() : invitations.look(code);
        model.addAttribute("invitation", invitation.orElse(null));
        model.addAttribute("wrong", !code.isBlank() && invitation.isEmpty());
        return "access/invitation";
    }
}
