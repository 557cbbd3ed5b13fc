package vn.binhquyen.statistics.quality;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.Breakdowns;
import vn.binhquyen.statistics.DataElement;
import vn.binhquyen.statistics.form.FormId;

/**
 * What is odd in the official figures of a unit and period.
 *
 * @param element null where it is about the whole sheet
 * @param breakdown null for the total
 * @param rule the rule that was broken; null for what is looked at without a rule
 * @param over the dimensions whose options were added up
 * @param figure what stands there, or the left side of the rule; for a whole sheet the number of cells
 * @param expected what it was held against: the whole, the right side, the median; null where there is nothing
 * @param otherUnit the name of the unit that gave the same figures, else null
 * @param form the form by which the unit gives the figure; null where none asks for it
 * @param note what the unit said last about it; null where it said nothing
 * @param explained whether the note was said about these very figures
 */
public record Finding(
        UnitId unit,
        String unitName,
        FindingKey key,
        Severity severity,
        @Nullable DataElement element,
        Breakdowns.@Nullable Named breakdown,
        @Nullable Rule rule,
        List<Breakdowns.Dimension> over,
        @Nullable BigDecimal figure,
        @Nullable BigDecimal expected,
        @Nullable String otherUnit,
        @Nullable FormId form,
        @Nullable Note note,
        boolean explained) {

    public Finding {
        over = List.copyOf(over);
    }

    /** What a unit said about a finding. */
    public record Note(String text, String by, OffsetDateTime at) {}

    /** The check without what it was made for: RULE, WOMEN, PART, SUM, SHARE, FAR-PAST, FAR-PEERS, SAME-BEFORE, SAME-UNIT. */
    public String kind() {
        return key.check().replaceFirst(":.*", "");
    }
}
