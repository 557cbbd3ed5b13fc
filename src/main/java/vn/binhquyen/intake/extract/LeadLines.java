package vn.binhquyen.intake.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.AssignedTask;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.Role;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.intake.structure.Node;

/** "Đơn vị chủ trì: …" under or after a task names who has to do it. */
final class LeadLines {

    private static final Pattern LINE = Pattern.compile(
            "(?<!\\p{L})(?:(?:[Cc]ơ quan|[Đđ]ơn vị)(?:, (?:đơn vị|cơ quan))?\\s+(?:chủ trì|thực hiện|chịu trách"
                    + " nhiệm|đầu mối|phụ trách)(?:\\s+(?:thực hiện|chính|tham mưu))?|[Cc]hủ trì(?:\\s+thực"
                    + " hiện)?)\\s*:\\s*(?<bodies>[^.;:)]+)");
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

    static List<Assignment> of(Node node) {
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
                : text.substring(node.label().length(), line.start()).replaceFirst("[\\s(,.;-]+$", "");
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
