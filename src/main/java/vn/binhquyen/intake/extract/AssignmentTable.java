package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.ReadPlan.AssignedTask;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.intake.ReadPlan.Role;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.intake.structure.Column;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Table;
import vn.binhquyen.intake.structure.Table.Cell;
import vn.binhquyen.intake.structure.Table.Row;
import vn.binhquyen.kernel.VietnameseText;

/** Reads the rows of a table of work: what has to be done, who leads, who joins. */
final class AssignmentTable {

    private static final Pattern DITTO = Pattern.compile("^[-–\\s]*(?:nt|như trên|″|\"|〃|//)[-–\\s.]*$");

    /** "1, 4, 11": the numbers of the indicators that the row gives to somebody. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(?:số )?\\d{1,2}(?:\\.\\d{1,2})?(?:\\s*(?:[,;]|và|-|–|đến)\\s*\\d{1,2}(?:\\.\\d{1,2})?)*\\.?");

    private AssignmentTable() {}

    static List<Assignment> of(Table table, Node node, List<Objective> objectives) {
        var assignments = new ArrayList<Assignment>();
        List<String> before = List.of();
        for (Row row : table.rows()) {
            Optional<Cell> subject = table.cell(row, Column.Role.SUBJECT)
                    .filter(cell -> NUMBERS.matcher(cell.text()).matches())
                    .map(cell -> new Cell("Chỉ tiêu " + cell.text(), cell.at()))
                    .or(() -> TargetTable.subject(table, row));
            Optional<Cell> lead = table.cell(row, Column.Role.LEAD);
            if (subject.isEmpty() || lead.isEmpty()) {
                continue;
            }
            boolean ditto =
                    DITTO.matcher(VietnameseText.lower(lead.get().text())).matches();
            List<String> bodies = ditto ? before : AgencyNames.list(lead.get().text());
            before = bodies;
            List<String> partners = table.cell(row, Column.Role.PARTNER)
                    .map(cell -> AgencyNames.list(cell.text()))
                    .orElse(List.of());
            var task = new AssignedTask(
                    subject.get().text(), Role.LEAD, partners, subject.get().at());
            String followed = table.holdsTargets() ? indicator(subject.get().text(), objectives) : null;
            var claims =
                    new ArrayList<String>(List.of("Thực hiện " + subject.get().text()));
            table.cell(row, Column.Role.FOLLOWED).map(Cell::text).ifPresent(list -> claims.add("Chỉ tiêu " + list));
            Ownership owned = Ownership.of(claims, objectives);
            for (String body : bodies) {
                assignments.add(new Assignment(
                        body,
                        AgencyWords.isCollective(body),
                        false,
                        null,
                        followed == null ? List.of(task) : List.of(),
                        owned.objectives(),
                        followed == null ? owned.indicators() : List.of(followed),
                        lead.get().at()));
            }
        }
        return assignments;
    }

    /** The number of the indicator that the row sets ("2.3"). */
    private static @Nullable String indicator(String subject, List<Objective> objectives) {
        for (Objective objective : objectives) {
            for (var indicator : objective.indicators()) {
                if (indicator.text().equals(subject)) {
                    return objective.no() == null ? indicator.no() : objective.no() + "." + indicator.no();
                }
            }
        }
        return null;
    }
}
