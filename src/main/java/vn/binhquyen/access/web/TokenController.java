package vn.binhquyen.access.web;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.ApiScope;
import vn.binhquyen.access.signin.ApiTokens;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;

/** One's own tokens for other programs. */
@Controller
class TokenController {
    private final ApiTokens tokens;
    private final MessageSource messages;

    TokenController(ApiTokens tokens, MessageSource messages) {
        this.tokens = tokens;
        this.messages = messages;
    }

    @GetMapping("/account/tokens")
    String tokens(Actor actor, Model model) {
        model.addAttribute("form", TokenForm.empty());
        return page(actor, model);
    }

    /** The token stands on the answer itself, because it is shown once. */
    @PostMapping("/account/tokens")
    String make(@Valid @ModelAttribute("form") TokenForm form, BindingResult errors, Actor actor, Model model) {
        if (errors.hasErrors()) {
            return page(actor, model);
        }
        try {
            model.addAttribute(
                    "made", tokens.make(actor, Objects.requireNonNull(form.name()), form.chosen(), form.lasts()));
        } catch (Refused refusal) {
            errors.rejectValue(
                    refusal.code().equals("signin.token.days") ? "days" : "scopes",
                    refusal.code(),
                    refusal.arguments().toArray(),
                    null);
            return page(actor, model);
        }
        return tokens(actor, model);
    }

    @PostMapping("/account/tokens/{id}/revocation")
    String revoke(@PathVariable UUID id, Actor actor, RedirectAttributes redirect, Locale locale) {
        tokens.revoke(actor, id);
        redirect.addFlashAttribute("done", messages.getMessage("signin.token.revoked", null, locale));
        return "redirect:/account/tokens";
    }

    private String page(Actor actor, Model model) {
        model.addAttribute("tokens", tokens.own(actor));
        model.addAttribute(
                "scopes",
                Arrays.stream(ApiScope.values())
                        .filter(scope -> scope.heldBy(actor.roles()))
                        .toList());
        return "access/tokens";
    }
}
