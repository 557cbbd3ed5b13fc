package vn.binhquyen.intake.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.Finding.Source;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;
import vn.binhquyen.intake.check.Citations.Citation;
import vn.binhquyen.intake.knowledge.Knowledge;
import vn.binhquyen.intake.structure.Block;
import vn.binhquyen.intake.structure.Blocks;
import vn.binhquyen.intake.structure.Outline;
import vn.binhquyen.intake.structure.Outlines;

/** One question about a plan. Its sentences stand in the message bundle under {@code finding.ID.}. */
public interface Rule {

    /** Stable, as printed. */
    String id();

    Severity severity();

    /** What is doubtful; empty where the answer is reassuring. */
    List<Doubt> ask(InHand plan);

    /**
     * What a rule may look at.
     *
     * @param text the document, or null for a plan that was never one
     * @param paragraphs those of the document; empty where there is none
     * @param outline of its numbered part; without nodes where there is none
     * @param said the words of the plan and of its document
     * @param words those of the plan and of all lines of the document
     * @param citations the numbered documents that they name
     * @param parent the plan of the level above; null where it is not known
     */
    record InHand(
            ReadPlan plan,
            @Nullable DocumentText text,
            List<Block> paragraphs,
            Outline outline,
            List<Said> said,
            Words words,
            List<Citation> citations,
            Knowledge knowledge,
            @Nullable ReadPlan parent) {

        public InHand(ReadPlan plan, @Nullable DocumentText text, Knowledge knowledge, @Nullable ReadPlan parent) {
            this(plan, text, text == null ? List.of() : Blocks.of(text).all(), knowledge, parent);
        }

        public InHand(
                ReadPlan plan,
                @Nullable DocumentText text,
                List<Block> paragraphs,
                Knowledge knowledge,
                @Nullable ReadPlan parent) {
            this(plan, text, paragraphs, Said.all(plan, text, paragraphs), knowledge, parent);
        }

        private InHand(
                ReadPlan plan,
                @Nullable DocumentText text,
                List<Block> paragraphs,
                List<Said> said,
                Knowledge knowledge,
                @Nullable ReadPlan parent) {
            this(
                    plan,
                    text,
                    paragraphs,
                    Outlines.ofBody(paragraphs),
                    said,
                    Said.words(said, text),
                    Citations.of(plan, said, text),
                    knowledge,
                    parent);
        }
    }

    /**
     * @param variant which of the rule's sentences says it; empty where it has one
     * @param subject path of the doubtful value in the plan
     * @param source the entry of {@link Knowledge} on which it rests; null where it rests on none
     * @param details what the sentence names, in its order
     */
    record Doubt(
            String variant,
            String subject,
            @Nullable Place at,
            @Nullable Source source,
            Object... details) {

        Doubt(String variant, String subject, @Nullable Place at, Object... details) {
            this(variant, subject, at, null, details);
        }

        Doubt restingOn(Source other) {
            return new Doubt(variant, subject, at, other, details);
        }
    }

    /** All questions, in the order in which they are asked. */
    static List<Rule> all() {
        return List.of(
                new TargetDirection(),
                new FigureInText(),
                new RatioBase(),
                new ImplausibleValue(),
                new WeakerThanNational(),
                new WeakerThanParent(),
                new MissingNationalIndicator(),
                new IndicatorWithoutQuantity(),
                new FractionOfOne(),
                new TargetWithoutYear(),
                new NumberingGap(),
                new MissingPart(),
                new MissingAnnex(),
                new DateOrder(),
                new BasisYearMismatch(),
                new PeriodMismatch(),
                new CitationConflict(),
                new ObsoleteBasis(),
                new ObsoleteBodies(),
                new ReportBeforeEventEnds(),
                new ShortNotice(),
                new NoDeadline(),
                new UnassignedIndicator(),
                new OwnerOverlap(),
                new UnassignedTaskGroup(),
                new AgencyNotRecipient(),
                new UnknownReference(),
                new WrongUnitName(),
                new WrongLevel(),
                new BrokenSentence(),
                new OcrSuspect(),
                new RepeatedText());
    }
}
