package vn.binhquyen.plan.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanHead;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.Plans;
import vn.binhquyen.plan.query.ChildPlan;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.TaskBoard;
import vn.binhquyen.plan.query.TaskStatus;
import vn.binhquyen.plan.query.VersionRow;

/** The page of one plan, a tab an address. */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}")
class PlanController {
    private static final int NEXT_DATES = 6;
    private static final int TARGETS_AT_A_GLANCE = 8;

    private final Plans plans;
    private final PlanQueries queries;
    private final PlanFrames frames;

    PlanController(Plans plans, PlanQueries queries, PlanFrames frames) {
        this.plans = plans;
        this.queries = queries;
        this.frames = frames;
    }

    @GetMapping
    String overview(@PathVariable PlanId id, Actor actor, Model model) {
        PlanFrame frame = show(actor, id, "overview", model);
        PlanContent content = frame.summary().content();
        LocalDate today = frames.today();
        model.addAttribute(
                "glance",
                content.indicators().stream()
                        .filter(indicator -> !indicator.targets().isEmpty())
                        .limit(TARGETS_AT_A_GLANCE)
                        .toList());
        model.addAttribute("next", new PlanDates(content).next(today, NEXT_DATES));
        model.addAttribute("missing", frame.mayEdit() ? plans.missing(actor, id) : List.of());
        if (frame.head().status().published()) {
            model.addAttribute("board", queries.board(actor, id, TaskBoard.Grouping.AGENCY, today));
        } else {
            model.addAttribute("shares", Shares.of(content));
        }
        return "plan/overview";
    }

    @GetMapping("/targets")
    String targets(@PathVariable PlanId id, Actor actor, Model model) {
        show(actor, id, "targets", model);
        return "plan/targets";
    }

    @GetMapping("/tasks")
    String tasks(
            @PathVariable PlanId id,
            @RequestParam(defaultValue = "agency") String by,
            @RequestParam(required = false) @Nullable TaskStatus status,
            Actor actor,
            Model model) {
        PlanFrame frame = show(actor, id, "tasks", model);
        TaskBoard.Grouping grouping = switch (by) {
            case "agency" -> TaskBoard.Grouping.AGENCY;
            case "objective" -> TaskBoard.Grouping.OBJECTIVE;
            case "date" -> TaskBoard.Grouping.DUE_DATE;
            default -> throw new NotFound("grouping", by);
        };
        TaskBoard board = frame.head().status().published()
                ? queries.board(actor, id, grouping, frames.today())
                : DraftBoard.of(id, frame.summary().content(), grouping);
        model.addAttribute("by", by);
        model.addAttribute("status", status);
        model.addAttribute("statuses", TaskStatus.values());
        model.addAttribute("counts", board.counts());
        model.addAttribute("sections", DraftBoard.only(board, status));
        return "plan/tasks";
    }

    @GetMapping("/calendar")
    String calendar(
            @PathVariable PlanId id, @RequestParam(required = false) @Nullable Integer year, Actor actor, Model model) {
        PlanFrame frame = show(actor, id, "calendar", model);
        LocalDate today = frames.today();
        PlanDates dates = new PlanDates(frame.summary().content());
        List<Integer> years = dates.years(today);
        int shown = year == null ? Math.clamp(today.getYear(), years.getFirst(), years.getLast()) : year;
        model.addAttribute("years", years);
        model.addAttribute("year", shown);
        model.addAttribute("months", dates.byMonth(shown));
        model.addAttribute("undated", dates.undatedReports());
        return "plan/calendar";
    }

    @GetMapping("/children")
    String children(@PathVariable PlanId id, Actor actor, Model model) {
        show(actor, id, "children", model);
        List<ChildPlan> children = queries.children(actor, id, frames.today());
        model.addAttribute("children", children);
        model.addAttribute(
                "issued",
                children.stream().filter(child -> child.plan() != null).count());
        model.addAttribute("late", children.stream().filter(ChildPlan::late).count());
        return "plan/children";
    }

    @GetMapping("/document")
    String document(
            @PathVariable PlanId id,
            @RequestParam(required = false) @Nullable Integer earlier,
            @RequestParam(required = false) @Nullable Integer later,
            Actor actor,
            Model model) {
        PlanFrame frame = show(actor, id, "document", model);
        List<VersionRow> versions = queries.versions(actor, id);
        model.addAttribute("versions", versions);
        model.addAttribute("history", frame.inside() ? queries.history(actor, id) : List.of());
        if (versions.size() > 1) {
            int newer = later == null ? versions.getFirst().no() : later;
            int older = earlier == null ? versions.get(1).no() : earlier;
            model.addAttribute("later", newer);
            model.addAttribute("earlier", older);
            if (earlier != null && later != null && older != newer) {
                model.addAttribute(
                        "differences", plans.compare(actor, id, Math.min(older, newer), Math.max(older, newer)));
            }
        }
        return "plan/document";
    }

    private PlanFrame show(Actor actor, PlanId id, String tab, Model model) {
        PlanFrame frame = frames.of(actor, id);
        PlanHead head = frame.head();
        model.addAttribute("frame", frame);
        model.addAttribute("head", head);
        model.addAttribute("planContent", frame.summary().content());
        model.addAttribute("tab", tab);
        model.addAttribute("today", frames.today());
        return frame;
    }
}
