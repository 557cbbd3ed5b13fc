package vn.binhquyen.intake.review;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import vn.binhquyen.intake.check.FigureInText;
import vn.binhquyen.intake.check.FiguresOfText.Figure;
import vn.binhquyen.intake.draft.ReadingOfDraft;
import vn.binhquyen.kernel.VietnameseNumbers;
import vn.binhquyen.plan.PlanContent;
import vn.binhquyen.plan.PlanItem;

/**
 * The words of an indicator brought into line with a figure of its target that was mended.
 *
 * @param indicator whose words they are
 * @param before the figure as it stands in the words now
 * @param figure what stands there then ("29", "06" where "05" stood)
 * @param text the words with it
 */
public record Rewording(PlanItem.Indicator indicator, String before, String figure, String text) {

    /** Nothing where words and target agree, or where it can't be told which figure to replace. */
    public static Optional<Rewording> of(PlanContent content, UUID target) {
        return ItemList.find(content, target)
                .filter(found -> found.list() == ItemList.TARGETS)
                .flatMap(found -> Optional.ofNullable(found.parent())
                        .flatMap(parent -> ItemList.find(content, parent))
                        .flatMap(owner -> of((PlanItem.Indicator) owner.item(), (PlanItem.Target) found.item())));
    }

    private static Optional<Rewording> of(PlanItem.Indicator indicator, PlanItem.Target target) {
        return FigureInText.contradiction(
                        ReadingOfDraft.indicator(indicator), ReadingOfDraft.measure(target, indicator))
                .flatMap(found -> found.instead().map(said -> replacing(indicator, said, found.wanted())));
    }

    private static Rewording replacing(PlanItem.Indicator indicator, Figure said, BigDecimal wanted) {
        String text = indicator.text();
        boolean padded = text.charAt(said.start()) == '0' && said.value().compareTo(BigDecimal.ONE) >= 0;
        String figure = VietnameseNumbers.format(wanted);
        String written = padded && figure.matches("\\d") ? "0" + figure : figure;
        return new Rewording(
                indicator,
                text.substring(said.start(), said.end()),
                written,
                text.substring(0, said.start()) + written + text.substring(said.end()));
    }
}
