package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.ReadPlan.AssignedTask;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.intake.ReadPlan.Role;
import vn.binhquyen.intake.extract.AgencyNames.Addressee;
import vn.binhquyen.intake.extract.Sentences.Sentence;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.intake.structure.Part;
import vn.binhquyen.intake.structure.Table;
import vn.binhquyen.kernel.VietnameseText;

/** Who has to do what: the agencies of the part on organisation, those named inside another's item too. */
final class Assignments {

    private static final Pattern CLOSING = Pattern.compile(
            "^(?:Trên đây là|Trong quá trình|Yêu cầu các|Kế hoạch này|Căn cứ Kế hoạch này|Căn cứ nội dung|(?:Uỷ|Ủy)"
                    + " ban nhân dân .{0,60}(?:yêu cầu|đề nghị)|UBND .{0,60}(?:yêu cầu|đề nghị)|Nhận được|Đề nghị các"
                    + " .{0,80}(?:nghiêm túc|triển khai thực hiện)).*",
            Pattern.DOTALL);
    private static final Pattern LEADS = Pattern.compile("^(?:.{0,80}?)(?<!\\p{L})chủ trì(?!\\p{L})", Pattern.DOTALL);
    private static final Pattern JOINS = Pattern.compile("^(?:\\p{L}+ ){0,2}(?:phối hợp|tham gia)(?!\\p{L})");
    private static final int BRIEF = 12;

    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Objective> objectives;

    private Assignments(List<Objective> objectives) {
        this.objectives = objectives;
    }

    /** @param annex where a table may give work to those whom the plan itself names or not */
    static List<Assignment> of(Outline outline, Outline annex, List<Objective> objectives) {
        var reader = new Assignments(objectives);
        outline.partsOf(Part.ORGANISATION).forEach(reader::walk);
        var merged = new MergedAssignments(reader.assignments);
        Stream.concat(outline.all(), annex.all()).forEach(node -> {
            Table table = node.block().table();
            if (table != null && table.holdsAssignments()) {
                AssignmentTable.of(table, node, objectives).forEach(merged::add);
            } else {
                LeadLines.of(node, objectives).forEach(merged::add);
                owners(node, objectives).forEach(merged::add);
            }
        });
        return merged.all();
    }

    /** Bodies that a sentence names beside the indicators they follow, where the item speaks to another or to none. */
    private static List<Assignment> owners(Node node, List<Objective> objectives) {
        if (node.part() != Part.ORGANISATION && node.part() != Part.REPORTING) {
            return List.of();
        }
        return Ownership.named(node.block().body(), objectives).stream()
                .map(owner -> new Assignment(
                        owner.body(),
                        AgencyWords.isCollective(owner.body()),
                        false,
                        null,
                        List.of(),
                        owner.owned().objectives(),
                        owner.owned().indicators(),
                        node.block()
                                .place(
                                        node.label().length() + owner.from(),
                                        node.label().length() + owner.to())))
                .toList();
    }

    private void walk(Node part) {
        long named = part.children().stream()
                .filter(child -> AgencyNames.of(child, false, false).isPresent())
                .count();
        boolean certain = named * 2 > part.children().size();
        for (Node child : part.children()) {
            if (child.part() != Part.ORGANISATION
                    || isClosing(child)
                    || child.block().table() != null) {
                continue;
            }
            Optional<Addressee> addressee = AgencyNames.of(child, certain, false);
            if (addressee.isPresent() && !headsBodies(child, addressee.get())) {
                assign(child, addressee.get(), null);
            } else {
                walk(child);
            }
        }
    }

    /** "Nhiệm vụ của các cơ quan, địa phương": a heading over those whom it means. */
    private static boolean headsBodies(Node node, Addressee addressee) {
        long named = node.children().stream()
                .filter(child -> AgencyNames.of(child, false, false).isPresent())
                .count();
        return AgencyWords.isCollective(addressee.name())
                && node.foldedTitle().matches("(?:nhiem vu|trach nhiem) .*")
                && named > 1
                && named * 2 > node.children().size();
    }

    private void assign(Node node, Addressee addressee, @Nullable String within) {
        int at = assignments.size();
        var tasks = new ArrayList<AssignedTask>();
        addSentences(tasks, node, addressee.end());
        gather(node, addressee, tasks);
        var words = tasks.stream().map(AssignedTask::text).toList();
        Ownership owned = Ownership.of(words, objectives);
        assignments.add(
                at,
                new Assignment(
                        addressee.name(),
                        AgencyWords.isCollective(addressee.name()),
                        addressee.request(),
                        within,
                        List.copyOf(tasks),
                        owned.objectives(),
                        owned.indicators(),
                        node.block()
                                .place(
                                        addressee.from(),
                                        Math.max(
                                                addressee.from() + 1,
                                                Math.min(
                                                        addressee.from()
                                                                + addressee
                                                                        .name()
                                                                        .length(),
                                                        node.block().text().length())))));
    }

    private void gather(Node node, Addressee addressee, List<AssignedTask> tasks) {
        for (Node child : node.children()) {
            if (isClosing(child)
                    || child.part() != Part.ORGANISATION
                    || child.block().table() != null) {
                continue;
            }
            Optional<Addressee> inner = AgencyNames.of(child, false, true);
            if (inner.isPresent()) {
                assign(child, inner.get(), addressee.name());
            } else if (child.label().kind() == Label.Kind.NONE) {
                addSentences(tasks, child, 0);
                gather(child, addressee, tasks);
            } else if (isSubheading(child)) {
                gather(child, addressee, tasks);
            } else {
                tasks.add(task(child.wholeText(), child.place()));
            }
        }
    }

    private static void addSentences(List<AssignedTask> tasks, Node node, int from) {
        String text = node.block().text();
        if (from >= text.length()) {
            return;
        }
        for (Sentence sentence : Sentences.of(text.substring(from))) {
            boolean leadIn = sentence.text().endsWith(":") && !node.children().isEmpty();
            if (sentence.text().length() > 3 && !leadIn) {
                tasks.add(task(sentence.text(), node.block().place(from + sentence.from(), from + sentence.to())));
            }
        }
    }

    static AssignedTask task(String words, vn.binhquyen.intake.Place at) {
        String text = words.strip();
        return new AssignedTask(text, role(VietnameseText.lower(text)), AgencyNames.partners(text), at);
    }

    private static Role role(String lower) {
        if (lower.contains("chủ trì") && LEADS.matcher(lower).find()) {
            return Role.LEAD;
        }
        boolean mayJoin = lower.contains("phối hợp") || lower.contains("tham gia");
        return mayJoin && JOINS.matcher(lower).find() ? Role.COORDINATE : Role.UNSPECIFIED;
    }

    private static boolean isSubheading(Node node) {
        return node.children().stream().anyMatch(child -> child.label().isPresent())
                && node.isHeadingLike()
                && node.block().body().split("\\s+", -1).length <= BRIEF;
    }

    private static boolean isClosing(Node node) {
        return node.label().kind() == Label.Kind.NONE
                && !node.block().isHeading()
                && CLOSING.matcher(node.block().text()).matches();
    }
}
