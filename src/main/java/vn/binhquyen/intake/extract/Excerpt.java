package vn.binhquyen.intake.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.ReadPlan.AssignedTask;
import vn.binhquyen.intake.ReadPlan.Assignment;
import vn.binhquyen.intake.ReadPlan.ReportKind;
import vn.binhquyen.intake.ReadPlan.ReportingDuty;
import vn.binhquyen.intake.extract.TargetLanguage.Target;
import vn.binhquyen.intake.structure.AgencyWords;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.intake.structure.Blocks;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.kernel.VietnameseDates;
import vn.binhquyen.kernel.VietnameseText;
import vn.binhquyen.statistics.NationalStrategy;

/**
 * Words that somebody chose in a document, read as what that person says they are, by the same grammar that reads whole
 * documents.
 */
public final class Excerpt {
    private static final Catalogue CATALOGUE = new Catalogue(NationalStrategy.shipped());

    private final DocumentText text;
    private final Place place;
    private final List<Block> blocks;

    /** How many characters of the first line stand before the chosen ones. */
    private final int shift;

    private Excerpt(DocumentText text, Place place) {
        this.text = text;
        this.place = place;
        this.shift = place.column() - 1;
        this.blocks = blocks();
    }

    /** @param place within the text */
    public static Excerpt of(DocumentText text, Place place) {
        return new Excerpt(text, place);
    }

    /** The chosen words as paragraphs: lines that a file wrapped are joined, labels are left away at the beginning. */
    public String words() {
        var words = new StringBuilder();
        for (Block block : blocks) {
            words.append(words.isEmpty() ? block.body() : "\n" + block.text());
        }
        return words.toString().strip();
    }

    /** What words say as an indicator that stand in no document. */
    public static ReadPlan.Indicator indicator(String words) {
        var nowhere = new Place(1, 1, 0);
        return Indicators.chosen(words, CATALOGUE, target -> nowhere, nowhere);
    }

    public ReadPlan.Indicator indicator() {
        Block first = blocks.getFirst();
        int from = first.label().length() + AimHeadings.afterName(first.body());
        String rest = words().substring(Math.min(AimHeadings.afterName(first.body()), words().length()));
        int lead = rest.length() - rest.stripLeading().length();
        Function<Target, Place> places =
                target -> from + lead + target.to() <= first.text().length()
                        ? moved(first.place(from + lead + target.from(), from + lead + target.to()))
                        : place;
        return Indicators.chosen(rest, CATALOGUE, places, place);
    }

    /** A task of the agency that its words give it to, or else of the given one; an empty name is nobody's. */
    public Assignment task(String otherwise) {
        Node node = Outline.of(blocks).roots().getFirst();
        Optional<AgencyNames.Addressee> to = AgencyNames.of(node, false, false);
        AssignedTask task = Assignments.task(words(), place);
        String agency = to.map(AgencyNames.Addressee::name).orElse(otherwise);
        boolean request = to.map(AgencyNames.Addressee::request).orElse(false);
        return new Assignment(
                agency, AgencyWords.isCollective(agency), request, null, List.of(task), List.of(), List.of(), place);
    }

    public Assignment agency() {
        String name = VietnameseText.withoutEnd(VietnameseText.squeeze(words()), ":.,;");
        return new Assignment(
                name, AgencyWords.isCollective(name), false, null, List.of(), List.of(), List.of(), place);
    }

    /** The documents that the words cite; nothing where they cite none. */
    public List<ReadPlan.LegalBasis> bases(ReadPlan.@Nullable Issuer issuer) {
        return LegalBases.of(blocks, issuer).stream()
                .map(basis -> new ReadPlan.LegalBasis(
                        basis.type(),
                        basis.number(),
                        basis.issuedOn(),
                        basis.issuer(),
                        basis.title(),
                        basis.parentPlan(),
                        basis.at() == null ? place : moved(basis.at())))
                .toList();
    }

    /** What is to be reported by the dates in the words; one duty without a date where they name none. */
    public List<ReportingDuty> duties(ReadPlan.@Nullable Period period) {
        List<ReportingDuty> spoken = Reporting.of(Outline.of(blocks), Outline.of(List.of()), period).stream()
                .map(duty -> at(duty, duty.at() == null ? place : moved(duty.at())))
                .toList();
        if (!spoken.isEmpty()) {
            return spoken;
        }
        ReportKind kind = Reporting.lastKind(words())
                .or(() -> Reporting.lastKind(linesAround()))
                .orElse(ReportKind.YEAR);
        var duties = new ArrayList<ReportingDuty>();
        for (VietnameseDates.Found found : VietnameseDates.find(words())) {
            boolean recurring = found.date().year() == null;
            duties.add(new ReportingDuty(kind, found.date(), recurring, List.of(), null, null, place));
        }
        return duties.isEmpty()
                ? List.of(new ReportingDuty(kind, null, false, List.of(), null, null, place))
                : List.copyOf(duties);
    }

    private static ReportingDuty at(ReportingDuty duty, Place place) {
        return new ReportingDuty(
                duty.kind(), duty.dueOn(), duty.recurring(), duty.from(), duty.to(), duty.via(), place);
    }

    private String linesAround() {
        return text.lines().get(place.line() - 1).text();
    }

    /** A place in the cut lines as one in the document. */
    private Place moved(Place inside) {
        return inside.line() == place.line()
                ? new Place(inside.line(), inside.column() + shift, inside.length())
                : inside;
    }

    private List<Block> blocks() {
        var lines = new ArrayList<>(text.lines());
        int left = place.length();
        int number = place.line();
        for (int from = shift; left > 0 && number <= lines.size(); from = 0) {
            DocumentText.Line line = lines.get(number - 1);
            int to = Math.min(line.text().length(), from + left);
            lines.set(number - 1, cut(line, from, to));
            left -= to - from + 1;
            number++;
        }
        var cut = new DocumentText(text.format(), text.ocr(), lines);
        List<Block> chosen = Blocks.of(cut).between(place.line() - 1, number - 1);
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("nothing is chosen: " + place);
        }
        return chosen;
    }

    /** A part of a line; the part of a cell stands by itself. */
    private static DocumentText.Line cut(DocumentText.Line line, int from, int to) {
        boolean whole = from == 0 && to == line.text().length();
        return new DocumentText.Line(
                line.number(),
                line.text().substring(from, to),
                line.heading(),
                line.centred(),
                from == 0 ? line.autoLabel() : 0,
                whole ? line.spans() : List.of(),
                null,
                line.page());
    }
}
