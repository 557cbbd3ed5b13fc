package vn.binhquyen.access.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.signin.Linking;
import vn.binhquyen.access.signin.Passkeys;
import vn.binhquyen.access.signin.ProviderIdentities;
import vn.binhquyen.access.signin.Providers;
import vn.binhquyen.access.signin.SecondFactors;
import vn.binhquyen.access.signin.Sessions;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Refused;

/** How one's own account is kept safe: second factor, passkeys, providers, open sessions. */
@Controller
class SecurityController {
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final ProviderIdentities links;
    private final Providers providers;
    private final Linking linking;
    private final MessageSource messages;

    SecurityController(
            SecondFactors factors,
            Passkeys passkeys,
            Sessions sessions,
            ProviderIdentities links,
            Providers providers,
            Linking linking,
            MessageSource messages) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.links = links;
        this.providers = providers;
        this.linking = linking;
        this.messages = messages;
    }

    @GetMapping("/account/security")
    String security(Actor actor, HttpSession session, Model model) {
        model.addAttribute("factor", factors.own(actor));
        model.addAttribute("passkeys", passkeys.own(actor));
        model.addAttribute("places", sessions.own(actor, session.getId()));
        model.addAttribute("links", links.own(actor));
        model.addAttribute("providers", providers.all());
        return "access/security";
    }

    @GetMapping("/account/security/generator")
    String generator(Actor actor, Model model) {
        if (factors.own(actor).on()) {
            return "redirect:/account/security";
        }
        model.addAttribute("setup", factors.begin(actor));
        return "access/generator";
    }

    /** The recovery codes stand on the answer itself, because they are shown once. */
    @PostMapping("/account/security/generator")
    String confirm(Actor actor, @RequestParam(defaultValue = "") String code, Model model) {
        if (factors.own(actor).on()) {
            return "redirect:/account/security";
        }
        try {
            return codes(factors.confirm(actor, code), model);
        } catch (Refused refusal) {
            model.addAttribute("wrong", refusal.code());
            model.addAttribute("setup", factors.begin(actor));
            return "access/generator";
        }
    }

    @PostMapping("/account/security/recovery-codes")
    String renew(Actor actor, @RequestParam(defaultValue = "") String password, HttpSession session, Model model) {
        try {
            return codes(factors.renewCodes(actor, password), model);
        } catch (Refused refusal) {
            return refused(actor, session, model, "renewWrong", refusal);
        }
    }

    @PostMapping("/account/security/generator/removal")
    String remove(
            Actor actor,
            @RequestParam(defaultValue = "") String password,
            HttpSession session,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            factors.remove(actor, password);
        } catch (Refused refusal) {
            return refused(actor, session, model, "removeWrong", refusal);
        }
        return done(redirect, locale, "signin.factor.removed");
    }

    @PostMapping("/account/security/passkeys/{id}/removal")
    String removePasskey(@PathVariable String id, Actor actor, RedirectAttributes redirect, Locale locale) {
        passkeys.remove(actor, id);
        return done(redirect, locale, "signin.passkey.removed");
    }

    @PostMapping("/account/security/sessions/{handle}/end")
    String end(@PathVariable String handle, Actor actor, RedirectAttributes redirect, Locale locale) {
        sessions.end(actor, handle);
        return done(redirect, locale, "signin.session.ended");
    }

    @PostMapping("/account/security/sessions/end-others")
    String endOthers(Actor actor, HttpSession session, RedirectAttributes redirect, Locale locale) {
        sessions.endOthers(actor, session.getId());
        return done(redirect, locale, "signin.sessions.ended");
    }

    /** A page stands between, because a form may not lead to another site. */
    @PostMapping("/account/security/providers/{id}")
    String link(@PathVariable String id, HttpSession session, Model model) {
        Providers.Provider provider = providers.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("provider", id));
        linking.begin(session);
        model.addAttribute("provider", provider);
        return "access/leave";
    }

    @PostMapping("/account/security/providers/removal")
    String unlink(@RequestParam String issuer, Actor actor, RedirectAttributes redirect, Locale locale) {
        links.unlink(actor, issuer);
        return done(redirect, locale, "signin.provider.unlinked");
    }

    private static String codes(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        model.addAttribute("next", "/account/security");
        return "access/recovery-codes";
    }

    private String refused(Actor actor, HttpSession session, Model model, String field, Refused refusal) {
        model.addAttribute(field, refusal.code());
        return security(actor, session, model);
    }

    private String done(RedirectAttributes redirect, Locale locale, String key) {
        redirect.addFlashAttribute("done", messages.getMessage(key, null, locale));
        return "redirect:/account/security";
    }
}
