package vn.binhquyen.plan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Unit;
import vn.binhquyen.plan.NewChildPlan;
import vn.binhquyen.plan.NewPlan;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.PlanKind;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.plan.query.PlanFilter;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.PlanRow;

/** The ways to begin a plan; the way from a document belongs to the room that reads documents. */
@Controller
@RequestMapping("/plans/new")
class NewPlanController {
    private static final String USUAL_SYMBOL = "KH-UBND";

    private final Plans plans;
    private final PlanQueries queries;
    private final PlanFrames frames;
    private final Organization organization;
    private final PlanWords words;

    NewPlanController(Plans plans, PlanQueries queries, PlanFrames frames, Organization organization, PlanWords words) {
        this.plans = plans;
        this.queries = queries;
        this.frames = frames;
        this.organization = organization;
        this.words = words;
    }

    @GetMapping
    String ways(Actor actor, Model model) {
        requireRight(actor);
        model.addAttribute("ownPlans", ownPlans(actor).size());
        model.addAttribute("parentPlans", parentPlans(actor).size());
        return "plan/new";
    }

    @GetMapping("/blank")
    String blank(Actor actor, Model model) {
        requireRight(actor);
        String year = String.valueOf(frames.today().getYear());
        return blankPage(model, new NewPlanForm(PlanKind.KE_HOACH, null, year, year, USUAL_SYMBOL));
    }

    @PostMapping("/blank")
    String beginBlank(
            Actor actor,
            @ModelAttribute("newPlanForm") NewPlanForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        requireRight(actor);
        form.check(errors);
        PlanId begun = begin(
                errors,
                response,
                () -> plans.begin(actor, new NewPlan(actor.unit(), null, symbol(form.symbol()), form.content())));
        return begun == null ? blankPage(model, form) : toDraft(begun, redirect);
    }

    private static String blankPage(Model model, NewPlanForm form) {
        model.addAttribute("kinds", PlanKind.values());
        model.addAttribute("newPlanForm", form);
        return "plan/new-blank";
    }

    @GetMapping("/last")
    String last(Actor actor, Model model) {
        requireRight(actor);
        List<PlanRow> rows = ownPlans(actor);
        return copyPage(model, "last", rows, new CopyForm(onlyOne(rows), null));
    }

    @PostMapping("/last")
    String beginFromLast(
            Actor actor,
            @ModelAttribute("copyForm") CopyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        requireRight(actor);
        form.check(false, errors);
        PlanId begun = begin(errors, response, () -> plans.beginFromLast(actor, source(form)));
        return begun == null ? copyPage(model, "last", ownPlans(actor), form) : toDraft(begun, redirect);
    }

    @GetMapping("/parent")
    String parent(@RequestParam(required = false) @Nullable UUID source, Actor actor, Model model) {
        requireRight(actor);
        List<PlanRow> rows = parentPlans(actor);
        return copyPage(model, "parent", rows, new CopyForm(source == null ? onlyOne(rows) : source, USUAL_SYMBOL));
    }

    @PostMapping("/parent")
    String beginFromParent(
            Actor actor,
            @ModelAttribute("copyForm") CopyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        requireRight(actor);
        form.check(true, errors);
        PlanId begun = begin(
                errors,
                response,
                () -> plans.beginFromParent(
                        actor, new NewChildPlan(actor.unit(), source(form), symbol(form.symbol()))));
        return begun == null ? copyPage(model, "parent", parentPlans(actor), form) : toDraft(begun, redirect);
    }

    private static String copyPage(Model model, String way, List<PlanRow> rows, CopyForm form) {
        model.addAttribute("way", way);
        model.addAttribute("rows", rows);
        model.addAttribute("copyForm", form);
        return "plan/new-copy";
    }

    private static @Nullable PlanId begin(
            BindingResult errors, HttpServletResponse response, Supplier<PlanId> command) {
        AtomicReference<@Nullable PlanId> begun = new AtomicReference<>();
        Attempt.succeeds(errors, Map.of(), response, () -> begun.set(command.get()));
        return begun.get();
    }

    private String toDraft(PlanId plan, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", words.say("plan.new.done"));
        return "redirect:/plans/" + plan + "/draft";
    }

    /** Issued plans of the own unit, the latest first. */
    private List<PlanRow> ownPlans(Actor actor) {
        return publishedBy(actor, actor.unit());
    }

    /** Issued plans of all units above, the nearest first, then of those whose place these took. */
    private List<PlanRow> parentPlans(Actor actor) {
        return Stream.concat(
                        organization.ancestors(actor.unit()).reversed().stream().map(Unit::id),
                        organization.formerAbove(actor.unit()).stream().map(FormerUnit::id))
                .flatMap(unit -> publishedBy(actor, unit).stream())
                .toList();
    }

    private List<PlanRow> publishedBy(Actor actor, UnitId issuer) {
        PlanFilter filter = new PlanFilter(null, null, issuer, null, true, null, PlanFilter.Sort.ISSUED_ON, null, 200);
        return queries.plans(actor, filter).rows().stream()
                .filter(row -> row.status().published())
                .toList();
    }

    private void requireRight(Actor actor) {
        if (!frames.mayBegin(actor)) {
            throw new AccessRefused(actor.account() + " may not begin a plan");
        }
    }

    private static @Nullable UUID onlyOne(List<PlanRow> rows) {
        return rows.size() == 1 ? rows.getFirst().id().value() : null;
    }

    private static PlanId source(CopyForm form) {
        return new PlanId(Objects.requireNonNull(form.source()));
    }

    private static String symbol(@Nullable String symbol) {
        return Objects.requireNonNull(symbol).strip();
    }
}
