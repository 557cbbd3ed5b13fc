package vn.binhquyen.statistics.quality;

import java.io.Serializable;
import java.util.UUID;

/** Names a rule by which figures are checked. */
public record FigureRuleId(UUID value) implements Serializable {
    public static FigureRuleId of(String value) {
        return new FigureRuleId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
