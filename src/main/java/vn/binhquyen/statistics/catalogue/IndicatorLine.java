package vn.binhquyen.statistics.catalogue;

import org.jspecify.annotations.Nullable;
import vn.binhquyen.statistics.IndicatorId;

/** An indicator in a list. @param key by which the next page is asked for */
public record IndicatorLine(IndicatorId id, int key, Kept<IndicatorDraft> kept) {
    public IndicatorDraft entry() {
        return kept.entry();
    }

    public @Nullable String owner() {
        return kept.ownerName();
    }
}
