package vn.binhquyen.intake.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.intake.KeptReading;
import vn.binhquyen.intake.Readings;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.PartialDate;
import vn.binhquyen.kernel.Refused;
import vn.binhquyen.kernel.TypedDay;
import vn.binhquyen.plan.Missing;
import vn.binhquyen.plan.Numbering;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.Plans;

/** Answers to doubts, and the steps that end a review: to the leader, into the register, or away. */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}/draft")
class DraftStepController {

    private final Plans plans;
    private final Readings readings;
    private final Desks desks;
    private final DraftController pages;
    private final DraftWords words;

    DraftStepController(Plans plans, Readings readings, Desks desks, DraftController pages, DraftWords words) {
        this.plans = plans;
        this.readings = readings;
        this.desks = desks;
        this.pages = pages;
        this.words = words;
    }

    @PostMapping("/answers")
    String answer(
            @PathVariable PlanId id,
            @RequestParam String rule,
            @RequestParam String subject,
            @RequestParam String reason,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model) {
        readings.answer(actor, id, rule, subject, reason);
        return doubts(actor, id, htmx, model);
    }

    @PostMapping("/answers/removal")
    String reopen(
            @PathVariable PlanId id,
            @RequestParam String rule,
            @RequestParam String subject,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model) {
        readings.reopen(actor, id, rule, subject);
        return doubts(actor, id, htmx, model);
    }

    private String doubts(Actor actor, PlanId id, @Nullable String htmx, Model model) {
        if (htmx == null) {
            return DraftAnswers.redirect(id, Section.REVIEW, null);
        }
        pages.show(desks.open(actor, id), Section.REVIEW, model);
        return "intake/parts :: paneAndSurroundings";
    }

    /** Sends the draft to the leader; where something is missing, shows what. */
    @PostMapping("/submission")
    String submit(@PathVariable PlanId id, @RequestParam long version, Actor actor, RedirectAttributes redirect) {
        if (plans.missing(actor, id).stream().anyMatch(Missing::blocking)) {
            redirect.addFlashAttribute("refused", words.say("intake.submit.missing"));
            return DraftAnswers.redirect(id, Section.REVIEW, null);
        }
        plans.submit(actor, id, version);
        redirect.addFlashAttribute("done", words.say("intake.submit.done"));
        return "redirect:/plans/" + id;
    }

    /** Asks number, date and symbol of a plan that is already issued, as its text gives them. */
    @GetMapping("/registration")
    String registration(@PathVariable PlanId id, Actor actor, Model model) {
        Desk desk = desks.open(actor, id);
        KeptReading reading = desk.reading();
        Optional<LocalDate> date = Optional.ofNullable(reading)
                .map(kept -> kept.plan().issuedOn())
                .filter(PartialDate::isComplete)
                .flatMap(PartialDate::latest);
        String number = reading == null ? null : reading.plan().number();
        return registration(
                desk,
                number == null ? "" : number.replaceAll("/.*", "").strip(),
                date.map(words::day).orElse(""),
                desk.draft().head().symbol(),
                desk.draft().version(),
                null,
                model);
    }

    @PostMapping("/registration")
    String register(
            @PathVariable PlanId id,
            @RequestParam long version,
            @RequestParam String number,
            @RequestParam String date,
            @RequestParam String symbol,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        try {
            plans.registerIssued(actor, id, version, numbering(number.strip(), date.strip()), symbol.strip());
        } catch (Refused refused) {
            String sentence = words.say(refused.code(), refused.arguments().toArray());
            return registration(desks.open(actor, id), number, date, symbol, version, sentence, model);
        }
        redirect.addFlashAttribute("done", words.say("intake.register.done"));
        return "redirect:/plans/" + id;
    }

    @PostMapping("/disposal")
    String discard(@PathVariable PlanId id, @RequestParam long version, Actor actor, RedirectAttributes redirect) {
        plans.discard(actor, id, version);
        redirect.addFlashAttribute("done", words.say("intake.discard.done"));
        return "redirect:/plans";
    }

    private static Numbering numbering(String number, String date) {
        int value;
        try {
            value = Integer.parseInt(number);
        } catch (NumberFormatException noNumber) {
            throw new Refused("intake.refused.number");
        }
        LocalDate day = TypedDay.of(date).orElseThrow(() -> new Refused("intake.refused.date"));
        return new Numbering(value, day);
    }

    private static String registration(
            Desk desk, String number, String date, String symbol, long version, @Nullable String refusal, Model model) {
        if (!desk.editable()) {
            throw new AccessRefused("the draft " + desk.draft().head().id() + " is not this person's to register");
        }
        model.addAttribute("id", desk.draft().head().id());
        model.addAttribute("desk", desk);
        model.addAttribute("number", number);
        model.addAttribute("date", date);
        model.addAttribute("symbol", symbol);
        model.addAttribute("version", version);
        model.addAttribute("refusal", refusal);
        return "intake/registration";
    }
}
