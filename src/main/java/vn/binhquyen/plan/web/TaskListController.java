package vn.binhquyen.plan.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.organization.Agency;
import vn.binhquyen.organization.FormerUnit;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.Reach;
import vn.binhquyen.plan.query.PlanQueries;
import vn.binhquyen.plan.query.TaskFilter;
import vn.binhquyen.plan.query.TaskListPage;
import vn.binhquyen.plan.query.TaskStatus;
import vn.binhquyen.publishing.Download;
import vn.binhquyen.publishing.XlsxSheet;
import vn.binhquyen.publishing.XlsxSheet.Column;
import vn.binhquyen.publishing.XlsxSheet.Kind;

/** The tasks of the unit's agencies, or of one agency, in all plans in force: on a page and as a spreadsheet. */
@Controller
class TaskListController {
    private static final int PAGE = 25;
    private static final int EXPORT = 5_000;
    private final PlanQueries queries;
    private final PlanFrames frames;
    private final Organization organization;
    private final PlanWords words;

    TaskListController(PlanQueries queries, PlanFrames frames, Organization organization, PlanWords words) {
        this.queries = queries;
        this.frames = frames;
        this.organization = organization;
        this.words = words;
    }

    /** The filter as it stands in the address; what is not given or not understood leaves the question open. */
    record Search(
            @Nullable String q,
            @Nullable AgencyId agency,
            @Nullable TaskStatus status,
            @Nullable Boolean former,
            @Nullable String after) {
        TaskFilter filter(int size) {
            return new TaskFilter(
                    false, status, showsFormer(), q, after == null || after.isBlank() ? null : after, size);
        }

        /** Whether tasks of units that have ended are shown too, as they are until somebody says otherwise. */
        public boolean showsFormer() {
            return !Boolean.FALSE.equals(former);
        }

        public boolean narrowed() {
            return agency != null || status != null || !showsFormer() || (q != null && !q.isBlank());
        }

        public String with(@Nullable TaskStatus other) {
            return new Search(q, agency, other, former, null).link("/tasks", null);
        }

        String link(String path, @Nullable String next) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            PlanSearch.add(address, "q", q == null || q.isBlank() ? null : q.strip());
            PlanSearch.add(address, "agency", agency);
            PlanSearch.add(address, "status", status);
            PlanSearch.add(address, "former", showsFormer() ? null : false);
            PlanSearch.add(address, "after", next);
            return address.encode().toUriString();
        }
    }

    @GetMapping("/tasks")
    String list(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored, Model model) {
        TaskListPage page = queries.tasks(actor, search.agency(), search.filter(PAGE));
        List<Agency> agencies = organization.agenciesOf(actor.unit());
        AgencyId chosen = search.agency();
        boolean own = chosen == null
                || agencies.stream().anyMatch(agency -> agency.id().equals(chosen));
        model.addAttribute("search", search);
        model.addAttribute("lines", page.lines());
        model.addAttribute("counts", queries.standing(actor, search.agency()));
        model.addAttribute("anyFormer", organization.hasFormer(actor.unit(), Reach.OWN, frames.today()));
        model.addAttribute("agencies", agencies);
        model.addAttribute("other", own || chosen == null ? null : organization.agency(chosen));
        model.addAttribute("statuses", TaskStatus.values());
        model.addAttribute("next", page.next() == null ? null : search.link("/tasks", page.next()));
        model.addAttribute("export", search.link("/tasks/export.xlsx", null));
        return "plan/task-list";
    }

    @GetMapping("/tasks/export.xlsx")
    ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("search") Search search, BindingResult ignored) {
        return Download.xlsx(
                "nhiem-vu-" + frames.today() + ".xlsx",
                new XlsxSheet(
                        words.say("plan.task-list.title"),
                        List.of(
                                new Column(words.say("plan.task-list.task"), Kind.TEXT),
                                new Column(words.say("plan.column.number"), Kind.TEXT),
                                new Column(words.say("plan.column.title"), Kind.TEXT),
                                new Column(words.say("plan.task-list.agency"), Kind.TEXT),
                                new Column(words.say("plan.task-list.due"), Kind.DATE),
                                new Column(words.say("plan.column.status"), Kind.TEXT),
                                new Column(words.say("organization.former-unit"), Kind.TEXT)),
                        queries.tasks(actor, search.agency(), search.filter(EXPORT)).lines().stream()
                                .map(this::cells)
                                .toList()));
    }

    private List<@Nullable Object> cells(TaskListPage.Line line) {
        FormerUnit former = line.former();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(line.text());
        cells.add(line.planNumber());
        cells.add(line.planTitle());
        cells.add(line.agencyName());
        cells.add(line.dueOn());
        cells.add(words.say("plan.task.status." + line.status()));
        cells.add(former == null ? null : words.say(former));
        return cells;
    }
}
