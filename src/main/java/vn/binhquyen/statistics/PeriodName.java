package vn.binhquyen.statistics;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import vn.binhquyen.kernel.Period;

/** What a period is called in a sentence: "quý I/2026", "năm học 2025–2026", "nhiệm kỳ 2026–2031". */
public final class PeriodName {
    private PeriodName() {}

    public static MessageSourceResolvable of(Period period) {
        boolean named = period.kind() == Period.Kind.QUARTER || period.kind() == Period.Kind.HALF_YEAR;
        return new DefaultMessageSourceResolvable(
                new String[] {"period." + period.kind() + (named ? "." + period.number() : "")}, new Object[] {
                    String.valueOf(period.number()),
                    String.valueOf(period.year()),
                    String.valueOf(period.next().year())
                });
    }
}
