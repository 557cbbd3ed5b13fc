package vn.binhquyen.intake.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.KnownDocument;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.ReadPlan.ReportingDuty;
import vn.binhquyen.intake.ReadPlan.Source;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.intake.structure.Blocks;
import vn.binhquyen.intake.structure.Node;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.intake.structure.Outlines;
import vn.binhquyen.intake.structure.Part;
import vn.binhquyen.statistics.NationalStrategy;

/** Puts a plan together from what each reader finds in its part of the text. */
public final class PlanExtractor {

    private static final int PARTS_OF_A_PLAN = 3;

    private static final Pattern ENACTS = Pattern.compile("(?iu)QUYẾT ĐỊNH\\W*|điều 1\\W.*", Pattern.DOTALL);

    private static final Pattern LATER_ARTICLE = Pattern.compile("Điều (?:[2-9]|\\d\\d)[.:]");

    private final Catalogue catalogue = new Catalogue(NationalStrategy.shipped());

    /**
     * What a text turned out to be: a plan, another document, or neither where no heading says what.
     *
     * @param paragraphs of the whole text
     */
    public record Result(@Nullable ReadPlan plan, @Nullable KnownDocument other, List<Block> paragraphs) {}

    public Result extract(String file, DocumentText text) {
        Zones zones = Zones.of(text);
        Blocks blocks = Blocks.of(text);
        List<Block> body = blocks.between(zones.bodyFrom(), zones.bodyTo());
        int sections = Outlines.firstSection(body);
        Outline outline = Outline.of(body.subList(sections, body.size()));
        boolean named = zones.type() == DocumentType.KE_HOACH;
        if (!named && !(zones.type() == null && looksLikePlan(outline))) {
            DocumentType type = zones.type();
            return new Result(null, type == null ? null : OtherDocuments.of(text, zones, type), blocks.all());
        }
        ReadPlan plan = plan(file, text, zones, blocks, body.subList(0, sections), outline, body);
        return new Result(plan, null, blocks.all());
    }

    private ReadPlan plan(
            String file,
            DocumentText text,
            Zones zones,
            Blocks blocks,
            List<Block> preamble,
            Outline outline,
            List<Block> body) {
        Header header = Header.of(text, zones, preamble);
        var places = new LinkedHashMap<>(header.places());
        if (zones.typeLine() >= 0) {
            String heading = text.lines().get(zones.typeLine()).text();
            places.put("documentType", new Place(zones.typeLine() + 1, 1, heading.length()));
        }
        Outline annex = Outline.of(blocks.between(zones.annexFrom(), zones.annexTo()));
        Purposes purposes = Purposes.of(outline, places);
        var objectives = Objectives.of(outline, annex, catalogue);
        Tail tail = Tail.of(text, zones);
        return new ReadPlan(
                new Source(file, text.format(), text.ocr(), text.lines().size(), text.pageStarts()),
                DocumentType.KE_HOACH,
                header.number(),
                header.symbol(),
                header.issuer(),
                header.place(),
                header.issuedOn(),
                header.title(),
                header.period(),
                LegalBases.of(bases(blocks, zones, preamble, outline), header.issuer()),
                purposes.purposes(),
                purposes.requirements(),
                objectives,
                TaskGroups.of(outline, objectives),
                Assignments.of(outline, annex, objectives),
                Budget.of(outline),
                outsideArticles(Reporting.of(outline, annex, header.yearsOfDays()), body),
                Events.of(outline, body, annex, header.yearsOfDays()),
                tail.recipients(),
                tail.signatory(),
                places,
                List.of());
    }

    /** The articles behind the first say who carries out a decision, not when its plan is reported on. */
    private static List<ReportingDuty> outsideArticles(List<ReportingDuty> duties, List<Block> body) {
        int article = body.stream()
                .filter(block -> LATER_ARTICLE.matcher(block.text()).lookingAt())
                .mapToInt(block -> block.firstLine().number())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        int last = body.isEmpty() ? 0 : body.getLast().firstLine().number();
        return duties.stream()
                .filter(duty -> duty.at() == null
                        || duty.at().line() < article
                        || duty.at().line() > last)
                .toList();
    }

    /** The paragraphs that name bases: those of the cover where there is one, else the preamble and a part of its own. */
    private static List<Block> bases(Blocks blocks, Zones zones, List<Block> preamble, Outline outline) {
        Zones.Cover cover = zones.cover();
        Stream<Block> own = preamble.stream().filter(block -> !block.text().startsWith("("));
        if (cover != null) {
            var ofCover = blocks.between(cover.bodyFrom(), cover.bodyTo()).stream()
                    .takeWhile(block -> !ENACTS.matcher(block.text()).matches());
            return Stream.concat(ofCover, own).toList();
        }
        return Stream.concat(
                        own,
                        outline.partsOf(Part.BASES).stream().flatMap(Node::all).map(Node::block))
                .toList();
    }

    private static boolean looksLikePlan(Outline outline) {
        Optional<Part> organised = outline.all()
                .map(Node::part)
                .filter(part -> part == Part.ORGANISATION)
                .findFirst();
        long kinds = outline.all()
                .map(Node::part)
                .filter(part -> part != Part.OTHER)
                .distinct()
                .count();
        return organised.isPresent() && kinds >= PARTS_OF_A_PLAN;
    }
}
