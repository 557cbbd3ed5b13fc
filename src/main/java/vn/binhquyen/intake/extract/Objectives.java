package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan.Indicator;
import vn.binhquyen.intake.ReadPlan.Measure;
import vn.binhquyen.intake.ReadPlan.Objective;
import vn.binhquyen.intake.extract.TargetLanguage.Target;
import vn.binhquyen.intake.structure.Label;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.intake.structure.Part;
import vn.binhquyen.intake.structure.Table;
import vn.binhquyen.kernel.Direction;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.statistics.NationalStrategy;

/** The objectives with their indicators and targets. General aims without indicators are no objectives. */
final class Objectives {

    private static final Pattern GENERAL = Pattern.compile("^muc tieu (?:chung|tong quat)");
    private static final Pattern OBJECTIVE =
            Pattern.compile("^(?:\\W*)muc tieu (?:so )?(?<no>\\d{1,2})(?!\\d)(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern CONTAINER = Pattern.compile(
            "^(?:cac |mot so )?(?:muc tieu|chi tieu)(?:,? (?:va )?(?:chi tieu|muc tieu))?(?: cu the| chu yeu| phan"
                    + " dau| co ban)*(?: den .*nam.*| nam.*| trong nam.*| giai doan.*)?$");
    private static final Pattern FIELD =
            Pattern.compile("^(?:ve |trong )?(?:linh vuc|doi song)|^(?:ve|trong) |^nhom (?:chi tieu|muc tieu)?");
    private static final Pattern FIELD_TOLD =
            Pattern.compile("(?:ve|trong|nhom|(?:cac )?linh vuc) (?!nam |thoi gian|giai doan|so |tong |do\\W)");
    private static final Pattern INDICATOR = Pattern.compile(
            "^(?:\\W*)chi tieu(?: so)?\\s*(?<no>\\d{1,2}(?:\\.\\d{1,2})*)?\\s*(?<mark>[:.]|(?=\\())\\s*");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "^(?:cac |chi tiet )*(?:muc tieu|chi tieu)[^.;]{0,60} (?:tai|theo|o|trong) (?:phu luc|bieu|bang)");
    private static final Pattern FALLS =
            Pattern.compile("(?<!\\p{L})(?:giảm|hạ|kéo giảm|không quá|xuống|dưới)(?!\\p{L})");

    private final Catalogue catalogue;
    private final List<Building> objectives = new ArrayList<>();

    private Objectives(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** An objective whose indicators are still being gathered. */
    private record Building(@Nullable String no, String title, Place at, List<Indicator> indicators) {}

    /** @param annex where a table of targets may stand when the plan itself sets none */
    static List<Objective> of(Outline outline, Outline annex, Catalogue catalogue) {
        var reader = new Objectives(catalogue);
        List<Node> parts = outline.partsOf(Part.OBJECTIVES).stream()
                .filter(part -> !GENERAL.matcher(part.foldedTitle()).find())
                .toList();
        boolean measured = parts.stream().anyMatch(Objectives::holdsTargets);
        parts.stream()
                .filter(part -> !measured || holdsTargets(part))
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

    /** Whether a part says what is aimed at in figures or numbers its aims; another only describes them. */
    private static boolean holdsTargets(Node part) {
        return part.all().anyMatch(node -> {
            Table table = node.block().table();
            return table != null
                    ? table.holdsTargets()
                    : isIndicator(node) || setsTarget(node) || numbered(node).matches();
        });
    }

    private void part(Node part, @Nullable Integer year) {
        Matcher numbered = numbered(part);
        if (numbered.matches() && !isIndicator(part)) {
            numbered(part, numbered, year);
        } else {
            walk(part, null, year);
        }
    }

    private static Matcher numbered(Node node) {
        return OBJECTIVE.matcher(VietnameseText.fold(node.block().body()));
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
                node.children().stream().anyMatch(child -> child.label().isPresent() || isIndicator(child));
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
            if (GENERAL.matcher(title).find() || isLead(node, child, title) || LeadLines.isAlone(child)) {
                due = AimYears.later(due, AimYears.ofLeadIn(child));
                continue;
            }
            Matcher numbered = numbered(child);
            Integer yearHead = AimYears.ofHead(title);
            if (numbered.matches() && !isIndicator(child)) {
                objective = numbered(child, numbered, due);
            } else if (yearHead != null && !child.children().isEmpty()) {
                walk(child, objective, yearHead);
            } else if (isIndicator(child)) {
                objective = objective == null ? open(node, null, -1) : objective;
                indicator(child, objective, due);
            } else if (CONTAINER.matcher(title).matches() && (!child.children().isEmpty() || !child.hasInline())) {
                walk(
                        child,
                        objective,
                        AimYears.later(AimYears.later(due, AimYears.of(title)), AimYears.ofLeadIn(child)));
            } else if (isField(child, title)) {
                walk(
                        child,
                        open(child, String.valueOf(objectives.size() + 1), -1),
                        AimYears.later(due, AimYears.of(title)));
            } else if (isFieldInOneLine(child, title)) {
                indicator(child, open(child, String.valueOf(objectives.size() + 1), -1), due);
            } else if (child.label().isPresent() || !labelled || (objective != null && setsTarget(child))) {
                objective = objective == null ? open(node, null, -1) : objective;
                indicator(child, objective, due);
            }
        }
    }

    private static boolean setsTarget(Node node) {
        return !node.block().body().strip().endsWith(":")
                && !TargetLanguage.read(node.block().body()).isEmpty();
    }

    /** Words that only lead in to what follows, or an aim beside a list of indicators. */
    private static boolean isLead(Node parent, Node child, String title) {
        boolean aimBesideIndicators = title.equals("muc tieu")
                && parent.children().stream()
                        .anyMatch(other -> other.foldedTitle().matches("(?:cac )?chi tieu.*"));
        boolean leadIn = child.children().isEmpty()
                && child.label().kind() == Label.Kind.NONE
                && child.block().body().strip().endsWith(":");
        boolean refers = child.children().isEmpty() && ELSEWHERE.matcher(title).find();
        return aimBesideIndicators || leadIn || refers;
    }

    private static boolean isIndicator(Node node) {
        String body = VietnameseText.fold(node.block().body());
        Matcher match = INDICATOR.matcher(body);
        boolean leads = body.strip().endsWith(":")
                && node.children().stream().anyMatch(child -> child.label().isPresent());
        return match.lookingAt() && match.end() < body.strip().length() && !leads;
    }

    private static boolean isField(Node node, String title) {
        boolean holdsItems = node.children().stream()
                .anyMatch(child -> child.label().isPresent() || isIndicator(child) || setsTarget(child));
        return holdsItems
                && node.isHeadingLike()
                && (FIELD.matcher(title).find()
                        || node.block().isBold()
                        || node.block().isHeading()
                        || node.label().kind() == Label.Kind.DECIMAL
                        || node.label().kind() == Label.Kind.LETTER)
                && TargetLanguage.read(node.block().body()).isEmpty();
    }

    /** "2.1. Lĩnh vực y tế: trên 95 % …": a field with its targets in the same paragraph. */
    private static boolean isFieldInOneLine(Node node, String title) {
        Label.Kind kind = node.label().kind();
        return (kind == Label.Kind.DECIMAL || kind == Label.Kind.LETTER)
                && node.hasInline()
                && FIELD_TOLD.matcher(title).lookingAt()
                && TargetLanguage.read(node.title()).isEmpty()
                && !TargetLanguage.read(node.inline().text()).isEmpty();
    }

    private Building open(Node node, @Nullable String no, int restFrom) {
        String words = restFrom < 0 ? node.title() : node.block().body().substring(restFrom);
        var objective = new Building(no, tidyTitle(words), node.titlePlace(), new ArrayList<>());
        objectives.add(objective);
        return objective;
    }

    private static String tidyTitle(String words) {
        return VietnameseText.squeeze(
                words.strip().replaceFirst("^[\\s:.–-]+", "").replaceFirst("[\\s:.;]+$", ""));
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
        Matcher numbered = OBJECTIVE.matcher(VietnameseText.fold(words));
        boolean named = numbered.matches();
        String no = named ? numbered.group("no") : String.valueOf(objectives.size() + 1);
        String title = named ? words.substring(numbered.start("rest")) : words;
        var objective = new Building(no, tidyTitle(title), section.at(), new ArrayList<>());
        objectives.add(objective);
        return objective;
    }

    private void row(Table table, Table.Row row, Table.Cell subject, Building objective, @Nullable Integer year) {
        var taken = new HashSet<String>();
        var measures = TargetTable.values(table, row, subject.text(), year).stream()
                .map(value -> measure(value.target(), subject.text(), null, taken, value.at()))
                .toList();
        add(objective, String.valueOf(objective.indicators().size() + 1), subject.text(), measures, subject.at());
    }

    private void indicator(Node node, Building objective, @Nullable Integer year) {
        String text = node.block().text();
        Matcher named = INDICATOR.matcher(VietnameseText.fold(node.block().body()));
        boolean isNamed = named.lookingAt();
        int from = isFieldInOneLine(node, node.foldedTitle())
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
        String words = tidyWords(whole.toString());
        add(
                objective,
                no,
                words,
                measures(
                        words,
                        year,
                        target -> target.to() <= text.length() - from
                                ? node.block().place(from + target.from(), from + target.to())
                                : node.place()),
                node.block().place(from, text.length()));
    }

    /** The indicator that words say which somebody chose, wherever they stand. */
    static Indicator chosen(String text, Catalogue catalogue, Function<Target, Place> places, Place at) {
        String words = tidyWords(text);
        var reader = new Objectives(catalogue);
        return reader.made(null, words, reader.measures(words, null, places), at);
    }

    /** Where the words of an indicator begin behind "Chỉ tiêu 2:". */
    static int afterName(String body) {
        Matcher named = INDICATOR.matcher(VietnameseText.fold(body));
        return named.lookingAt() ? named.end() : 0;
    }

    private static String tidyWords(String text) {
        return text.strip().replaceFirst("[;.,]+$", "");
    }

    private List<Measure> measures(String words, @Nullable Integer year, Function<Target, Place> places) {
        var taken = new HashSet<String>();
        return TargetLanguage.read(words).stream()
                .map(target -> measure(target, words, year, taken, places.apply(target)))
                .toList();
    }

    private void add(Building objective, String no, String words, List<Measure> measures, Place at) {
        objective.indicators().add(made(no, words, measures, at));
    }

    private Indicator made(@Nullable String no, String words, List<Measure> measures, Place at) {
        String code = measures.isEmpty()
                ? catalogue
                        .match(words, words, Set.of())
                        .map(NationalStrategy.Measure::code)
                        .orElse(null)
                : measures.getFirst().catalogue();
        return new Indicator(no, words, direction(code, words, !measures.isEmpty()), measures, code, at);
    }

    private Measure measure(Target target, String whole, @Nullable Integer year, Set<String> taken, Place at) {
        String code = catalogue
                .match(target.what(), whole, taken)
                .map(NationalStrategy.Measure::code)
                .orElse(null);
        if (code != null) {
            taken.add(code);
        }
        return new Measure(
                target.what(),
                target.comparator(),
                target.value(),
                target.high(),
                target.unit(),
                target.baseline(),
                target.byYear() == null ? year : target.byYear(),
                target.frequency(),
                code,
                at);
    }

    private static Direction direction(@Nullable String code, String words, boolean measured) {
        if (!measured) {
            return Direction.NONE;
        }
        if (code != null) {
            return NationalStrategy.shipped().find(code).orElseThrow().direction();
        }
        return FALLS.matcher(VietnameseText.lower(words)).find() ? Direction.DOWN : Direction.UP;
    }
}
