package vn.binhquyen.monitoring.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.monitoring.query.IndicatorPage;
import vn.binhquyen.statistics.Breakdown;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.query.Drawn;
import vn.binhquyen.statistics.query.IndicatorReading;

/** Where the page of an indicator leads: to other units and periods, and from each figure to its sources. */
@Component("indicatorLinks")
class IndicatorLinks {
    public String of(IndicatorPage page, UnitId unit) {
        return PageAsked.page(page.definition().id(), unit, page.period(), page.drawn());
    }

    public String of(IndicatorPage page, Period period) {
        return PageAsked.page(page.definition().id(), page.unit().id(), period, page.drawn());
    }

    /** @param reading null where there is nothing to be explained */
    public @Nullable String sources(IndicatorPage page, UnitId unit, @Nullable IndicatorReading reading) {
        return reading == null
                ? null
                : sources(page.definition().id(), unit, reading.period(), reading.by(), page.drawn());
    }

    static String sources(IndicatorId indicator, UnitId unit, Period period, Breakdown by, Drawn drawn) {
        String link = PageAsked.link("/indicators/" + indicator + "/sources", unit, period, drawn);
        return by.equals(Breakdown.TOTAL) ? link : link + "&by=" + by.key();
    }
}
