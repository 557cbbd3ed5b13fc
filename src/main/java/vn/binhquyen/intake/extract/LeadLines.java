package vn.binhquyen.intake.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.AssignedTask;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.intake.ReadPlan.Role;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Part;
import vn.binhquyen.kernel.VietnameseText;

/** "Đơn vị chủ trì: …" under or after a task names who has to do it. */
final class LeadLines {

    private static final String DOES =
            "(?:chủ trì|thực hiện|chịu trách nhiệm|đầu mối|phụ trách|theo dõi|báo cáo|tổng hợp|tham mưu)";
    private static final Pattern LINE = Pattern.compile(
            "(?<!\\p{L})(?:(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận)(?:(?:,| và|/) ?(?:đơn vị|cơ quan|bộ phận))?\\s+" + DOES
                    + "(?:,?(?: và)? (?:chính|" + DOES + "))*|(?:[Cc]hủ trì|[Tt]heo dõi|[Pp]hụ trách)(?:\\s+thực"
                    + " hiện)?)\\s*:\\s*(?<bodies>[^.;:)]+)");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("\\(\\s*(?:(?:do|[Gg]iao(?: cho)?)\\s+)?(?<bodies>\\p{Lu}[^():;\\d]+?)(?:\\s+" + DOES
                    + "(?:,?(?: và)?\\s+" + DOES + ")*)?\\s*\\)[\\s.;]*$");
    private static final Pattern JOINS = Pattern.compile(
            "(?<!\\p{L})(?:(?:[Cc]ơ quan|[Đđ]ơn vị)\\s+)?[Pp]hối hợp(?:\\s+thực hiện)?\\s*:\\s*(?<bodies>[^.;:)]+)");

    private static final Pattern OBJECTIVE = Pattern.compile("^muc tieu (?:so )?(?<no>\\d{1,2})(?!\\d)");

    private LeadLines() {}

    /** Whether the paragraph only says who leads or joins. */
    static boolean isAlone(Node node) {
        String body = node.block().body().strip();
        return LINE.matcher(body).lookingAt() || JOINS.matcher(body).lookingAt();
    }

    /** The number of the objective under which the line stands. */
    private static Optional<String> objective(Node node) {
        for (Node above = node.parent(); above != null; above = above.parent()) {
            Matcher named = OBJECTIVE.matcher(above.foldedTitle());
            if (named.find()) {
                return Optional.of(named.group("no"));
            }
        }
        return Optional.empty();
    }

    static List<Assignment> of(Node node, List<Objective> objectives) {
        Ownership owned = at(node, objectives);
        return owned == null ? leaders(node) : followers(node, owned);
    }

    /** Who follows the indicator or the objective at which the words stand. */
    private static List<Assignment> followers(Node node, Ownership owned) {
        String text = node.block().text();
        Matcher line = LINE.matcher(text);
        Matcher brackets = IN_BRACKETS.matcher(text);
        Matcher named = line.find() ? line : brackets.find() ? brackets : null;
        if (named == null) {
            return List.of();
        }
        Place at = node.block().place(named.start("bodies"), named.end("bodies"));
        return AgencyNames.list(named.group("bodies")).stream()
                .filter(AgencyWords::beginAgency)
                .map(body -> new Assignment(
                        body,
                        AgencyWords.isCollective(body),
                        false,
                        null,
                        List.of(),
                        owned.objectives(),
                        owned.indicators(),
                        at))
                .toList();
    }

    /** The indicator or objective that was read from the node's own line or from the nearest above it. */
    private static @Nullable Ownership at(Node node, List<Objective> objectives) {
        for (Node above = node; above != null && above.part() == Part.OBJECTIVES; above = above.parent()) {
            int line = above.place().line();
            for (Objective objective : objectives) {
                for (var indicator : objective.indicators()) {
                    if (indicator.no() != null
                            && indicator.at() != null
                            && indicator.at().line() == line) {
                        String no = objective.no() == null ? indicator.no() : objective.no() + "." + indicator.no();
                        return new Ownership(List.of(), List.of(no));
                    }
                }
                if (objective.no() != null
                        && objective.at() != null
                        && objective.at().line() == line) {
                    return new Ownership(List.of(objective.no()), List.of());
                }
            }
        }
        return null;
    }

    private static List<Assignment> leaders(Node node) {
        String text = node.block().text();
        Matcher line = LINE.matcher(text);
        Node above = node.parent();
        if (text.indexOf(':') < 0 || !line.find()) {
            return List.of();
        }
        boolean alone = text.substring(node.label().length(), line.start()).isBlank();
        Node owner = alone && above != null ? above : node;
        String task = alone && above != null
                ? above.title()
                : VietnameseText.withoutEnd(text.substring(node.label().length(), line.start()), "(,.;-");
        Matcher joins = JOINS.matcher(text);
        List<String> partners = joins.find() ? AgencyNames.list(joins.group("bodies")) : List.of();
        List<String> objectives = objective(node).stream().toList();
        Place at = node.block().place(line.start("bodies"), line.end("bodies"));
        return AgencyNames.list(line.group("bodies")).stream()
                .filter(AgencyWords::beginAgency)
                .map(body -> new Assignment(
                        body,
                        AgencyWords.isCollective(body),
                        false,
                        null,
                        List.of(new AssignedTask(task, Role.LEAD, partners, owner.place())),
                        objectives,
                        List.of(),
                        at))
                .toList();
    }
}
