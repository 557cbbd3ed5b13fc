package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.Indicator;
import vn.binhquyen.intake.ReadPlan.Measure;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.intake.structure.Part;
import vn.binhquyen.intake.structure.Table;

/** The objectives with their indicators and targets. General aims without indicators are no objectives. */
final class Objectives {

    private final Indicators indicators;
    private final List<Building> objectives = new ArrayList<>();

    private Objectives(Catalogue catalogue) {
        this.indicators = new Indicators(catalogue);
    }

    /** An objective whose indicators are still being gathered. */
    private record Building(@Nullable String no, String title, Place at, List<Indicator> indicators) {}

    /** @param annex where a table of targets may stand when the plan itself sets none */
    static List<Objective> of(Outline outline, Outline annex, Catalogue catalogue) {
        var reader = new Objectives(catalogue);
        List<Node> parts = outline.partsOf(Part.OBJECTIVES).stream()
                .filter(part -> !AimHeadings.isGeneral(part))
                .toList();
        boolean measured = parts.stream().anyMatch(AimHeadings::holdsTargets);
        parts.stream()
                .filter(part -> !measured || AimHeadings.holdsTargets(part))
                .forEach(part -> reader.part(part, AimYears.of(part.foldedTitle())));
        reader.tables(outline);
        reader.tables(annex);
        return reader.objectives.stream()
                .filter(objective -> !objective.indicators().isEmpty() || objective.no() != null)
                .map(objective -> new Objective(
                        objective.no(), objective.title(), List.copyOf(objective.indicators()), objective.at()))
                .toList();
    }

    /** Tables of targets outside the part on objectives count where that part sets no target. */
    private void tables(Outline outline) {
        if (objectives.stream().allMatch(objective -> objective.indicators().isEmpty())) {
            outline.all().forEach(node -> {
                Table table = node.block().table();
                if (table != null && table.holdsTargets()) {
                    table(table, node, null, null);
                }
            });
        }
    }

    private void part(Node part, @Nullable Integer year) {
        Matcher numbered = AimHeadings.numbered(part);
        if (numbered.matches() && !AimHeadings.isIndicator(part)) {
            numbered(part, numbered, year);
        } else {
            walk(part, null, year);
        }
    }

    private Building numbered(Node node, Matcher numbered, @Nullable Integer due) {
        Building objective = open(node, numbered.group("no"), numbered.start("rest"));
        walk(node, objective, AimYears.later(due, AimYears.ofLeadIn(node)));
        inline(node, objective, due);
        return objective;
    }

    private void walk(Node node, @Nullable Building current, @Nullable Integer year) {
        Building objective = current;
        Integer due = year;
        boolean labelled =
                node.children().stream().anyMatch(child -> child.label().isPresent() || AimHeadings.isIndicator(child));
        for (Node child : node.children()) {
            if (child.part() != Part.OBJECTIVES) {
                continue;
            }
            Table table = child.block().table();
            if (table != null) {
                objective = table.holdsTargets() ? table(table, child, objective, due) : objective;
                continue;
            }
            String title = child.foldedTitle();
            if (AimHeadings.isGeneral(child) || AimHeadings.isLead(node, child, title) || LeadLines.isAlone(child)) {
                due = AimYears.later(due, AimYears.ofLeadIn(child));
                continue;
            }
            Matcher numbered = AimHeadings.numbered(child);
            Integer yearHead = AimYears.ofHead(title);
            if (numbered.matches() && !AimHeadings.isIndicator(child)) {
                objective = numbered(child, numbered, due);
            } else if (yearHead != null && !child.children().isEmpty()) {
                walk(child, objective, yearHead);
            } else if (AimHeadings.isIndicator(child)) {
                objective = objective == null ? open(node, null, -1) : objective;
                indicator(child, objective, due);
            } else if (AimHeadings.isContainer(child)) {
                walk(
                        child,
                        objective,
                        AimYears.later(AimYears.later(due, AimYears.of(title)), AimYears.ofLeadIn(child)));
            } else if (AimHeadings.isField(child, title)) {
                walk(
                        child,
                        open(child, String.valueOf(objectives.size() + 1), -1),
                        AimYears.later(due, AimYears.of(title)));
            } else if (AimHeadings.isFieldInOneLine(child, title)) {
                indicator(child, open(child, String.valueOf(objectives.size() + 1), -1), due);
            } else if (child.label().isPresent() || !labelled || (objective != null && AimHeadings.setsTarget(child))) {
                objective = objective == null ? open(node, null, -1) : objective;
                indicator(child, objective, due);
            }
        }
    }

    private Building open(Node node, @Nullable String no, int restFrom) {
        String words = restFrom < 0 ? node.title() : node.block().body().substring(restFrom);
        var objective = new Building(no, AimHeadings.tidyTitle(words), node.titlePlace(), new ArrayList<>());
        objectives.add(objective);
        return objective;
    }

    /** An objective that says its indicator in the same breath: "Mục tiêu 1: …, đến năm 2030 đạt 75 %". */
    private void inline(Node node, Building objective, @Nullable Integer year) {
        if (objective.indicators().isEmpty()
                && !TargetLanguage.read(node.block().body()).isEmpty()) {
            indicator(node, objective, year);
        }
    }

    /** Rows that only bear words open an objective, the others are its indicators. */
    private @Nullable Building table(Table table, Node node, @Nullable Building current, @Nullable Integer year) {
        Building objective = current;
        for (Table.Row row : table.rows()) {
            Optional<Table.Cell> section = TargetTable.section(table, row);
            Optional<Table.Cell> subject = TargetTable.subject(table, row);
            if (section.isPresent()) {
                objective = open(section.get());
            } else if (subject.isPresent()) {
                Node above = node.parent();
                objective = objective == null ? open(above == null ? node : above, null, -1) : objective;
                row(table, row, subject.get(), objective, year);
            }
        }
        return objective;
    }

    private Building open(Table.Cell section) {
        String words = section.text().substring(Label.of(section.text()).length());
        Matcher numbered = AimHeadings.named(words);
        boolean named = numbered.matches();
        String no = named ? numbered.group("no") : String.valueOf(objectives.size() + 1);
        String title = named ? words.substring(numbered.start("rest")) : words;
        var objective = new Building(no, AimHeadings.tidyTitle(title), section.at(), new ArrayList<>());
        objectives.add(objective);
        return objective;
    }

    private void row(Table table, Table.Row row, Table.Cell subject, Building objective, @Nullable Integer year) {
        var taken = new HashSet<String>();
        var measures = TargetTable.values(table, row, subject.text(), year).stream()
                .map(value -> indicators.measure(value.target(), subject.text(), null, taken, value.at()))
                .toList();
        add(objective, String.valueOf(objective.indicators().size() + 1), subject.text(), measures, subject.at());
    }

    private void indicator(Node node, Building objective, @Nullable Integer year) {
        String text = node.block().text();
        Matcher named = AimHeadings.indicator(node.block().body());
        boolean isNamed = named.lookingAt();
        int from = AimHeadings.isFieldInOneLine(node, node.foldedTitle())
                ? node.inline().from()
                : node.label().length() + (isNamed ? named.end() : 0);
        boolean counts = node.label().kind() == Label.Kind.DECIMAL
                || node.label().kind() == Label.Kind.LETTER && objective.no() == null;
        String number = isNamed ? named.group("no") : counts ? node.label().text() : null;
        String no = number == null
                ? String.valueOf(objective.indicators().size() + 1)
                : objective.no() == null ? number : number.substring(number.lastIndexOf('.') + 1);
        var whole = new StringBuilder(text.substring(from));
        node.children().forEach(child -> whole.append('\n').append(child.wholeText()));
        String words = Indicators.tidyWords(whole.toString());
        add(
                objective,
                no,
                words,
                indicators.measures(
                        words,
                        year,
                        target -> target.to() <= text.length() - from
                                ? node.block().place(from + target.from(), from + target.to())
                                : node.place()),
                node.block().place(from, text.length()));
    }

    private void add(Building objective, String no, String words, List<Measure> measures, Place at) {
        objective.indicators().add(indicators.made(no, words, measures, at));
    }
}
