package vn.binhquyen.publishing;

import static vn.binhquyen.publishing.Wording.capitals;
import static vn.binhquyen.publishing.Wording.clean;

import java.util.ArrayList;
import java.util.List;
import vn.binhquyen.publishing.Part.Columns;
import vn.binhquyen.publishing.Part.Frame;
import vn.binhquyen.publishing.Part.Grid;
import vn.binhquyen.publishing.Part.Line;
import vn.binhquyen.publishing.Part.NewAnnex;
import vn.binhquyen.publishing.Part.Pair;
import vn.binhquyen.publishing.Part.Rule;

/**
 * Puts the parts of a document in the order and the words in which the decree wants them printed, so that the DOCX and
 * the PDF can't differ in what they say.
 */
final class Composition {
    /** The decree draws the agency from 0 to 44 % of the width; the country's name, 88 mm long, needs the rest. */
    private static final double HEAD_LEFT = 0.44;

    private static final double FOOT_LEFT = 0.45;
    /** The decree asks for a third to a half of the line above. */
    private static final double RULE_SHARE = 0.45;

    private final OfficialDocument document;
    private final List<Part> parts = new ArrayList<>();

    private Composition(OfficialDocument document) {
        this.document = document;
    }

    static List<Part> of(OfficialDocument document) {
        Composition composition = new Composition(document);
        composition.head();
        composition.title();
        composition.addressees();
        composition.content();
        composition.foot();
        composition.annexes();
        return List.copyOf(composition.parts);
    }

    private void head() {
        List<Part> issuer = new ArrayList<>();
        if (document.parentAgency() != null) {
            Wording.agency(document.parentAgency()).forEach(line -> issuer.add(new Line(Style.PARENT_AGENCY, line)));
        }
        List<String> agency = Wording.agency(document.agency());
        agency.forEach(line -> issuer.add(new Line(Style.AGENCY, line)));
        issuer.add(ruleUnder(Style.AGENCY, agency.getLast(), HEAD_LEFT * Page.textWidth(false)));

        List<Part> nation = List.of(
                new Line(Style.NATION, Wording.NATION),
                new Line(Style.MOTTO, Wording.MOTTO),
                new Rule(Fonts.width(Style.MOTTO, Wording.MOTTO)));

        List<Part> number = new ArrayList<>();
        number.add(new Line(Style.NUMBER, "Số: " + Wording.number(document)));
        if (!document.type().titled()) {
            number.add(new Line(Style.LETTER_SUBJECT, "V/v " + Wording.title(document)));
        }
        if (document.draft()) {
            Line mark = new Line(Style.DRAFT_MARK, "DỰ THẢO");
            number.add(new Frame(mark, Fonts.width(Style.DRAFT_MARK, mark.text()) + 4));
        }
        List<Part> date = List.of(new Line(Style.PLACE_AND_DATE, Wording.placeAndDate(document)));
        parts.add(new Columns(HEAD_LEFT, false, List.of(new Pair(issuer, nation), new Pair(number, date))));
    }

    private void title() {
        if (!document.type().titled()) {
            return;
        }
        parts.add(new Line(Style.DOCUMENT_NAME, document.type().heading()));
        double available = Page.textWidth(false) - Style.SUBJECT.look.left - Style.SUBJECT.look.right;
        double longest = 0;
        for (Line line : lines(Style.SUBJECT, document.subject())) {
            double width = Fonts.balancedWidth(Style.SUBJECT, line.text(), available);
            parts.add(new Line(line.style(), line.runs(), (available - width) / 2));
            longest = Math.max(longest, Math.min(width, Fonts.width(Style.SUBJECT, line.text())));
        }
        parts.add(new Rule(RULE_SHARE * longest));
    }

    private void addressees() {
        List<String> addressees = document.addressees();
        if (addressees.size() == 1) {
            parts.add(new Line(
                    Style.ADDRESSEE, "Kính gửi: " + Wording.closed(addressees).getFirst()));
        } else if (!addressees.isEmpty()) {
            parts.add(new Line(Style.ADDRESSEES, "Kính gửi:"));
            Wording.closed(addressees).forEach(line -> parts.add(new Line(Style.ADDRESSEE_ITEM, "- " + line)));
        }
    }

    private void content() {
        Wording.closed(document.legalBases()).forEach(basis -> parts.add(new Line(Style.LEGAL_BASIS, basis)));
        if (document.opening() != null) {
            parts.addAll(lines(Style.BODY, document.opening()));
        }
        document.body().forEach(this::block);
        end();
    }

    /** Closes the content with "./.", in place of the last full stop where there is one. */
    private void end() {
        if (parts.getLast() instanceof Line(Style style, List<Run> runs, double narrowed)
                && style.look.outline == 0
                && style != Style.SUBJECT) {
            List<Run> ended = new ArrayList<>(runs);
            Run last = ended.removeLast();
            ended.add(new Run(Wording.withoutClosingMark(last.text()) + Wording.END, last.bold()));
            parts.set(parts.size() - 1, new Line(style, List.copyOf(ended), narrowed));
        } else {
            parts.add(new Line(Style.BODY, Wording.END));
        }
    }

    private void foot() {
        List<Part> recipients = new ArrayList<>();
        recipients.add(new Line(Style.RECIPIENTS, "Nơi nhận:"));
        document.recipients()
                .forEach(recipient -> recipients.add(new Line(Style.RECIPIENT, Wording.recipient(recipient))));
        recipients.add(new Line(Style.RECIPIENT, Wording.archive(document)));

        List<Part> signature = new ArrayList<>();
        document.signature().lines().forEach(line -> signature.add(new Line(Style.AUTHORITY, capitals(line))));
        if (document.signature().name() != null) {
            signature.add(new Line(Style.SIGNATORY, clean(document.signature().name())));
        }
        parts.add(new Columns(FOOT_LEFT, true, List.of(new Pair(recipients, signature))));
    }

    private void annexes() {
        int count = document.annexes().size();
        for (int i = 0; i < count; i++) {
            Annex annex = document.annexes().get(i);
            parts.add(new NewAnnex(annex.landscape()));
            parts.add(new Line(Style.ANNEX, Wording.annex(i, count)));
            parts.addAll(lines(Style.ANNEX_TITLE, capitals(annex.title())));
            Line reference = new Line(Style.ANNEX_REFERENCE, Wording.attachedTo(document));
            parts.add(reference);
            parts.add(ruleUnder(Style.ANNEX_REFERENCE, reference.text(), Page.textWidth(false) / 2));
            annex.body().forEach(this::block);
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph(List<Run> runs) -> parts.addAll(lines(Style.BODY, runs));
            case Block.Bullet(int depth, List<Run> runs) -> {
                List<Run> marked = new ArrayList<>(runs);
                marked.addFirst(Run.plain(depth == 0 ? "- " : "+ "));
                parts.addAll(lines(Style.ITEM, marked));
            }
            case Block.Table table -> {
                if (table.caption() != null) {
                    parts.addAll(lines(Style.CAPTION, table.caption()));
                }
                parts.add(new Grid(table));
            }
        }
    }

    private void heading(Block.Heading heading) {
        String label = heading.label() == null ? "" : clean(heading.label());
        if (heading.level() == Block.Level.PART) {
            if (!label.isEmpty()) {
                parts.add(new Line(Style.PART, label));
            }
            parts.add(new Line(Style.PART_TITLE, capitals(heading.text())));
            return;
        }
        Style style = switch (heading.level()) {
            case PART -> Style.PART_TITLE;
            case SECTION -> Style.SECTION;
            case CLAUSE -> Style.CLAUSE;
            case SUBCLAUSE -> Style.SUBCLAUSE;
            case POINT -> Style.POINT;
        };
        String text = style == Style.SECTION ? capitals(heading.text()) : clean(heading.text());
        parts.add(new Line(style, (label + " " + text).strip()));
    }

    private static Rule ruleUnder(Style style, String line, double available) {
        return new Rule(RULE_SHARE * Math.min(Fonts.width(style, line), available));
    }

    private static List<Line> lines(Style style, String text) {
        return lines(style, List.of(Run.plain(text)));
    }

    /** Typed line breaks begin new paragraphs; empty ones are dropped. */
    static List<Line> lines(Style style, List<Run> runs) {
        List<Line> lines = new ArrayList<>();
        List<Run> current = new ArrayList<>();
        for (Run run : runs) {
            String[] pieces = run.text().split("\\R", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    finish(style, current, lines);
                }
                if (!pieces[i].isEmpty()) {
                    current.add(new Run(pieces[i], run.bold()));
                }
            }
        }
        finish(style, current, lines);
        return lines;
    }

    private static void finish(Style style, List<Run> current, List<Line> lines) {
        List<Run> printable = cleaned(current);
        if (!printable.isEmpty()) {
            lines.add(new Line(style, printable, 0));
        }
        current.clear();
    }

    /** Without blanks at both ends, and without empty runs. */
    private static List<Run> cleaned(List<Run> runs) {
        List<Run> cleaned = new ArrayList<>();
        for (Run run : runs) {
            String text = Wording.composed(run.text());
            if (cleaned.isEmpty()) {
                text = text.stripLeading();
            }
            if (!text.isEmpty()) {
                cleaned.add(new Run(text, run.bold()));
            }
        }
        while (!cleaned.isEmpty()) {
            Run last = cleaned.removeLast();
            String text = last.text().stripTrailing();
            if (!text.isEmpty()) {
                cleaned.add(new Run(text, last.bold()));
                break;
            }
        }
        return cleaned;
    }
}
