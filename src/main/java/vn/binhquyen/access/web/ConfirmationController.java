package vn.binhquyen.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhquyen.access.signin.Confirmation;
import vn.binhquyen.access.signin.Passkeys;
import vn.binhquyen.access.signin.SecondFactors;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Refused;

/** Asks again who sits there, before a way in is added. */
@Controller
class ConfirmationController {
    private final Confirmation confirmation;
    private final SecondFactors factors;
    private final Passkeys passkeys;

    ConfirmationController(Confirmation confirmation, SecondFactors factors, Passkeys passkeys) {
        this.confirmation = confirmation;
        this.factors = factors;
        this.passkeys = passkeys;
    }

    @GetMapping("/account/confirmation")
    String ask(Actor actor, Model model) {
        model.addAttribute("codes", factors.own(actor).on());
        model.addAttribute("passkey", !passkeys.own(actor).isEmpty());
        return "access/confirmation";
    }

    @PostMapping("/account/confirmation")
    String confirm(
            @RequestParam(defaultValue = "") String proof,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            return "redirect:" + confirmation.confirm(actor, proof, request, response);
        } catch (Refused refusal) {
            model.addAttribute("wrong", refusal.code());
            return ask(actor, model);
        }
    }
}
