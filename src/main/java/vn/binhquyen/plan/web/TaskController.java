package vn.binhquyen.plan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.binhquyen.access.Permissions;
import vn.binhquyen.kernel.AccessRefused;
import vn.binhquyen.kernel.Action;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.NotFound;
import vn.binhquyen.kernel.Place;
import vn.binhquyen.kernel.Thing;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.plan.Evidence;
import vn.binhquyen.plan.EvidenceFile;
import vn.binhquyen.plan.NewEvidence;
import vn.binhquyen.plan.PlanId;
import vn.binhquyen.plan.TaskId;
import vn.binhquyen.plan.TaskState;
import vn.binhquyen.plan.Tasks;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.TaskPage;
import vn.binhquyen.plan.query.TaskRow;
import vn.binhquyen.publishing.Download;

/** The page of one task: what is asked, what was told, and the form to tell more. */
@Controller
@RequestMapping("/plans/{id:[0-9a-f-]{36}}/tasks/{task:[0-9a-f-]{36}}")
class TaskController {
    private static final Map<String, String> FIELD_OF = Map.of(
            "plan.refused.evidence-empty", "file",
            "plan.refused.evidence-too-large", "file",
            "plan.refused.evidence-kind", "file",
            "plan.refused.evidence-kept", "file");

    private final Tasks tasks;
    private final PlanQueries queries;
    private final PlanFrames frames;
    private final Organization organization;
    private final Permissions permissions;
    private final TransactionTemplate transaction;
    private final PlanWords words;

    TaskController(
            Tasks tasks,
            PlanQueries queries,
            PlanFrames frames,
            Organization organization,
            Permissions permissions,
            TransactionTemplate transaction,
            PlanWords words) {
        this.tasks = tasks;
        this.queries = queries;
        this.frames = frames;
        this.organization = organization;
        this.permissions = permissions;
        this.transaction = transaction;
        this.words = words;
    }

    @GetMapping
    String task(@PathVariable PlanId id, @PathVariable TaskId task, Actor actor, Model model) {
        TaskPage page = page(actor, id, task);
        List<TaskRow.Part> own = ownParts(actor, page);
        return show(page, own, blank(actor, own), model);
    }

    @PostMapping
    String tell(
            @PathVariable PlanId id,
            @PathVariable TaskId task,
            Actor actor,
            @ModelAttribute("progressForm") ProgressForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        TaskPage page = page(actor, id, task);
        List<TaskRow.Part> own = ownParts(actor, page);
        AgencyId agency = own.stream()
                .map(TaskRow.Part::agency)
                .filter(part -> part.value().equals(form.agency()))
                .findFirst()
                .orElseThrow(() -> new AccessRefused(actor.account() + " has no part in " + task));
        form.check(errors);
        if (!Attempt.succeeds(errors, FIELD_OF, response, () -> tell(actor, agency, task, form))) {
            return show(page, own, form, model);
        }
        redirect.addFlashAttribute("done", words.say("plan.task.done"));
        return "redirect:/plans/" + id + "/tasks/" + task;
    }

    @GetMapping("/evidence/{evidence}")
    ResponseEntity<byte[]> evidence(
            @PathVariable PlanId id, @PathVariable TaskId task, @PathVariable UUID evidence, Actor actor) {
        page(actor, id, task);
        EvidenceFile kept = tasks.evidence(actor, task, evidence);
        Evidence file = kept.evidence();
        return Download.of(MediaType.parseMediaType(file.mediaType()), file.fileName(), kept.bytes());
    }

    @PostMapping("/evidence/{evidence}/removal")
    String takeBack(
            @PathVariable PlanId id,
            @PathVariable TaskId task,
            @PathVariable UUID evidence,
            Actor actor,
            RedirectAttributes redirect) {
        Evidence file = page(actor, id, task).evidence().stream()
                .filter(kept -> kept.id().equals(evidence))
                .findFirst()
                .orElseThrow(() -> new NotFound("evidence", evidence));
        tasks.takeBack(actor, file.agency(), evidence);
        redirect.addFlashAttribute("done", words.say("plan.task.file.taken-back"));
        return "redirect:/plans/" + id + "/tasks/" + task;
    }

    /** The words and the file together or neither. */
    private void tell(Actor actor, AgencyId agency, TaskId task, ProgressForm form) {
        transaction.executeWithoutResult(status -> {
            if (form.shows()) {
                tasks.show(actor, agency, evidence(task, Objects.requireNonNull(form.file())));
            }
            tasks.tell(actor, agency, form.progress(task));
        });
    }

    private static NewEvidence evidence(TaskId task, MultipartFile file) {
        try {
            return new NewEvidence(task, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private TaskPage page(Actor actor, PlanId plan, TaskId task) {
        TaskPage page = queries.task(actor, task, frames.today());
        if (!page.plan().id().equals(plan)) {
            throw new NotFound("task", task);
        }
        return page;
    }

    /** The parts for which the actor may tell, the own agency's first. */
    private List<TaskRow.Part> ownParts(Actor actor, TaskPage page) {
        if (!page.plan().status().inForce()) {
            return List.of();
        }
        List<TaskRow.Part> parts = page.task().parts();
        Set<AgencyId> allowed = organization
                .agencies(parts.stream().map(TaskRow.Part::agency).toList())
                .stream()
                .filter(agency ->
                        permissions.allows(actor, Action.EXECUTE, Thing.TASK, new Place(agency.unit(), agency.id())))
                .map(Agency::id)
                .collect(Collectors.toSet());
        return parts.stream()
                .filter(part -> allowed.contains(part.agency()))
                .sorted((one, other) -> Boolean.compare(
                        other.agency().equals(actor.agency()), one.agency().equals(actor.agency())))
                .toList();
    }

    /**
     * Begins where the agency stood last; what was counted is told anew each time. Who has not begun yet chooses: a word
     * of what was done never stands under "not started" only because nobody touched the choice.
     */
    private static ProgressForm blank(Actor actor, List<TaskRow.Part> own) {
        if (own.isEmpty()) {
            return new ProgressForm(actor.agency().value(), null, null, null, null, null, null);
        }
        TaskRow.Part part = own.getFirst();
        return new ProgressForm(
                part.agency().value(),
                part.state() == TaskState.NOT_STARTED ? null : part.state(),
                null,
                null,
                null,
                part.percentage() == null ? null : String.valueOf(part.percentage()),
                null);
    }

    private String show(TaskPage page, List<TaskRow.Part> own, ProgressForm form, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("task", page.task());
        model.addAttribute("own", own);
        model.addAttribute("ownAgencies", own.stream().map(TaskRow.Part::agency).collect(Collectors.toSet()));
        model.addAttribute("states", TaskState.values());
        model.addAttribute("largest", Tasks.LARGEST_EVIDENCE);
        model.addAttribute("progressForm", form);
        return "plan/task";
    }
}
