package vn.binhquyen.intake.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.kernel.Names;

/**
 * Does the same task stand twice with one agency, twice among the groups of tasks, or the same indicator twice? One task
 * given to several agencies is no repetition.
 */
final class RepeatedText implements Rule {

    private static final int SHORTEST = 25;

    @Override
    public String id() {
        return "repeated-text";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    private record Told(String text, String path, @Nullable Place at) {}

    @Override
    public List<Doubt> ask(InHand hand) {
        ReadPlan plan = hand.plan();
        var doubts = new ArrayList<Doubt>();
        for (int a = 0; a < plan.assignments().size(); a++) {
            var own = new ArrayList<Told>();
            var tasks = plan.assignments().get(a).tasks();
            for (int t = 0; t < tasks.size(); t++) {
                own.add(new Told(
                        tasks.get(t).text(),
                        "assignments/" + a + "/tasks/" + t,
                        tasks.get(t).at()));
            }
            repeated(own, doubts);
        }
        var grouped = new ArrayList<Told>();
        for (int g = 0; g < plan.taskGroups().size(); g++) {
            var tasks = plan.taskGroups().get(g).tasks();
            for (int t = 0; t < tasks.size(); t++) {
                grouped.add(new Told(
                        tasks.get(t).text(),
                        "taskGroups/" + g + "/tasks/" + t,
                        tasks.get(t).at()));
            }
        }
        repeated(grouped, doubts);
        var indicators = new ArrayList<Told>();
        for (int o = 0; o < plan.objectives().size(); o++) {
            var list = plan.objectives().get(o).indicators();
            for (int i = 0; i < list.size(); i++) {
                indicators.add(new Told(
                        list.get(i).text(),
                        "objectives/" + o + "/indicators/" + i,
                        list.get(i).at()));
            }
        }
        repeated(indicators, doubts);
        return doubts;
    }

    private static void repeated(List<Told> all, List<Doubt> doubts) {
        Map<String, Told> first = new LinkedHashMap<>();
        for (Told told : all) {
            String plain = Names.normalise(told.text());
            Told before = plain.length() < SHORTEST ? null : first.putIfAbsent(plain, told);
            if (before != null) {
                String line =
                        before.at() == null ? "" : String.valueOf(before.at().line());
                doubts.add(new Doubt("", told.path(), told.at(), told.text(), line));
            }
        }
    }
}
