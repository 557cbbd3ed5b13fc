package vn.binhquyen.plan.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.AgencyId;
import vn.binhquyen.kernel.AgencyWorkSource;
import vn.binhquyen.organization.Organization;
import vn.binhquyen.organization.UnitHierarchy;

/** Shows the page of an agency its tasks: to people of its unit and of the units above. */
@Component
class AgencyTasks implements AgencyWorkSource {
    private static final int FIRST = 5;

    private final TaskList tasks;
    private final Organization organization;
    private final UnitHierarchy hierarchy;
    private final Clock clock;

    AgencyTasks(TaskList tasks, Organization organization, UnitHierarchy hierarchy, Clock clock) {
        this.tasks = tasks;
        this.organization = organization;
        this.hierarchy = hierarchy;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Work> workOf(Actor actor, AgencyId agency) {
        if (!hierarchy.isWithin(organization.agency(agency).unit(), actor.unit())) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        TaskCounts counts = tasks.standing(actor, agency, today);
        TaskListPage open = tasks.page(actor, agency, new TaskFilter(true, null, true, null, null, FIRST), today);
        return Optional.of(new Work(
                counts.all() - counts.done(),
                counts.overdue(),
                counts.done(),
                open.lines().stream().map(AgencyTasks::line).toList(),
                "/tasks?agency=" + agency));
    }

    private static Line line(TaskListPage.Line task) {
        String title = task.planTitle();
        return new Line(
                task.text(),
                title == null ? task.planNumber() : task.planNumber() + " · " + title,
                task.dueOn(),
                task.status() == TaskStatus.OVERDUE,
                task.link());
    }
}
