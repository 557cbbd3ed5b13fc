package vn.binhquyen.access.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.Account;
import vn.binhquyen.access.Accounts;
import vn.binhquyen.access.signin.SecondFactors;
import vn.binhquyen.kernel.AccountId;
import vn.binhquyen.kernel.Actor;

/** What an administrator does about how somebody signs in: resets a lost second factor. */
@Controller
class AccountSecurityController {
    private final Accounts accounts;
    private final SecondFactors factors;
    private final MessageSource messages;

    AccountSecurityController(Accounts accounts, SecondFactors factors, MessageSource messages) {
        this.accounts = accounts;
        this.factors = factors;
        this.messages = messages;
    }

    @GetMapping("/accounts/{id}/security")
    String security(@PathVariable AccountId id, Actor actor, Model model) {
        model.addAttribute("account", accounts.account(id));
        model.addAttribute("self", id.equals(actor.account()));
        return "access/account-security";
    }

    @PostMapping("/accounts/{id}/security/reset")
    String reset(@PathVariable AccountId id, Actor actor, RedirectAttributes redirect, Locale locale) {
        factors.reset(actor, id);
        return done(id, redirect, locale, "signin.reset.done");
    }

    private String done(AccountId id, RedirectAttributes redirect, Locale locale, String key) {
        Account account = accounts.account(id);
        redirect.addFlashAttribute("done", messages.getMessage(key, new Object[] {account.name()}, locale));
        return "redirect:/accounts/" + id + "/security";
    }
}
