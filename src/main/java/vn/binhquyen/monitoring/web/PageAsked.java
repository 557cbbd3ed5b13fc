package vn.binhquyen.monitoring.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhquyen.kernel.Actor;
import vn.binhquyen.kernel.Period;
import vn.binhquyen.kernel.UnitId;
import vn.binhquyen.statistics.IndicatorId;
import vn.binhquyen.statistics.query.Drawn;

/**
 * What of an indicator is asked for, as it stands in the address; what is not given or not understood leaves the question
 * open.
 *
 * @param period its number as facts know it
 */
record PageAsked(
        @Nullable UnitId unit,
        Period.@Nullable Kind each,
        @Nullable Integer year,
        @Nullable Integer period,
        @Nullable Drawn drawn) {

    private static final int FIRST = 1990;
    private static final int LAST = 2100;

    UnitId unitOr(Actor actor) {
        return Objects.requireNonNullElse(unit, actor.unit());
    }

    public Period.Kind kind() {
        return known().map(Period::kind).orElse(Objects.requireNonNullElse(each, Period.Kind.YEAR));
    }

    public Drawn boundaries() {
        return Objects.requireNonNullElse(drawn, Drawn.THEN);
    }

    Optional<Period> known() {
        if (period != null) {
            return Optional.of(period).filter(PageAsked::isPeriod).map(Period::ofKey);
        }
        return Optional.ofNullable(year)
                .filter(one -> one >= FIRST && one <= LAST)
                .map(Period::year);
    }

    /** Whether the number names a period, as in kind × 1,000,000 + year × 100 + number. */
    private static boolean isPeriod(int key) {
        int kind = key / 1_000_000;
        int year = key % 1_000_000 / 100;
        int number = key % 100;
        return kind >= 1
                && kind <= Period.Kind.values().length
                && year >= FIRST
                && year <= LAST
                && number >= 1
                && number <= Period.Kind.values()[kind - 1].perYear();
    }

    static String page(IndicatorId indicator, UnitId unit, Period period, Drawn drawn) {
        return link("/indicators/" + indicator, unit, period, drawn);
    }

    static String link(String path, UnitId unit, Period period, Drawn drawn) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("unit", unit);
        if (period.kind() == Period.Kind.YEAR) {
            address.queryParam("year", period.year());
        } else {
            address.queryParam("period", period.key());
        }
        if (drawn != Drawn.THEN) {
            address.queryParam("drawn", drawn);
        }
        return address.toUriString();
    }
}
