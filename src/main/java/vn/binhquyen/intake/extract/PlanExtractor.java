package vn.binhquyen.intake.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
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

    private final Catalogue catalogue = new Catalogue(NationalStrategy.shipped());

    /** What a text turned out to be: {@code plan} is null where it is no plan, {@code type} where no heading says what. */
    public record Result(@Nullable ReadPlan plan, @Nullable DocumentType type) {}

    public Result extract(String file, DocumentText text) {
        Zones zones = Zones.of(text);
        List<Block> body = Blocks.of(text, zones.bodyFrom(), zones.tailFrom());
        int sections = Outlines.firstSection(body);
        Outline outline = Outline.of(body.subList(sections, body.size()));
        boolean named = zones.type() == DocumentType.KE_HOACH;
        if (!named && !(zones.type() == null && looksLikePlan(outline))) {
            return new Result(null, zones.type());
        }
        return new Result(plan(file, text, zones, body.subList(0, sections), outline, body), DocumentType.KE_HOACH);
    }

    private ReadPlan plan(
            String file, DocumentText text, Zones zones, List<Block> preamble, Outline outline, List<Block> body) {
        Header header = Header.of(text, zones, preamble);
        var places = new LinkedHashMap<>(header.places());
        if (zones.typeLine() >= 0) {
            String heading = text.lines().get(zones.typeLine()).text();
            places.put("documentType", new Place(zones.typeLine() + 1, 1, heading.length()));
        }
        Purposes purposes = Purposes.of(outline, places);
        var objectives = Objectives.of(outline, catalogue);
        Tail tail = Tail.of(text, zones);
        var basesText = Stream.concat(
                        preamble.stream(),
                        outline.partsOf(Part.BASES).stream().flatMap(Node::all).map(Node::block))
                .toList();
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
                LegalBases.of(basesText, header.issuer()),
                purposes.purposes(),
                purposes.requirements(),
                objectives,
                TaskGroups.of(outline, objectives),
                Assignments.of(outline),
                Budget.of(outline),
                Reporting.of(outline),
                Events.of(body, header.period()),
                tail.recipients(),
                tail.signatory(),
                places,
                List.of());
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
