package vn.binhquyen.intake.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.DocumentType;
import vn.binhquyen.intake.KnownDocument;
import vn.binhquyen.intake.extract.Zones.Segment;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.intake.structure.Blocks;
import vn.binhquyen.intake.structure.Outlines;
import vn.binhquyen.kernel.VietnameseText;

/** Reads the head and the bases of a document that is no plan. */
final class OtherDocuments {

    private static final Pattern ENACTS = Pattern.compile("(?iu)QUYẾT (?:ĐỊNH|NGHỊ)\\W*|điều 1\\W.*", Pattern.DOTALL);
    private static final Pattern SUBJECT = Pattern.compile("^(?:V/v|Về việc|v/v)\\s*:?\\s*");

    private OtherDocuments() {}

    static KnownDocument of(DocumentText text, Zones zones, DocumentType type) {
        List<Block> body = Blocks.of(text).between(zones.bodyFrom(), zones.bodyTo());
        List<Block> preamble = body.subList(0, Outlines.firstSection(body)).stream()
                .takeWhile(block -> !ENACTS.matcher(block.text()).matches())
                .filter(LegalBases::opensBasis)
                .toList();
        Header header = Header.of(text, zones, preamble);
        String title = type == DocumentType.CONG_VAN ? subject(text, zones) : header.title();
        return new KnownDocument(
                type,
                header.number(),
                header.issuer(),
                header.issuedOn(),
                title,
                LegalBases.of(preamble, header.issuer()));
    }

    /** "V/v …" under the number of a letter, over one line or several of its column. */
    private static @Nullable String subject(DocumentText text, Zones zones) {
        var subject = new StringBuilder();
        for (var line : text.lines().subList(0, zones.headTo())) {
            for (Segment segment : Zones.segments(line)) {
                boolean starts = SUBJECT.matcher(segment.text()).find();
                boolean goesOn = !subject.isEmpty()
                        && segment.index() == 0
                        && Character.isLowerCase(segment.text().charAt(0));
                if (starts) {
                    subject.append(SUBJECT.matcher(segment.text()).replaceFirst(""));
                } else if (goesOn) {
                    subject.append(' ').append(segment.text());
                }
            }
        }
        return subject.isEmpty() ? null : VietnameseText.squeeze(subject.toString());
    }
}
