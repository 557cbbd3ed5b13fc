package vn.binhquyen.intake.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.intake.DocumentText;
import vn.binhquyen.intake.Finding.Severity;
import vn.binhquyen.intake.Place;
import vn.binhquyen.intake.ReadPlan;

/** One question about a plan. Its sentences stand in the message bundle under {@code finding.ID.}. */
public interface Rule {

    /** Stable, as printed. */
    String id();

    Severity severity();

    /** What is doubtful; empty where the answer is reassuring. */
    List<Doubt> ask(InHand plan);

    /** @param text the document, or null for a plan that was never one */
    record InHand(ReadPlan plan, @Nullable DocumentText text) {}

    /**
     * @param variant which of the rule's sentences says it; empty where it has one
     * @param subject path of the doubtful value in the plan
     * @param details what the sentence names, in its order
     */
    record Doubt(String variant, String subject, @Nullable Place at, Object... details) {}

    /** All questions, in the order in which they are asked. */
    static List<Rule> all() {
        return List.of(
                new TargetDirection(),
                new FigureInText(),
                new RatioBase(),
                new ImplausibleValue(),
                new WeakerThanNational(),
                new TargetWithoutYear(),
                new NumberingGap(),
                new MissingPart(),
                new DateOrder(),
                new ReportBeforeEventEnds(),
                new UnassignedIndicator(),
                new OcrSuspect(),
                new RepeatedText());
    }
}
