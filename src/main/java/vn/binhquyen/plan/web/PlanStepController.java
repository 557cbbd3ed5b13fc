package vn.binhquyen.plan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.plan.Missing;
import vn.binhquyen.plan.PlanDraft;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanLifecycle;
import vn.binhquyen.plan.Plans;

/** The page before a step of a plan: what will happen to whom, and what the step asks; then the step itself. */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}/steps/{address}")
class PlanStepController {
    /** Where refusals of the façade are shown. */
    private static final Map<String, String> FIELD_OF = Map.of(
            "plan.refused.number", "number",
            "plan.refused.number-taken", "number",
            "plan.refused.date-before-signing", "date",
            "plan.refused.date-in-future", "date",
            "plan.refused.text-required", "reason");

    private final Plans plans;
    private final PlanFrames frames;
    private final PlanWords words;

    PlanStepController(Plans plans, PlanFrames frames, PlanWords words) {
        this.plans = plans;
        this.frames = frames;
        this.words = words;
    }

    @GetMapping
    String ask(
            @PathVariable PlanId id,
            @PathVariable String address,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        PlanStep step = PlanStep.at(address);
        PlanFrame frame = frames.of(actor, id);
        if (!open(step, frame, actor, redirect)) {
            return "redirect:/plans/" + id;
        }
        StepForm form = new StepForm(
                frame.head().version(),
                null,
                step == PlanStep.ISSUE ? String.valueOf(plans.nextNumber(actor, id, frames.today())) : null,
                step == PlanStep.ISSUE ? words.day(frames.today()) : null,
                frame.head().symbol());
        return page(actor, step, frame, form, model);
    }

    @PostMapping
    String take(
            @PathVariable PlanId id,
            @PathVariable String address,
            Actor actor,
            @ModelAttribute("stepForm") StepForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        PlanStep step = PlanStep.at(address);
        PlanFrame frame = frames.of(actor, id);
        if (!open(step, frame, actor, redirect)) {
            return "redirect:/plans/" + id;
        }
        form.check(step, frames.today(), errors);
        if (!Attempt.succeeds(errors, FIELD_OF, response, () -> take(step, actor, id, form))) {
            return page(actor, step, frame, form, model);
        }
        redirect.addFlashAttribute("done", words.say("plan.step." + step + ".done"));
        return step == PlanStep.AMEND
                ? "redirect:/plans/" + id + "/draft"
                : step == PlanStep.DISCARD ? "redirect:/plans" : "redirect:/plans/" + id;
    }

    private void take(PlanStep step, Actor actor, PlanId id, StepForm form) {
        switch (step) {
            case SUBMIT -> plans.submit(actor, id, form.seen());
            case RETURN -> plans.sendBack(actor, id, form.seen(), form.given());
            case APPROVE -> plans.approve(actor, id, form.seen());
            case ISSUE -> plans.issue(actor, id, form.seen(), form.numbering());
            case REGISTER ->
                plans.registerIssued(
                        actor,
                        id,
                        form.seen(),
                        form.numbering(),
                        Objects.requireNonNull(form.symbol()).strip());
            case AMEND -> plans.amend(actor, id, form.seen(), form.given());
            case ABANDON -> plans.abandonAmendment(actor, id, form.seen());
            case CLOSE -> plans.close(actor, id, form.seen(), form.given());
            case REVOKE -> plans.revoke(actor, id, form.seen(), form.given());
            case DISCARD -> plans.discard(actor, id, form.seen());
        }
    }

    /** Whether the plan stands where the step leads on; if not, the reader is told so. */
    private boolean open(PlanStep step, PlanFrame frame, Actor actor, RedirectAttributes redirect) {
        if (!frames.may(actor, step.action(), frame.head())) {
            throw new AccessRefused(actor.account() + " may not " + step + " a plan of "
                    + frame.head().unit());
        }
        if (!PlanLifecycle.allows(frame.head().status(), step.step())) {
            redirect.addFlashAttribute("refused", words.say("plan.refused.step." + step.step()));
            return false;
        }
        return true;
    }

    private String page(Actor actor, PlanStep step, PlanFrame frame, StepForm form, Model model) {
        PlanHead head = frame.head();
        PlanDraft newest = plans.draft(actor, head.id());
        model.addAttribute("frame", frame);
        model.addAttribute("head", head);
        model.addAttribute("step", step);
        model.addAttribute("stepForm", form);
        model.addAttribute("planContent", newest.content());
        model.addAttribute("missing", lacks(actor, step, head.id()));
        model.addAttribute("shares", step.concernsAgencies() ? Shares.of(newest.content()) : List.of());
        return "plan/step";
    }

    /** What stands in the way, and what should be known before. */
    private List<Missing> lacks(Actor actor, PlanStep step, PlanId id) {
        return switch (step) {
            case SUBMIT, APPROVE, ISSUE, REGISTER -> plans.missing(actor, id);
            case RETURN, AMEND, ABANDON, CLOSE, REVOKE, DISCARD -> List.of();
        };
    }
}
