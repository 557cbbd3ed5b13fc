package vn.binhquyen.kernel;

import java.time.LocalDate;
import java.util.List;

/** A room that knows duties of people; the home page gathers from all of them. */
public interface DutySource {
    /** What the actor has to do, as of the date. Shows only what the actor may see; one or two queries. */
    List<Duty> dutiesOf(Actor actor, LocalDate today);
}
