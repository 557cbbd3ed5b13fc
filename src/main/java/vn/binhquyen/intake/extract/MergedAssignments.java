package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.kernel.Names;

/** Assignments from several places of a document, one for each body: what a second place gives it is added. */
final class MergedAssignments {

    private static final double SAME_BODY = 0.93;

    private final List<Assignment> assignments = new ArrayList<>();

    MergedAssignments(List<Assignment> first) {
        first.forEach(this::add);
    }

    void add(Assignment more) {
        for (int i = 0; i < assignments.size(); i++) {
            Assignment known = assignments.get(i);
            if (Names.areAlike(known.agency(), more.agency(), SAME_BODY)) {
                assignments.set(i, merge(known, more));
                return;
            }
        }
        assignments.add(more);
    }

    List<Assignment> all() {
        return List.copyOf(assignments);
    }

    private static Assignment merge(Assignment known, Assignment more) {
        return new Assignment(
                known.agency(),
                known.group(),
                known.request() || more.request(),
                known.within(),
                both(known.tasks(), more.tasks()),
                both(known.ownsObjectives(), more.ownsObjectives()),
                both(known.ownsIndicators(), more.ownsIndicators()),
                known.at());
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
