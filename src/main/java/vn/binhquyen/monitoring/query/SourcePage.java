package vn.binhquyen.monitoring.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.statistics.query.Drawn;
import vn.binhquyen.statistics.query.IndicatorReading;
import vn.binhquyen.statistics.query.Source;

/**
 * How a figure came about.
 *
 * @param reading the figure itself; null where there is none
 * @param next where the next page begins; null where this is the last
 * @param withheld whether single figures are kept from the reader because they could show who is meant
 */
public record SourcePage(
        Definition definition,
        List<Part> parts,
        IndicatorPage.Place unit,
        Period period,
        Drawn drawn,
        String byVi,
        String byEn,
        @Nullable IndicatorReading reading,
        List<Source> sources,
        Map<UUID, Origin> origins,
        @Nullable String next,
        boolean withheld) {

    public Origin origin(Source source) {
        return Objects.requireNonNull(origins.get(source.origin()));
    }

    public String by(boolean english) {
        return english ? byEn : byVi;
    }
}
