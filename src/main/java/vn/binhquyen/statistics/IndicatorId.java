package vn.binhquyen.statistics;

import java.io.Serializable;
import java.util.UUID;

/** Names an indicator: a measure of the catalogue or a local one of a plan. */
public record IndicatorId(UUID value) implements Serializable {
    public static IndicatorId of(String value) {
        return new IndicatorId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
