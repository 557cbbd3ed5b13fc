package vn.binhquyen.access.web;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.Delegations;
import vn.binhquyen.access.Posts;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.organization.Organization;

/** One's own account: who one is here, the password, the language. */
@Controller
class OwnAccountController {
    private final Accounts accounts;
    private final Organization organization;
    private final Posts posts;
    private final Delegations delegations;
    private final MessageSource messages;
    private final Clock clock;

    OwnAccountController(
            Accounts accounts,
            Organization organization,
            Posts posts,
            Delegations delegations,
            MessageSource messages,
            Clock clock) {
        this.accounts = accounts;
        this.organization = organization;
        this.posts = posts;
        this.delegations = delegations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/account")
    String account(Actor actor, Model model) {
        model.addAttribute("password", PasswordForm.empty());
        return page(actor, model);
    }

    @PostMapping("/account/password")
    String changePassword(
            @Valid @ModelAttribute("password") PasswordForm password,
            BindingResult errors,
            Actor actor,
            HttpSession session,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        String present = password.present();
        if (present == null || present.isBlank()) {
            errors.rejectValue("present", "access.password.present.missing");
        }
        if (!password.agrees()) {
            errors.rejectValue("again", "access.password.differs");
        }
        if (errors.hasErrors()) {
            return page(actor, model);
        }
        try {
            accounts.changeOwnPassword(
                    actor, Objects.requireNonNull(present), Objects.requireNonNull(password.next()), session.getId());
        } catch (Refused refusal) {
            String field = refusal.code().equals("access.wrong-password") ? "present" : "next";
            errors.rejectValue(field, refusal.code(), refusal.arguments().toArray(), null);
            return page(actor, model);
        }
        redirect.addFlashAttribute("done", messages.getMessage("access.password.changed", null, locale));
        return "redirect:/account";
    }

    private String page(Actor actor, Model model) {
        model.addAttribute("account", accounts.own(actor));
        model.addAttribute("unit", organization.unit(actor.unit()));
        model.addAttribute("posts", posts.own(actor));
        model.addAttribute("delegations", delegations.own(actor));
        model.addAttribute("today", LocalDate.now(clock));
        return "access/own-account";
    }
}
