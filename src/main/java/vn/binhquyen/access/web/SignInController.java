package vn.binhquyen.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import vn.binhquyen.access.CurrentActor;
import vn.binhquyen.access.signin.Enrolment;
import vn.binhquyen.access.signin.HalfSignedIn;
import vn.binhquyen.access.signin.Providers;
import vn.binhquyen.access.signin.SecondFactorPolicy;
import vn.binhquyen.kernel.Refused;

/** The way in: the first step, the code of the second, and setting the second factor up where it is demanded. */
@Controller
class SignInController {
    private final Enrolment enrolment;
    private final Providers providers;
    private final SecondFactorPolicy policy;
    private final CurrentActor current;

    SignInController(Enrolment enrolment, Providers providers, SecondFactorPolicy policy, CurrentActor current) {
        this.enrolment = enrolment;
        this.providers = providers;
        this.policy = policy;
        this.current = current;
    }

    @GetMapping("/sign-in")
    String signIn(
            @SessionAttribute(name = "typedUsername", required = false) @Nullable String typed,
            HttpSession session,
            Model model) {
        session.removeAttribute("typedUsername");
        model.addAttribute("typed", typed);
        model.addAttribute("providers", providers.all());
        model.addAttribute("demanded", policy.isDemanded());
        return "access/sign-in";
    }

    @GetMapping("/sign-in/code")
    String code(@RequestParam @Nullable String wrong, Model model) {
        model.addAttribute("wrong", wrong == null ? null : "signin.code-wrong");
        return enrolment
                .person()
                .map(person -> person.enrolled() ? codePage(person, model) : "redirect:/sign-in/enrol")
                .orElseGet(this::elsewhere);
    }

    @GetMapping("/sign-in/enrol")
    String enrol(Model model) {
        return enrolment
                .person()
                .map(person -> person.enrolled() ? "redirect:/sign-in/code" : enrolPage(model))
                .orElseGet(this::elsewhere);
    }

    /** The recovery codes stand on the answer itself, because they are shown once. */
    @PostMapping("/sign-in/enrol")
    String enrol(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (enrolment.person().filter(person -> !person.enrolled()).isEmpty()) {
            return elsewhere();
        }
        try {
            model.addAttribute("codes", enrolment.confirm(code, request, response));
        } catch (Refused refusal) {
            model.addAttribute("wrong", refusal.code());
            return enrolPage(model);
        }
        model.addAttribute("next", "/");
        return "access/recovery-codes";
    }

    /** Where somebody belongs who owes no second step. */
    private String elsewhere() {
        return current.find().isPresent() ? "redirect:/account/security" : "redirect:/sign-in";
    }

    private String enrolPage(Model model) {
        model.addAttribute("setup", enrolment.begin());
        return "access/enrol";
    }

    private String codePage(HalfSignedIn person, Model model) {
        model.addAttribute("codes", enrolment.showsCodes(person));
        model.addAttribute("person", person.name());
        return "access/code";
    }
}
