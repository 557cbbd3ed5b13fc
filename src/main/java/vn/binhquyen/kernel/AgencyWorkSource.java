package vn.binhquyen.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A room in which agencies have work; the page of an agency shows it. */
public interface AgencyWorkSource {
    /** The work of the agency; empty where the actor may not see it. A few statements, however much it is. */
    Optional<Work> workOf(Actor actor, AgencyId agency);

    /**
     * @param open what is not done, with what is overdue
     * @param overdue what is not done and should be
     * @param next the first of what is open, the overdue ones before the others
     * @param all the list of all of it
     */
    record Work(int open, int overdue, int done, List<Line> next, String all) {}

    /**
     * @param detail a line below, such as the document that asks for it
     * @param dueOn null where there is no day
     */
    record Line(String title, String detail, @Nullable LocalDate dueOn, boolean overdue, String link) {}
}
